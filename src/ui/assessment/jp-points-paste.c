/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-points-paste.h"

#include "jp-assessment-columns.h"
#include "jp-points-block.h"
#include "jp-points-line.h"

#include <glib/gi18n-lib.h>

#define WIDTH          880
#define LINES_AT_LEAST 120
#define LINES_AT_MOST  340

/* A block on its way: looked at first, then written. */
typedef struct
{
  JpPointsBlock  *block;
  JpPointsGrid   *grid;
  JpSession      *session;
  JpPointsDrafts *drafts;
  char           *person;
  int             year;
  guint           counts[JP_POINTS_REFUSED + 1]; /* by outcome */
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_clear_pointer (&paste->block, jp_points_block_free);
  g_object_unref (paste->grid);
  g_object_unref (paste->session);
  g_object_unref (paste->drafts);
  g_free (paste->person);
  g_free (paste);
}

static Paste *
paste_new (JpPointsGrid *grid, JpSession *session, JpPointsDrafts *drafts)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->grid = g_object_ref (grid);
  paste->session = g_object_ref (session);
  paste->drafts = g_object_ref (drafts);
  paste->person = g_strdup (jp_points_drafts_get_person (drafts));
  paste->year = jp_session_get_year (session);

  return paste;
}

static gboolean
look (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Paste *paste = data;

  return jp_casework_give_points (desk, paste->year, paste->person, paste->block->given, TRUE, cancellable, error);
}

static gboolean
give (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Paste *paste = *(Paste **) data;

  return jp_casework_give_points (desk, paste->year, paste->person, paste->block->given, FALSE, cancellable, error);
}

static void
count (Paste *paste)
{
  for (guint i = 0; i < paste->block->given->len; i++)
    paste->counts[((const JpGivenPoints *) g_ptr_array_index (paste->block->given, i))->outcome]++;
}

/* What was typed into the cells of the block gives way to it. */
static void
forget_typed (Paste *paste)
{
  for (guint i = 0; i < paste->block->given->len; i++)
    {
      const JpGivenPoints *given = g_ptr_array_index (paste->block->given, i);

      jp_points_drafts_forget (paste->drafts, given->cluster, given->indicator);
    }
}

/* The reason in the form is for the cells that need one and brought none. */
static gboolean
make (JpForm *form, gpointer data, JpFormWork *todo)
{
  Paste *paste = data, **held;
  g_autofree char *reason = jp_form_text (form, "reason");

  if (paste->counts[JP_POINTS_WANT_REASON] > 0 && reason == NULL)
    {
      jp_field_set_error (jp_form_get (form, "reason"),
                          _("Points that differ from the computed ones, and points that no rule computes, need a "
                            "reason."));
      return FALSE;
    }

  for (guint i = 0; i < paste->block->given->len; i++)
    {
      JpGivenPoints *given = g_ptr_array_index (paste->block->given, i);

      if (given->outcome == JP_POINTS_WANT_REASON)
        {
          g_free (given->reason);
          given->reason = g_strdup (reason);
        }
    }
  forget_typed (paste);
  held = g_new (Paste *, 1);
  *held = paste; /* the form keeps it until the work is done */
  *todo = (JpFormWork) { give, held, g_free };

  return TRUE;
}

static JpPointsLine *
new_line (Paste *paste, const JpGivenPoints *given)
{
  const JpDossier *dossier = jp_session_find (paste->session, given->cluster);
  const JpPack *pack = jp_points_grid_get_pack (paste->grid);
  int indicator = jp_pack_find_indicator (pack, given->indicator);
  g_autofree char *before = jp_assessment_points_text (given->before);
  g_autofree char *after = jp_assessment_points_text (given->points);
  gboolean wants = given->outcome == JP_POINTS_WANT_REASON;
  g_autofree char *remark = given->outcome == JP_POINTS_REFUSED ? g_strconcat ("✗ ", given->message, NULL)
                            : wants ? g_strconcat ("⚠ ", _("needs a reason"), NULL) : g_strdup (given->reason);

  return jp_points_line_new (dossier != NULL ? dossier->name : given->cluster,
                             indicator >= 0 ? pack->indicators[indicator].name : given->indicator, before, after,
                             remark, given->outcome == JP_POINTS_REFUSED);
}

static void
add_lines (Paste *paste, GListStore *lines, JpPointsOutcome outcome)
{
  for (guint i = 0; i < paste->block->given->len; i++)
    {
      const JpGivenPoints *given = g_ptr_array_index (paste->block->given, i);
      g_autoptr (JpPointsLine) line = NULL;

      if (given->outcome != outcome)
        continue;
      line = new_line (paste, given);
      g_list_store_append (lines, line);
    }
}

/* What is not in order comes first. */
static GListStore *
make_lines (Paste *paste)
{
  GListStore *lines = g_list_store_new (JP_TYPE_POINTS_LINE);

  for (guint i = 0; i < paste->block->faults->len; i++)
    {
      const JpBlockFault *fault = g_ptr_array_index (paste->block->faults, i);
      /* Translators: where in a copied block of cells something is wrong */
      g_autofree char *where = fault->column > 0
                               ? g_strdup_printf (_("Row %u, column %u"), fault->row, fault->column)
                               : g_strdup_printf (_("Row %u"), fault->row);
      g_autofree char *remark = g_strconcat ("✗ ", fault->message, NULL);
      g_autoptr (JpPointsLine) line = jp_points_line_new (*fault->where != '\0' ? fault->where : where, where, "", "",
                                                          remark, TRUE);

      g_list_store_append (lines, line);
    }
  add_lines (paste, lines, JP_POINTS_REFUSED);
  add_lines (paste, lines, JP_POINTS_WANT_REASON);
  add_lines (paste, lines, JP_POINTS_NEW);

  return lines;
}

