/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-use-entry-row.h"

#include "jp-choice.h"
#include "jp-fund-case.h"
#include "jp-use-work.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

/* In no category of the rules: kept, and flagged for the auditor. */
#define OUT_OF_SCOPE "不在范围"

typedef enum
{
  FIELD_DATE,
  FIELD_YEAR,
  FIELD_CATEGORY,
  FIELD_AMOUNT,
  FIELD_PAYEE,
  FIELD_VOUCHER,
  FIELD_NOTE,
  N_FIELDS,
} Field;

static const struct
{
  const char *name;
  int         chars;
  gboolean    choice;
} fields[N_FIELDS] = {
  [FIELD_DATE] = { N_("Date"), 10, FALSE },
  [FIELD_YEAR] = { N_("Year"), 0, TRUE },
  [FIELD_CATEGORY] = { N_("Category"), 0, TRUE },
  [FIELD_AMOUNT] = { N_("Amount (yuan)"), 11, FALSE },
  [FIELD_PAYEE] = { N_("Payee"), 20, FALSE },
  [FIELD_VOUCHER] = { N_("Voucher No."), 13, FALSE },
  [FIELD_NOTE] = { N_("Note or Reason"), 12, FALSE },
};

struct _JpUseEntryRow
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *fields[N_FIELDS];
  GtkWidget *button;
  GtkWidget *message;

  /* Owned. */
  JpSession *session;
  JpUseBook *book;
  char      *asked; /* the entry that was asked about: a second Enter writes it */

  gboolean showing;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (JpUseEntryRow, jp_use_entry_row, ADW_TYPE_BIN)

static void
say (JpUseEntryRow *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
}

static char *
text_of (JpUseEntryRow *self, Field field)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[field]))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static guint
ordinal_of (JpUseEntryRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fields[FIELD_YEAR]));

  return selected != GTK_INVALID_LIST_POSITION ? selected + 1 : 1;
}

static const JpPack *
pack_of (JpUseEntryRow *self)
{
  return jp_funding_pack (jp_use_book_get_dossier (self->book), jp_use_book_get_context (self->book),
                          ordinal_of (self));
}

static gboolean
read_amount (JpUseEntryRow *self, JpMoney *money)
{
  g_auto (GStrv) parts = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->fields[FIELD_AMOUNT])), ", ", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  if (jp_money_parse (money, plain))
    return TRUE;

  say (self, _("Write the amount in yuan, with at most two decimals, like 200000 or 200000.00."));
  gtk_widget_grab_focus (self->fields[FIELD_AMOUNT]);
  return FALSE;
}

static gboolean
read_date (JpUseEntryRow *self, JpDate *date)
{
  g_autofree char *text = text_of (self, FIELD_DATE), *wrong = NULL;

  *date = text != NULL ? jp_date_parse_loose (text) : JP_DATE_NONE;
  if (*date != JP_DATE_NONE)
    return TRUE;

  wrong = g_strdup_printf (_("“%s” is not a date. Write it like 2024-9-19, 2024/9/19 or 2024年9月19日."),
                           text != NULL ? text : "");
  say (self, wrong);
  gtk_widget_grab_focus (self->fields[FIELD_DATE]);
  return FALSE;
}

static JpUseEntry *
read_entry (JpUseEntryRow *self)
{
  const JpPack *pack = pack_of (self);
  guint category = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fields[FIELD_CATEGORY]));
  JpUseEntry *entry;
  JpMoney amount;
  JpDate date;

  if (!read_date (self, &date) || !read_amount (self, &amount))
    return NULL;

  entry = jp_use_entry_new (0, date, ordinal_of (self));
  entry->amount = amount;
  if (pack != NULL && category < pack->n_categories)
    entry->category = g_strdup (pack->categories[category].id);
  else
    entry->category = g_strdup (OUT_OF_SCOPE);
  entry->payee = text_of (self, FIELD_PAYEE);
  entry->voucher = text_of (self, FIELD_VOUCHER);
  if (pack != NULL && category < pack->n_categories && pack->categories[category].reason_required)
    entry->reason = text_of (self, FIELD_NOTE);
  else
    entry->note = text_of (self, FIELD_NOTE);

  return entry;
}

