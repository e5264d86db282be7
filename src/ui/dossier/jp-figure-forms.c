/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that do not go in by simply typing them. */

#include "jp-figure-forms.h"

#include "jp-cluster-work.h"
#include "jp-figure-read.h"
#include "jp-filing.h"
#include "jp-number-format.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JpPack *pack;
  char   *cluster;
  guint   metric;
  int     year;
  gint64  value;
  char   *reason;
} Figure;

static Figure *
figure_new (const JpPack *pack, const char *cluster, guint metric, int year)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->pack = jp_pack_ref ((JpPack *) pack);
  figure->cluster = g_strdup (cluster);
  figure->metric = metric;
  figure->year = year;

  return figure;
}

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  jp_pack_unref (figure->pack);
  g_free (figure->cluster);
  g_free (figure->reason);
  g_free (figure);
}

static gboolean
do_figure (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Figure *figure = data;

  return jp_casework_set_figure (desk, figure->cluster, figure->year, figure->pack->metrics[figure->metric].id,
                                 figure->value,
                                 figure->reason, error);
}

static gboolean
make_figure (JpForm *form, gpointer data, JpFormWork *todo)
{
  const Figure *context = data;
  g_autofree char *text = jp_form_text (form, "value");
  g_autofree char *fault = NULL;
  gint64 value = jp_figure_read (context->pack, context->metric, text != NULL ? text : "", &fault);
  Figure *figure;

  if (fault != NULL)
    {
      jp_field_set_error (jp_form_get (form, "value"), fault);
      return FALSE;
    }

  figure = figure_new (context->pack, context->cluster, context->metric, context->year);
  figure->value = value;
  figure->reason = jp_form_text (form, "reason");
  *todo = (JpFormWork) { do_figure, figure, figure_free };

  return TRUE;
}

static const JpPack *
pack_of (JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);

  return jp_pack_set_on (context->packs, context->today);
}

JpForm *
jp_locked_figure_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, guint metric, int year)
{
  const JpPack *pack = pack_of (session);
  const JpMetric *about = &pack->metrics[metric];
  const JpAssessment *lock = jp_filing_locked_by (dossier, year);
  const JpFigures *figures = jp_dossier_figures (dossier, year);
  gint64 value = figures != NULL ? jp_figures_get (figures, about->id) : JP_VALUE_UNKNOWN;
  g_autofree char *label = g_strdup_printf ("%s（%s）", about->name, about->unit);
  g_autofree char *text = value != JP_VALUE_UNKNOWN ? jp_shown_units (value, about->decimals) : NULL;
  g_autofree char *intro = NULL;
  JpForm *form = jp_form_new (over, session, _("Correct a Locked Figure"), _("_Correct"));

  intro = g_strdup_printf (_("The figures of %d rest under the confirmed assessment for %d. The correction changes "
                             "the ledger and "
                             "open assessments; the confirmed result stays and carries a mark."),
                           year, lock != NULL ? lock->year : year);
  jp_form_set_intro (form, intro);
  jp_field_set_text (jp_form_add (form, "value", JP_FIELD_KIND_NUMBER, label), text);
  jp_form_add (form, "reason", JP_FIELD_KIND_TEXT, _("Reason"));
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_LOCKED, "reason");
  jp_form_expect (form, JP_FILING_ERROR, JP_FILING_ERROR_VALUE, "value");
  jp_form_open (form, make_figure, figure_new (pack, dossier->id, metric, year), figure_free);

  return form;
}

/* A block on its way: looked at first, then written. */
typedef struct
{
  JpImport      *import;
  JpImportReport report;
  GtkWidget     *over;
  JpSession     *session;
  char          *cluster;
} Block;

static void
block_free (gpointer data)
{
  Block *block = data;

  jp_import_free (block->import);
  g_clear_object (&block->over);
  g_clear_object (&block->session);
  g_free (block->cluster);
  g_free (block);
}