static char *
describe (const Paste *paste)
{
  guint n = paste->counts[JP_POINTS_NEW] + paste->counts[JP_POINTS_WANT_REASON], same = paste->counts[JP_POINTS_SAME];
  GString *text = g_string_new (NULL);

  if (n > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               "Points of %u cell would go on record, as one step that can be undone.",
                                               "Points of %u cells would go on record, as one step that can be undone.",
                                               n), n);
  else
    g_string_append (text, _("Nothing would change."));
  if (same > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u is on record as it is.",
                                                 "%u are on record as they are.", same), same);
    }
  if (paste->block->left_out != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("⚠ Columns that are no indicator’s are left out: %s."), paste->block->left_out);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_list (GListStore *lines)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *view = jp_points_lines_view_new (G_LIST_MODEL (lines));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LINES_AT_LEAST);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LINES_AT_MOST);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "ledger");

  return scroller;
}

static void
open_form (Paste *paste)
{
  g_autoptr (GListStore) lines = make_lines (paste);
  g_autofree char *intro = describe (paste);
  gboolean faulty = paste->block->faults->len > 0 || paste->counts[JP_POINTS_REFUSED] > 0;
  guint wants = paste->counts[JP_POINTS_WANT_REASON], n = paste->counts[JP_POINTS_NEW] + wants;
  JpForm *form = jp_form_new (GTK_WIDGET (paste->grid), paste->session, _("Paste Points"), _("_Paste"));

  jp_form_set_intro (form, intro);
  if (g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0)
    jp_form_add_widget (form, new_list (lines));
  if (wants > 0 && !faulty)
    {
      g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Reason for the %u cell that needs one",
                                                             "Reason for the %u cells that need one", wants), wants);

      jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, label);
    }
  jp_form_set_error (form, faulty ? _("Nothing can be pasted as long as a cell is refused: put it right in the "
                                      "spreadsheet and copy the block again.") : NULL);
  jp_form_set_can_accept (form, !faulty && n > 0);
  gtk_window_set_default_size (GTK_WINDOW (form), WIDTH, -1);
  jp_form_open (form, make, paste, paste_free);
  if (!faulty && n > 0)
    jp_form_set_enter_accepts (form, "reason");
}

/* It is no block at all. */
static void
open_refusal (Paste *paste, const char *message)
{
  JpForm *form = jp_form_new (GTK_WIDGET (paste->grid), paste->session, _("Paste Points"), _("_Paste"));

  jp_form_set_intro (form, _("Nothing was changed."));
  jp_form_set_error (form, message);
  jp_form_set_can_accept (form, FALSE);
  jp_form_open (form, make, paste, paste_free);
}

static void
on_looked_at (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (paste->grid)) == NULL)
    {
      paste_free (paste);
      return;
    }
  if (!done)
    {
      open_refusal (paste, error->message);
      return;
    }

  count (paste);
  open_form (paste);
}

static GPtrArray *
shown_results (JpAssessmentList *list)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (JpAssessmentRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_ptr_array_add (shown, (gpointer) jp_assessment_row_get (row));
    }

  return shown;
}

void
jp_points_paste_open (JpPointsGrid *grid, JpSession *session, JpAssessmentList *list, JpPointsDrafts *drafts,
                      const char *text)
{
  g_autoptr (GPtrArray) shown = shown_results (list);
  g_autoptr (GError) error = NULL;
  Paste *paste = paste_new (grid, session, drafts);
  guint row = 0, column = 0;

  jp_points_grid_get_cursor (grid, &row, &column);
  paste->block = jp_points_block_read (text, jp_points_grid_get_pack (grid), shown, jp_session_get_results (session),
                                       row, column, &error);
  if (paste->block == NULL)
    open_refusal (paste, error->message);
  else
    jp_session_read_async (session, look, paste, NULL, NULL, on_looked_at, paste);
}

static void
on_given (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  const JpGivenPoints *first = g_ptr_array_index (paste->block->given, 0);
  g_autoptr (GError) error = NULL;

  if (jp_session_do_finish (JP_SESSION (source), result, &error))
    forget_typed (paste);
  else
    jp_points_drafts_set_error (paste->drafts, first->cluster, first->indicator, error->message);
  paste_free (paste);
}

static gboolean
give_quietly (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return give (desk, &data, cancellable, error);
}

void
jp_points_give (JpPointsGrid *grid, JpSession *session, JpPointsDrafts *drafts, GPtrArray *given)
{
  Paste *paste = paste_new (grid, session, drafts);

  paste->block = g_new0 (JpPointsBlock, 1);
  paste->block->given = g_ptr_array_ref (given);
  paste->block->faults = g_ptr_array_new ();
  jp_session_do_async (session, give_quietly, paste, NULL, NULL, on_given, paste);
}