/* Asks once about what may be there already; the same pressed again is meant. */
static gboolean
may_repeat (JpUseEntryRow *self, const JpUseEntry *entry)
{
  JpUseFlags flags = jp_use_find_repeats (jp_use_book_get_dossier (self->book), entry);
  g_autofree char *key = g_strdup_printf ("%u %" G_GINT64_FORMAT " %s %s", entry->date, entry->amount, entry->payee,
                                          entry->voucher);
  g_autofree char *words = NULL, *text = NULL;

  if (flags == JP_USE_FLAG_NONE || g_strcmp0 (self->asked, key) == 0)
    return TRUE;

  g_free (self->asked);
  self->asked = g_steal_pointer (&key);
  words = jp_use_flag_words (flags);
  text = g_strdup_printf (_("%s: an entry like this is in the ledger. Press Enter again to write it all the same."),
                          words);
  say (self, text);
  return FALSE;
}

typedef struct
{
  char       *cluster;
  JpUseEntry *entry;
} AddWork;

static void
add_work_free (gpointer data)
{
  AddWork *work = data;

  g_free (work->cluster);
  jp_use_entry_free (work->entry);
  g_free (work);
}

static gboolean
do_add (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  AddWork *work = data;

  return jp_casework_use_add (desk, work->cluster, work->entry, error);
}

static void
clear_for_next (JpUseEntryRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_AMOUNT]), "");
  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_VOUCHER]), "");
  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_NOTE]), "");
  g_clear_pointer (&self->asked, g_free);
  say (self, NULL);
  gtk_widget_grab_focus (self->fields[FIELD_AMOUNT]);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpUseEntryRow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  self->writing = FALSE;
  if (self->session == NULL)
    return;

  if (done)
    clear_for_next (self);
  else
    say (self, error->message);
}

static void
write_entry (JpUseEntryRow *self)
{
  g_autoptr (JpUseEntry) entry = NULL;
  AddWork *work;

  if (self->writing || self->book == NULL)
    return;
  entry = read_entry (self);
  if (entry == NULL || !may_repeat (self, entry))
    return;

  say (self, NULL);
  work = g_new0 (AddWork, 1);
  work->cluster = g_strdup (jp_use_book_get_dossier (self->book)->id);
  work->entry = g_steal_pointer (&entry);
  self->writing = TRUE;
  jp_session_do_async (self->session, do_add, work, add_work_free, NULL, on_written, g_object_ref (self));
}

static void
on_enter (JpUseEntryRow *self, GtkWidget *field)
{
  for (guint i = 0; i < N_FIELDS - 1; i++)
    if (self->fields[i] == field)
      {
        gtk_widget_grab_focus (self->fields[i + 1]);
        return;
      }

  write_entry (self);
}

/* In a drop-down the arrows choose at once and Enter goes on; the space bar opens it. */
static gboolean
on_choice_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, JpUseEntryRow *self)
{
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (field)));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    on_enter (self, field);
  else if (key == GDK_KEY_Down && selected + 1 < n)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field), selected + 1);
  else if (key == GDK_KEY_Up && selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field), selected - 1);
  else
    return FALSE;

  return TRUE;
}

static void
list_categories (JpUseEntryRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkDropDown *choice = GTK_DROP_DOWN (self->fields[FIELD_CATEGORY]);
  const JpPack *pack = pack_of (self);
  guint before = gtk_drop_down_get_selected (choice);

  for (guint i = 0; pack != NULL && i < pack->n_categories; i++)
    gtk_string_list_append (names, pack->categories[i].name);
  gtk_string_list_append (names, OUT_OF_SCOPE);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  if (pack != NULL && before < pack->n_categories)
    gtk_drop_down_set_selected (choice, before);
}

static void
on_year (JpUseEntryRow *self)
{
  if (!self->showing && self->book != NULL)
    list_categories (self);
}

static GtkWidget *
new_choice (JpUseEntryRow *self)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  jp_choice_setup (GTK_DROP_DOWN (choice));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_choice_key), self);
  gtk_widget_add_controller (choice, keys);

  return choice;
}

