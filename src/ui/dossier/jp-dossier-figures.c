/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-figures.h"

#include "jp-cluster-work.h"
#include "jp-figure-forms.h"
#include "jp-figures-grid.h"
#include "jp-filing.h"
#include "jp-plausibility.h"
#include "jp-table-copy.h"

#include <glib/gi18n-lib.h>

struct _JpDossierFigures
{
  JpDossierSection parent_instance;

  /* Borrowed: children. */
  GtkWidget *grid;
  GtkWidget *message;
  GtkWidget *checks;
};

G_DEFINE_FINAL_TYPE (JpDossierFigures, jp_dossier_figures, JP_TYPE_DOSSIER_SECTION)

typedef struct
{
  char  *cluster;
  char  *id;
  guint  metric;
  int    year;
  gint64 value;
} Entered;

static void
entered_free (gpointer data)
{
  Entered *entered = data;

  g_free (entered->cluster);
  g_free (entered->id);
  g_free (entered);
}

static gboolean
do_entered (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Entered *entered = data;

  return jp_casework_set_figure (desk, entered->cluster, entered->year, entered->id, entered->value, NULL, error);
}

typedef struct
{
  JpDossierFigures *self;
  char             *cluster;
  guint             metric;
  int               year;
} Asked;

static void
tell (JpDossierFigures *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (JpDossierFigures) self = asked->self;
  g_autofree char *cluster = asked->cluster;
  const JpDossier *dossier = jp_dossier_section_get_dossier (JP_DOSSIER_SECTION (self));
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  if (dossier == NULL || !g_str_equal (dossier->id, cluster))
    return;
  tell (self, done ? NULL : error->message);
  jp_figures_grid_set_error (JP_FIGURES_GRID (self->grid), asked->metric, asked->year, done ? NULL : error->message);
}

static void
on_entered (JpDossierFigures *self, guint metric, int year, gint64 value)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  Entered *entered = g_new0 (Entered, 1);
  Asked *asked = g_new (Asked, 1);

  entered->cluster = g_strdup (jp_dossier_section_get_dossier (section)->id);
  entered->id = g_strdup (jp_dossier_section_get_pack (section)->metrics[metric].id);
  entered->metric = metric;
  entered->year = year;
  entered->value = value;
  *asked = (Asked) { g_object_ref (self), g_strdup (entered->cluster), metric, year };
  jp_session_do_async (jp_dossier_section_get_session (section), do_entered, entered, entered_free, NULL, on_done,
                       asked);
}

static void
on_locked (JpDossierFigures *self, guint metric, int year)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  JpSession *session = jp_dossier_section_get_session (section);

  if (jp_session_is_city (session))
    jp_locked_figure_form_open (GTK_WIDGET (self), session, jp_dossier_section_get_dossier (section), metric, year);
  else
    tell (self, _("This figure is locked by a confirmed assessment; the city can correct it with a reason."));
}

static void
on_pasted (JpDossierFigures *self, guint metric, int year, const char *text)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);

  jp_paste_form_open (GTK_WIDGET (self), jp_dossier_section_get_session (section),
                      jp_dossier_section_get_dossier (section),
                      metric, year, text);
}

/* With the headers an import reads, so that what is copied can be pasted back. */
static void
on_copy (JpDossierFigures *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpDossier *dossier = jp_dossier_section_get_dossier (section);
  const JpPack *pack = jp_dossier_section_get_pack (section);
  int first = jp_figures_grid_first_year (JP_FIGURES_GRID (self->grid));
  int end = first + (int) jp_figures_grid_n_years (JP_FIGURES_GRID (self->grid));
  g_autoptr (JpTableCopy) table = jp_table_copy_new ();

  jp_table_copy_cell (table, dossier->name);
  for (int year = first; year < end; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      jp_table_copy_cell (table, text);
    }
  jp_table_copy_end_row (table);
  for (guint i = 0; i < pack->n_metrics; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s（%s）", pack->metrics[i].name, pack->metrics[i].unit);

      jp_table_copy_cell (table, name);
      for (int year = first; year < end; year++)
        {
          const JpFigures *figures = jp_dossier_figures (dossier, year);
          gint64 value = figures != NULL ? jp_figures_get (figures, pack->metrics[i].id) : JP_VALUE_UNKNOWN;
          g_autofree char *text = jp_units_to_string (value, pack->metrics[i].decimals);

          jp_table_copy_cell (table, value != JP_VALUE_UNKNOWN ? text : NULL);
        }
      jp_table_copy_end_row (table);
    }
  jp_table_copy_put (table, GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("The table is on the clipboard."));
}

