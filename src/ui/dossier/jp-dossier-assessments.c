/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-assessments.h"

#include "jp-article-tag.h"
#include "jp-result.h"
#include "jp-veto-radar.h"

#include <glib/gi18n-lib.h>

struct _JpDossierAssessments
{
  JpDossierSection parent_instance;
};

G_DEFINE_FINAL_TYPE (JpDossierAssessments, jp_dossier_assessments, JP_TYPE_DOSSIER_SECTION)

static char *
points_text (int hundredths)
{
  return hundredths >= 0 ? jp_points_to_string (hundredths) : g_strdup ("—");
}

static GtkWidget *
new_cell (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (xalign == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* "+2.50", "−1.00", "" : the standing points beside those of the year before, indicator by indicator. */
static char *
difference (const JpResult *result, const JpResult *before, guint index)
{
  int now = result->points[index].standing;
  g_autofree char *text = NULL;
  int then, other;

  if (before == NULL || before->pack == NULL)
    return g_strdup ("");
  other = jp_pack_find_indicator (before->pack, result->pack->indicators[index].id);
  then = other >= 0 ? before->points[other].standing : JP_POINTS_UNKNOWN;
  if (now < 0 || then < 0)
    return g_strdup ("");

  text = jp_points_to_string (ABS (now - then));
  return g_strdup_printf ("%s%s", now > then ? "+" : now < then ? "−" : "±", text);
}

static void
add_indicator (GtkGrid *grid, const JpResult *result, const JpResult *before, guint index)
{
  const JpIndicator *indicator = &result->pack->indicators[index];
  const JpResultPoints *points = &result->points[index];
  g_autofree char *weight = jp_points_to_string (indicator->weight);
  g_autofree char *measure = jp_score_measure_text (&result->score, index);
  g_autofree char *computed = points_text (points->computed);
  g_autofree char *district = points_text (points->district);
  g_autofree char *city = points_text (points->city);
  g_autofree char *standing = points_text (points->standing);
  g_autofree char *changed = difference (result, before, index);
  g_autofree char *working = jp_score_explain (&result->score, index);
  GtkWidget *tag = jp_article_tag_new (indicator->article);
  const char *cells[] = { indicator->name, weight, measure, computed, district, city, NULL, changed };

  jp_article_tag_set_value (JP_ARTICLE_TAG (tag), standing);
  jp_article_tag_set_working (JP_ARTICLE_TAG (tag), working);
  jp_article_tag_add_input (JP_ARTICLE_TAG (tag), _("Weight"), weight);
  jp_article_tag_add_input (JP_ARTICLE_TAG (tag), _("Measure"), measure);
  for (int i = 0; i < (int) G_N_ELEMENTS (cells); i++)
    gtk_grid_attach (grid, cells[i] != NULL ? new_cell (cells[i], i == 0 ? 0 : 1, i > 0 ? "numeric" : NULL) : tag, i,
                     (int) index + 1, 1, 1);
}

static GtkWidget *
new_table (const JpResult *result, const JpResult *before)
{
  const char *headers[] = { _("Indicator"), _("Weight"), _("Measure"), _("Computed"),
                            C_("points", "District"), C_("points", "City"), _("Points"), _("Change") };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "result-table");
  for (int i = 0; i < (int) G_N_ELEMENTS (headers); i++)
    gtk_grid_attach (GTK_GRID (grid), new_cell (headers[i], i == 0 ? 0 : 1, "heading"), i, 0, 1, 1);
  for (guint i = 0; i < result->pack->n_indicators; i++)
    add_indicator (GTK_GRID (grid), result, before, i);

  return grid;
}

/* "82.30 分", and beside a provisional one what is missing. */
static char *
total_text (const JpResult *result)
{
  g_autofree char *total = points_text (result->total);

  if (result->missing->len > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s 分 (provisional, %u indicator missing)",
                                         "%s 分 (provisional, %u indicators missing)", result->missing->len),
                            total, result->missing->len);

  return g_strdup_printf ("%s 分", total);
}

static char *
summary (const JpResult *result, const JpResult *before)
{
  g_autofree char *total = total_text (result);
  GString *text = g_string_new (total);

  if (before != NULL && before->pack != NULL && before->total >= 0 && result->total >= 0 && result->missing->len == 0
      && before->missing->len == 0)
    {
      g_autofree char *change = jp_points_to_string (ABS (result->total - before->total));

      g_string_append_printf (text, _(" · %s%s against %d"), result->total >= before->total ? "+" : "−", change,
                              before->year);
    }
  if (!result->pack_confirmed)
    g_string_append (text, " · 评分标准未核定");
  if (result->assessment != NULL && result->assessment->figures_corrected)
    g_string_append_printf (text, " · %s", _("figures were corrected since"));

  return g_string_free (text, FALSE);
}