static void
add_field (JpUseEntryRow *self, JpWrapBox *row, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *label = gtk_label_new (_(fields[index].name));
  GtkWidget *field = fields[index].choice ? new_choice (self) : gtk_entry_new ();

  if (!fields[index].choice)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (field), fields[index].chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (field), fields[index].chars);
      g_signal_connect_swapped (field, "activate", G_CALLBACK (on_enter), self);
    }
  if (index == FIELD_AMOUNT)
    gtk_editable_set_alignment (GTK_EDITABLE (field), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fund-small");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, _(fields[index].name), -1);
  self->fields[index] = field;
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), field);
  jp_wrap_box_append (row, box);
}

/* Beside the fields, not beside their names. */
static void
add_button (JpWrapBox *row, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, "fund-small");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  jp_wrap_box_append (row, box);
}

static void
jp_use_entry_row_dispose (GObject *object)
{
  JpUseEntryRow *self = JP_USE_ENTRY_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (jp_use_entry_row_parent_class)->dispose (object);
}

static void
jp_use_entry_row_finalize (GObject *object)
{
  g_free (JP_USE_ENTRY_ROW (object)->asked);

  G_OBJECT_CLASS (jp_use_entry_row_parent_class)->finalize (object);
}

static void
jp_use_entry_row_class_init (JpUseEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_use_entry_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_use_entry_row_finalize;
}

static void
jp_use_entry_row_init (JpUseEntryRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = jp_wrap_box_new (6);

  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, JP_WRAP_BOX (row), i);
  g_signal_connect_swapped (self->fields[FIELD_YEAR], "notify::selected", G_CALLBACK (on_year), self);
  self->button = gtk_button_new_with_mnemonic (_("_Write"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (write_entry), self);
  add_button (JP_WRAP_BOX (row), self->button);
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->fields[FIELD_AMOUNT]), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->message, NULL, -1);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "use-entry");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* The last year that was paid, and the day and category of the last entry: what the next is likely to have. */
static void
take_defaults (JpUseEntryRow *self)
{
  const JpDossier *dossier = jp_use_book_get_dossier (self->book);
  const JpUseEntry *last = dossier->uses->len > 0 ? g_ptr_array_index (dossier->uses, dossier->uses->len - 1) : NULL;
  const JpPack *pack;
  char day[JP_DATE_ISO_LEN];

  gtk_editable_set_text (GTK_EDITABLE (self->fields[FIELD_DATE]),
                         jp_date_to_iso (last != NULL ? last->date : jp_use_book_get_context (self->book)->today, day));
  if (last != NULL && last->ordinal >= 1)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->fields[FIELD_YEAR]), last->ordinal - 1);
  list_categories (self);
  pack = pack_of (self);
  for (guint i = 0; last != NULL && pack != NULL && i < pack->n_categories; i++)
    if (g_strcmp0 (pack->categories[i].id, last->category) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->fields[FIELD_CATEGORY]), i);
}

static void
list_years (JpUseEntryRow *self)
{
  guint n = jp_funding_n_years (jp_use_book_get_dossier (self->book), jp_use_book_get_context (self->book));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->fields[FIELD_YEAR]), G_LIST_MODEL (names));
}

/**
 * jp_use_entry_row_show:
 * @self: a row
 * @session: the data file
 * @book: the ledger that is written in; another cluster's begins with its own defaults
 */
void
jp_use_entry_row_show (JpUseEntryRow *self, JpSession *session, JpUseBook *book)
{
  gboolean same = self->book != NULL
                  && g_str_equal (jp_use_book_get_dossier (self->book)->id, jp_use_book_get_dossier (book)->id);

  g_set_object (&self->session, session);
  g_set_object (&self->book, book);
  if (same)
    return;

  self->showing = TRUE;
  list_years (self);
  take_defaults (self);
  self->showing = FALSE;
  for (guint i = FIELD_AMOUNT; i < N_FIELDS; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->fields[i]), "");
  say (self, NULL);
  if (gtk_widget_get_focus_child (self->fields[FIELD_DATE]) != NULL) /* it came before its text */
    gtk_editable_select_region (GTK_EDITABLE (self->fields[FIELD_DATE]), 0, -1);
}

GtkWidget *
jp_use_entry_row_nth (JpUseEntryRow *self, guint index)
{
  return index < N_FIELDS ? self->fields[index] : NULL;
}

const char *
jp_use_entry_row_get_message (JpUseEntryRow *self)
{
  return gtk_widget_get_visible (self->message) ? gtk_label_get_label (GTK_LABEL (self->message)) : NULL;
}