static const char *
suspicion_name (JpSuspicion kind)
{
  switch (kind)
    {
    case JP_SUSPECT_GROWTH:
      return _("Unusual growth");
    case JP_SUSPECT_JUMP:
      return _("Jump");
    case JP_SUSPECT_SLIP:
      return _("Slip of the unit?");
    case JP_SUSPECT_COPIED_GROWTH:
      return _("Copied growth?");
    case JP_SUSPECT_ROUND:
      return _("Too round");
    case JP_SUSPECT_EVIDENCE:
      return _("Evidence of another year");
    case JP_SUSPECT_PART_ABOVE_WHOLE:
    default:
      return _("Part above whole");
    }
}

static void
add_suspects (AdwPreferencesGroup *group, GPtrArray *suspects)
{
  for (guint i = 0; i < suspects->len; i++)
    {
      const JpSuspect *suspect = g_ptr_array_index (suspects, i);
      GtkWidget *row = jp_group_add_row (group, suspect->sentence, NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 jp_section_chip (suspicion_name (suspect->kind),
                                                  suspect->kind == JP_SUSPECT_PART_ABOVE_WHOLE ? "bad" : "amber"));
    }
}

static guint
add_checks (AdwPreferencesGroup *group, const JpDossier *dossier, const JpPack *pack, int year)
{
  g_autoptr (GPtrArray) figures = jp_plausibility_new (dossier, pack, year);
  g_autoptr (GPtrArray) evidence = jp_evidence_check_new (dossier, year);

  add_suspects (group, figures);
  add_suspects (group, evidence);

  return figures->len + evidence->len;
}

/* 体检: the newest years first, which are the ones still to be reviewed. */
static void
show_checks (JpDossierFigures *self, const JpDossier *dossier)
{
  const JpPack *pack = jp_dossier_section_get_pack (JP_DOSSIER_SECTION (self));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  int first = jp_figures_grid_first_year (JP_FIGURES_GRID (self->grid));
  GtkWidget *before = gtk_widget_get_first_child (self->checks);
  guint n = 0;

  if (before != NULL)
    gtk_box_remove (GTK_BOX (self->checks), before);
  gtk_box_append (GTK_BOX (self->checks), GTK_WIDGET (group));
  adw_preferences_group_set_title (group, _("What a Reviewer Would Ask"));
  adw_preferences_group_set_description (group,
                                         _("Warnings only: right figures can look like this, wrong ones often do."));
  for (int year = first + (int) jp_figures_grid_n_years (JP_FIGURES_GRID (self->grid)) - 1; year >= first; year--)
    n += add_checks (group, dossier, pack, year);
  if (n == 0)
    jp_group_add_empty (group, _("Nothing about these figures looks unusual."));
}

static void
jp_dossier_figures_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpDossierFigures *self = JP_DOSSIER_FIGURES (section);

  jp_figures_grid_show (JP_FIGURES_GRID (self->grid), dossier, jp_dossier_section_get_context (section));
  show_checks (self, dossier);
}

static void
jp_dossier_figures_class_init (JpDossierFiguresClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_figures_show;
}

static void
jp_dossier_figures_init (JpDossierFigures *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Annual Figures"), "第十条");

  adw_preferences_group_set_description (group, _("Saved as each field is left. Enter goes on down, then to "
                                                  "the next year; a block copied from a spreadsheet is pasted "
                                                  "at its first figure."));
  jp_group_add_suffix (group, jp_section_button (_("_Copy Table"), "copy-figures", G_CALLBACK (on_copy), self));
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_margin_bottom (self->message, 6);
  gtk_widget_set_visible (self->message, FALSE);
  self->grid = jp_figures_grid_new ();
  g_signal_connect_swapped (self->grid, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect_swapped (self->grid, "locked", G_CALLBACK (on_locked), self);
  g_signal_connect_swapped (self->grid, "pasted", G_CALLBACK (on_pasted), self);
  adw_preferences_group_add (group, self->message);
  adw_preferences_group_add (group, self->grid);
  self->checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (jp_dossier_section_get_column (section), self->checks);
}

void
jp_dossier_figures_set_span (JpDossierFigures *self, int first, guint n_years)
{
  jp_figures_grid_set_span (JP_FIGURES_GRID (self->grid), first, n_years);
}

JpFiguresGrid *
jp_dossier_figures_get_grid (JpDossierFigures *self)
{
  return JP_FIGURES_GRID (self->grid);
}