static gboolean
look_at_block (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Block *block = data;
  g_autoptr (GError) refused = NULL;

  if (jp_casework_import (desk, block->import, "剪贴板", TRUE, &block->report, cancellable, &refused)
      || g_error_matches (refused, JP_IMPORT_ERROR, JP_IMPORT_ERROR_REFUSED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

static gboolean
do_block (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Block *block = *(Block **) data;

  return jp_casework_import (desk, block->import, "剪贴板", FALSE, &block->report, cancellable, error);
}

static gboolean
make_block (JpForm *form, gpointer data, JpFormWork *todo)
{
  Block **held = g_new (Block *, 1);

  *held = data; /* the form keeps it until the work is done */
  *todo = (JpFormWork) { do_block, held, g_free };

  return TRUE;
}

static GtkWidget *
new_cell (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static const char *
note_at (GPtrArray *notes, int year, guint metric)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (notes, i);

      if ((int) note->row == year && note->column == metric + 1)
        return note->message;
    }

  return NULL;
}

/* One line of the preview; FALSE: nothing to tell. */
static gboolean
add_line (GtkGrid *grid, int line, const JpDossier *dossier, const JpImport *import, guint metric,
          const JpImportFigures *row)
{
  const JpMetric *about = &import->pack->metrics[metric];
  const JpFigures *figures = jp_dossier_figures (dossier, row->year);
  gint64 old = figures != NULL ? jp_figures_get (figures, about->id) : JP_VALUE_UNKNOWN, new = row->values[metric];
  const char *fault = note_at (import->faults, row->year, metric);
  const char *warning = note_at (import->warnings, row->year, metric);
  g_autofree char *year = g_strdup_printf ("%d", row->year);
  g_autofree char *old_text = old != JP_VALUE_UNKNOWN ? jp_shown_units (old, about->decimals) : g_strdup ("—");
  g_autofree char *new_text = new != JP_VALUE_UNKNOWN ? jp_shown_units (new, about->decimals) : g_strdup ("—");
  g_autofree char *remark = fault != NULL ? g_strconcat ("✗ ", fault, NULL)
                            : warning != NULL ? g_strconcat ("⚠ ", warning, NULL) : NULL;

  if (fault == NULL && (new == JP_VALUE_UNKNOWN || new == old))
    return FALSE;

  gtk_grid_attach (grid, new_cell (about->name, 0, NULL), 0, line, 1, 1);
  gtk_grid_attach (grid, new_cell (year, 0, "numeric"), 1, line, 1, 1);
  gtk_grid_attach (grid, new_cell (old_text, 1, "numeric"), 2, line, 1, 1);
  gtk_grid_attach (grid, new_cell (new_text, 1, "numeric"), 3, line, 1, 1);
  gtk_grid_attach (grid, new_cell (remark, 0, fault != NULL ? "error" : "caption"), 4, line, 1, 1);

  return TRUE;
}

static GtkWidget *
new_preview (const Block *block, const JpDossier *dossier, int *n_lines)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *headers[] = { _("Figure"), _("Year"), _("On Record"), _("Pasted"), _("Remark") };

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    gtk_grid_attach (GTK_GRID (grid), new_cell (headers[i], i == 2 || i == 3 ? 1 : 0, "heading"), (int) i, 0, 1, 1);
  for (guint metric = 0; metric < block->import->pack->n_metrics; metric++)
    for (guint i = 0; i < block->import->figures->len; i++)
      if (add_line (GTK_GRID (grid), *n_lines + 1, dossier, block->import, metric,
                    g_ptr_array_index (block->import->figures, i)))
        (*n_lines)++;

  return grid;
}

/* What concerns the block as a whole. */
static const char *
whole_fault (const JpImport *import)
{
  for (guint i = 0; i < import->faults->len; i++)
    {
      const JpCellNote *note = g_ptr_array_index (import->faults, i);

      if (note->column == 0)
        return note->message;
    }

  return import->faults->len > 0 ? _("Nothing can be pasted as long as a figure is wrong: put it right in the "
                                     "spreadsheet and copy "
                                     "the block again.")
                                 : NULL;
}

static void
on_looked_at (GObject *source, GAsyncResult *result, gpointer data)
{
  Block *block = data;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);
  const JpDossier *dossier = done ? jp_session_find (block->session, block->cluster) : NULL;
  g_autofree char *intro = NULL;
  const char *fault;
  int n_lines = 0;
  GtkWidget *preview;
  JpForm *form;

  if (dossier == NULL || gtk_widget_get_root (block->over) == NULL)
    {
      block_free (block);
      return;
    }

  form = jp_form_new (block->over, block->session, _("Paste Figures"), _("_Paste"));
  preview = new_preview (block, dossier, &n_lines);
  fault = whole_fault (block->import);
  intro = n_lines > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d figure of %s would change:",
                                                      "%d figures of %s would change:", (gulong) n_lines),
                                         n_lines, dossier->name)
                      : g_strdup (_("Nothing would change: the figures are on record as they are."));
  jp_form_set_intro (form, intro);
  jp_form_set_error (form, fault);
  jp_form_set_can_accept (form, fault == NULL && n_lines > 0);
  jp_form_add_widget (form, preview);
  gtk_window_set_default_size (GTK_WINDOW (form), 760, -1);
  jp_form_open (form, make_block, block, block_free);
}

void
jp_paste_form_open (GtkWidget *over, JpSession *session, const JpDossier *dossier, guint metric, int year,
                    const char *text)
{
  Block *block = g_new0 (Block, 1);
  int last = (int) jp_date_year (jp_session_get_today (session));

  block->import = jp_figure_read_block (pack_of (session), dossier->name, metric, year, last, text);
  block->over = g_object_ref (over);
  block->session = g_object_ref (session);
  block->cluster = g_strdup (dossier->id);
  jp_session_read_async (session, look_at_block, block, NULL, NULL, on_looked_at, block);
}
