/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-file-trouble.h"

#include "jp-store.h"

#include <glib/gi18n-lib.h>

/* PROMISES 2: always a sentence and a choice, never a silent new empty file. */
typedef struct
{
  const char *heading;
  gboolean    retry;
  gboolean    restore;
} Trouble;

static const Trouble missing = { N_("The Data File Is Not There"), TRUE, TRUE };

static const Trouble troubles[] = {
  [JP_STORE_ERROR_EXISTS] = { N_("There Is a File of This Name Already"), FALSE, FALSE },
  [JP_STORE_ERROR_FOREIGN] = { N_("This Is Not a Data File of Jiping"), FALSE, TRUE },
  [JP_STORE_ERROR_NEWER] = { N_("The Data File Is from a Newer Version"), FALSE, FALSE },
  [JP_STORE_ERROR_DAMAGED] = { N_("The Data File Is Damaged"), FALSE, TRUE },
  [JP_STORE_ERROR_BUSY] = { N_("The Data File Is in Use"), TRUE, FALSE },
  [JP_STORE_ERROR_IO] = { N_("The Data File Cannot Be Opened"), TRUE, TRUE },
  [JP_STORE_ERROR_SQL] = { N_("The Data File Cannot Be Read"), TRUE, TRUE },
};

static const Trouble *
find_trouble (const char *path, const GError *error)
{
  gboolean known = error->domain == JP_STORE_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (troubles);

  if (known && error->code == JP_STORE_ERROR_IO && !g_file_test (path, G_FILE_TEST_EXISTS))
    return &missing;

  return known && troubles[error->code].heading != NULL ? &troubles[error->code] : &troubles[JP_STORE_ERROR_IO];
}

static char *
describe (const Trouble *trouble, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (trouble != &missing)
    return g_strdup (error->message);

  return g_strdup_printf (
    _("“%s” was moved, deleted, or lies on a disk that is not connected. Nothing was made in its "
      "place. Connect the disk and try again, open the file where it is now, or restore a backup."),
    name);
}

/**
 * jp_file_trouble_new:
 * @parent: window it belongs to
 * @path: the data file
 * @error: why it cannot be opened
 *
 * Returns: (transfer none): a dialog that says so and offers what can be done, to be presented
 */
GtkWidget *
jp_file_trouble_new (GtkWindow *parent, const char *path, const GError *error)
{
  const Trouble *trouble = find_trouble (path, error);
  g_autofree char *body = describe (trouble, path, error);
  GtkWidget *widget = adw_message_dialog_new (parent, _(trouble->heading), body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_response (dialog, JP_FILE_TROUBLE_CLOSE, _("_Close"));
  adw_message_dialog_add_response (dialog, JP_FILE_TROUBLE_OPEN, _("_Open Another…"));
  if (trouble->restore)
    adw_message_dialog_add_response (dialog, JP_FILE_TROUBLE_RESTORE, _("_Restore a Backup…"));
  if (trouble->retry)
    adw_message_dialog_add_response (dialog, JP_FILE_TROUBLE_RETRY, _("_Try Again"));
  adw_message_dialog_set_close_response (dialog, JP_FILE_TROUBLE_CLOSE);
  adw_message_dialog_set_default_response (dialog, trouble->retry ? JP_FILE_TROUBLE_RETRY
                                                   : trouble->restore ? JP_FILE_TROUBLE_RESTORE : JP_FILE_TROUBLE_OPEN);

  return widget;
}