static GtkWidget *
new_amount (const JpResult *result)
{
  GtkWidget *tag = jp_article_tag_new (result->pack->funding_article);
  g_autofree char *least = jp_money_to_wan (result->least);
  g_autofree char *most = jp_money_to_wan (result->most_amount);
  g_autofree char *range = g_strdup_printf ("%s–%s", least, most);
  g_autofree char *amount = result->amount != JP_MONEY_UNKNOWN ? jp_money_to_wan (result->amount) : g_strdup (range);
  g_autofree char *value = g_strdup_printf ("%s 万元", amount);
  g_autofree char *total = total_text (result);
  g_autofree char *fiscal = g_strdup_printf ("%d", result->next_fiscal_year);

  if (!result->involves_money)
    {
      jp_article_tag_set_value (JP_ARTICLE_TAG (tag), "不涉及资金");
      return tag;
    }
  jp_article_tag_set_value (JP_ARTICLE_TAG (tag), value);
  jp_article_tag_add_input (JP_ARTICLE_TAG (tag), _("Total"), total);
  jp_article_tag_add_input (JP_ARTICLE_TAG (tag), _("Fiscal year"), fiscal);
  if (result->gap_points > 0)
    {
      g_autofree char *gap = jp_points_to_string (result->gap_points);
      g_autofree char *next = jp_money_to_wan (result->amount + result->gap_amount);
      g_autofree char *working = g_strdup_printf ("现 %s → %s；再得 %s 分 → %s 万元", total, value, gap, next);

      jp_article_tag_set_working (JP_ARTICLE_TAG (tag), working);
    }

  return tag;
}

static void
add_vetoes (GtkWidget *box, const JpResult *result)
{
  for (guint i = 0; i < result->vetoes->len; i++)
    {
      const JpVeto *veto = g_ptr_array_index (result->vetoes, i);
      g_autofree char *text = g_strdup_printf ("一票否决%s%s：%s", veto->rule->number, veto->rule->name, veto->evidence);

      if (veto->state == JP_VETO_STANDS)
        gtk_box_append (GTK_BOX (box), new_cell (text, 0, "error"));
    }
}

/* Into the wizard of that year. */
static GtkWidget *
new_link (const JpResult *result)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *place = g_strdup_printf ("assessment#%s@%d", result->dossier->id, result->year);
  g_autofree char *name = g_strdup_printf ("wizard-%d", result->year);
  g_autofree char *said = g_strdup_printf (_("Open the assessment of %d"), result->year);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);

  return button;
}

static void
add_year (AdwPreferencesGroup *group, const JpResult *result, const JpResult *before, gboolean open)
{
  GtkWidget *row = adw_expander_row_new (), *child = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *title = g_strdup_printf (_("Assessment of %d"), result->year);
  g_autofree char *subtitle = summary (result, before);
  g_autofree char *name = g_strdup_printf ("year-%d", result->year);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), open);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), new_amount (result));
  if (result->vetoed)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), jp_section_chip ("一票否决", "bad"));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               jp_section_chip (jp_assessment_state_name (result->state),
                                                result->state == JP_ASSESSMENT_CONFIRMED ? "good" : "calm"));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), new_link (result));
  gtk_widget_add_css_class (box, "result-box");
  add_vetoes (box, result);
  gtk_box_append (GTK_BOX (box), new_table (result, before));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (child), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (child), FALSE);
  gtk_widget_set_focusable (child, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
  adw_preferences_group_add (group, row);
}

/* Newest first: from last year back to the first that a pack governs; those that are due or were opened. */
static void
show_years (JpDossierAssessments *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpContext *context = jp_dossier_section_get_context (section);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Results by Year"), "第十条");
  int chosen = jp_session_get_year (jp_dossier_section_get_session (section));
  int first = jp_pack_set_first_year (context->packs), shown = 0;

  for (int year = (int) jp_date_year (context->today) - 1; first != 0 && year >= first; year--)
    {
      JpResult *result = jp_result_new (dossier, context, year);
      JpResult *before = year > first ? jp_result_new (dossier, context, year - 1) : NULL;
      gboolean compares = before != NULL && (before->due || before->assessment != NULL);

      if (result->pack != NULL && (result->due || result->assessment != NULL))
        {
          add_year (group, result, compares ? before : NULL, year == chosen);
          shown++;
        }
      jp_result_free (result);
      g_clear_pointer (&before, jp_result_free);
    }
  if (shown == 0)
    jp_group_add_empty (group,
                        _("No year of this cluster is to be assessed yet: the first is the first year in its term."));
}

static void
show_radar (JpDossierAssessments *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group = jp_dossier_section_add_group (section, _("Veto Radar"), "第十条");

  adw_preferences_group_set_description (group, _("The vetoes as the records have them today: amber while "
                                                  "there is time to act, red when one stands."));
  jp_veto_radar_add (group, dossier, jp_dossier_section_get_context (section),
                     jp_session_get_year (jp_dossier_section_get_session (section)));
}

static void
jp_dossier_assessments_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpDossierAssessments *self = JP_DOSSIER_ASSESSMENTS (section);

  jp_dossier_section_clear (section);
  show_radar (self, dossier);
  show_years (self, dossier);
}

static void
jp_dossier_assessments_class_init (JpDossierAssessmentsClass *klass)
{
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_assessments_show;
}

static void
jp_dossier_assessments_init (JpDossierAssessments *self)
{
}
