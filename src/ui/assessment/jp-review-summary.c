/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-review-summary.h"

#include "jp-article-tag.h"
#include "jp-assessment-columns.h"
#include "jp-band-bar.h"
#include "jp-dossier-section.h"
#include "jp-paper-words.h"

#include <glib/gi18n-lib.h>

#define CHEAPEST_SHOWN 3
#define LABEL_CHARS    12 /* what a label would like at most; the summary stays narrow */

struct _JpReviewSummary
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *title, *mark, *tag, *total, *bar, *rows;
  GtkWidget *gap_card, *gap, *steps;
  GtkWidget *missing_card, *missing_title, *missing;

  /* Owned. */
  JpReview *review;
  char     *missing_shown; /* what the list of missing things was made of */
};

G_DEFINE_FINAL_TYPE (JpReviewSummary, jp_review_summary, ADW_TYPE_BIN)

static guint go_signal;

static const struct
{
  const char *id;
  const char *title;
} steps[JP_N_STEPS] = {
  [JP_STEP_ELIGIBILITY] = { "eligibility", N_("Eligibility and Year") },
  [JP_STEP_FIGURES] = { "figures", N_("Yearly Figures") },
  [JP_STEP_POINTS] = { "points", N_("Scoring") },
  [JP_STEP_VETOES] = { "vetoes", N_("Vetoes") },
  [JP_STEP_CONCLUSION] = { "conclusion", N_("Conclusion") },
};

const char *
jp_step_id (JpStep step)
{
  return steps[step].id;
}

const char *
jp_step_title (JpStep step)
{
  return _(steps[step].title);
}

gboolean
jp_step_parse (const char *id, JpStep *step)
{
  for (guint i = 0; i < JP_N_STEPS; i++)
    if (g_strcmp0 (steps[i].id, id) == 0)
      {
        *step = (JpStep) i;
        return TRUE;
      }

  return FALSE;
}

JpStep
jp_step_of (JpLackKind kind)
{
  switch (kind)
    {
    case JP_LACK_OPEN:
      return JP_STEP_ELIGIBILITY;
    case JP_LACK_FIGURE:
      return JP_STEP_FIGURES;
    case JP_LACK_POINTS:
    case JP_LACK_REASON:
      return JP_STEP_POINTS;
    case JP_LACK_NARRATIVE:
    default:
      return JP_STEP_CONCLUSION;
    }
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
new_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_row (GtkWidget *box, const char *name, const char *value, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *shown = new_label (value, 1, css_class);
  GtkWidget *label = new_label (name, 0, "dim-label");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_wrap (GTK_LABEL (shown), FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (shown), -1);
  gtk_widget_add_css_class (shown, "numeric");
  gtk_widget_set_hexpand (shown, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), shown);
  gtk_box_append (GTK_BOX (box), row);
}

/* Whether one office gave every indicator its points. */
static gboolean
is_complete (const JpResult *result, gboolean city)
{
  for (guint i = 0; i < result->pack->n_indicators; i++)
    if ((city ? result->points[i].city : result->points[i].district) < 0)
      return FALSE;

  return TRUE;
}

/* Whose total it is that stands; of several, a total so far. */
static const char *
total_title (const JpResult *result)
{
  if (is_complete (result, TRUE))
    return _("City’s Total");
  if (result->total_city < 0 && is_complete (result, FALSE))
    return _("District’s Total");

  return _("Total so Far");
}

static void
show_total (JpReviewSummary *self, const JpResult *result)
{
  g_autofree char *total = jp_points_to_string (result->total);
  g_autofree char *most = jp_points_to_string (result->most);
  g_autofree char *text = g_strdup_printf ("%s 分", total);
  gboolean provisional = result->missing->len > 0;

  gtk_label_set_label (GTK_LABEL (self->title),
                       jp_review_get_trial (self->review) ? _("Trial Total") : total_title (result));
  gtk_label_set_label (GTK_LABEL (self->total), text);
  gtk_label_set_label (GTK_LABEL (self->mark), result->vetoed ? "一票否决" : _("Provisional"));
  gtk_widget_set_visible (self->mark, provisional || result->vetoed);
  jp_article_tag_set_article (JP_ARTICLE_TAG (self->tag), result->pack->funding_article);
  jp_band_bar_show (JP_BAND_BAR (self->bar), result);
  if (provisional)
    {
      g_autofree char *range = g_strdup_printf ("%s–%s 分", total, most);

      add_row (self->rows, _("Least to most"), range, "heading");
    }
}

static void
show_money (JpReviewSummary *self, const JpResult *result)
{
  g_autofree char *amount = jp_assessment_amount_text (result);
  g_autofree char *vetoes = jp_assessment_veto_numbers (result);
  g_autofree char *band = result->band != NULL ? jp_words_band (result->band->from, result->band_to) : NULL;

  if (band != NULL)
    add_row (self->rows, _("Band"), band, "heading");
  if (result->vetoed)
    add_row (self->rows, "一票否决", vetoes, "error");
  add_row (self->rows, _("Next amount"), amount, "heading");
}

static void
show_rank (JpReviewSummary *self, const JpResult *result)
{
  JpSession *session = jp_review_get_session (self->review);
  JpRank rank;

  if (!jp_session_is_city (session) || jp_session_get_year (session) != result->year)
    return;

  rank = jp_result_rank (result, jp_session_get_results (session));
  if (rank.rank > 0)
    {
      g_autofree char *text = g_strdup_printf ("第%u名，共%u个", rank.rank, rank.of);

      add_row (self->rows, _("Rank in the city"), text, "heading");
    }
  if (rank.median >= 0)
    {
      g_autofree char *median = jp_points_to_string (rank.median);
      g_autofree char *text = g_strdup_printf ("%s 分", median);

      add_row (self->rows, _("Median of the city"), text, "heading");
    }
}

/* The other office's total, and how far it lies from the one that stands. */
static void
show_district (JpReviewSummary *self, const JpResult *result)
{
  g_autofree char *district = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *text = NULL;

  if (!is_complete (result, TRUE) || !is_complete (result, FALSE))
    return;

  district = jp_points_to_string (result->total_district);
  gap = jp_points_to_string (ABS (result->total_district - result->total_city));
  if (result->total_district == result->total_city)
    text = g_strdup_printf ("%s 分，一致", district);
  else
    text = g_strdup_printf ("%s 分，%s %s", district, result->total_district > result->total_city ? "高" : "低", gap);
  add_row (self->rows, _("District’s Total"), text, "heading");
}

/* How many papers prove the year and its indicators. */
static void
show_evidence (JpReviewSummary *self, const JpResult *result)
{
  const GPtrArray *attachments = result->dossier->attachments;
  guint n = 0;

  for (guint i = 0; i < attachments->len; i++)
    n += jp_attachment_evidence_year (g_ptr_array_index (attachments, i)) == result->year;
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u paper", "%u papers", n), n);

      add_row (self->rows, _("Evidence"), text, "heading");
    }
}

/* "重点工业企业增量 再增 1 家", as much more as it takes of this year's figures. */
static char *
step_words (const JpResult *result, const JpCheapStep *step)
{
  const JpIndicator *indicator = &result->pack->indicators[step->indicator];
  const char *unit = jp_indicator_unit (result->pack, indicator);
  g_autofree char *needed = NULL;

  if (step->needed < 0)
    return g_strdup_printf ("%s 由评审提高", indicator->name);

  needed = jp_units_to_grouped (step->needed, jp_indicator_decimals (result->pack, indicator));
  return g_strdup_printf ("%s 再增 %s %s", indicator->name, needed, g_str_equal (unit, "%") ? "个百分点" : unit);
}

static void
show_gap (JpReviewSummary *self, const JpResult *result)
{
  g_autofree char *points = jp_points_to_string (result->gap_points);
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  empty (self->steps);
  gtk_widget_set_visible (self->gap_card, result->gap_points > 0 && result->state != JP_ASSESSMENT_CONFIRMED);
  if (result->gap_points <= 0)
    return;

  amount = result->involves_money ? jp_money_to_wan (result->amount + result->gap_amount) : NULL;
  text = amount != NULL ? g_strdup_printf ("再得 %s 分 → %s 万元", points, amount)
                        : g_strdup_printf ("再得 %s 分进入上一档", points);
  gtk_label_set_label (GTK_LABEL (self->gap), text);
  for (guint i = 0; i < MIN (result->cheapest->len, CHEAPEST_SHOWN); i++)
    {
      const JpCheapStep *step = &g_array_index (result->cheapest, JpCheapStep, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      g_autofree char *words = step_words (result, step);
      g_autofree char *gain = jp_points_to_string (step->gain);
      g_autofree char *shown = g_strdup_printf ("+%s", gain);
      GtkWidget *what = new_label (words, 0, "dim-label"), *worth = new_label (shown, 1, "success");

      gtk_widget_set_hexpand (what, TRUE);
      gtk_label_set_wrap (GTK_LABEL (worth), FALSE);
      gtk_widget_add_css_class (worth, "numeric");
      gtk_box_append (GTK_BOX (row), what);
      gtk_box_append (GTK_BOX (row), worth);
      gtk_box_append (GTK_BOX (self->steps), row);
    }
}

static void
on_missing (GtkWidget *button, JpReviewSummary *self)
{
  guint packed = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "jp-missing"));

  g_signal_emit (self, go_signal, 0, packed >> 16, packed & 0xffff);
}

static void
add_missing (JpReviewSummary *self, const JpLack *missing)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *what = new_label (missing->sentence, 0, NULL);
  JpStep step = jp_step_of (missing->kind);
  g_autofree char *where = g_strdup_printf (_("step %u"), (guint) step + 1);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic"),
            *place = new_label (where, 1, "dim-label");

  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), what);
  gtk_box_append (GTK_BOX (row), place);
  gtk_label_set_wrap (GTK_LABEL (place), FALSE);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "missing-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, missing->sentence, -1);
  g_object_set_data (G_OBJECT (button), "jp-missing", GUINT_TO_POINTER ((guint) step << 16 | missing->index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_missing), self);
  gtk_box_append (GTK_BOX (self->missing), button);
}

/* Made anew only when something else is missing: a keystroke seldom changes that. */
static void
show_missing (JpReviewSummary *self, const JpResult *result)
{
  g_autoptr (GPtrArray) missing = jp_assess_missing_new (result);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *title
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Thing Missing", "%u Things Missing", missing->len),
                       missing->len);

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (all, "%s\n", ((JpLack *) g_ptr_array_index (missing, i))->sentence);
  if (g_strcmp0 (all->str, self->missing_shown) == 0)
    return;

  g_free (self->missing_shown);
  self->missing_shown = g_strdup (all->str);
  gtk_label_set_label (GTK_LABEL (self->missing_title), title);
  gtk_widget_set_visible (self->missing_card, missing->len > 0);
  empty (self->missing);
  for (guint i = 0; i < missing->len; i++)
    add_missing (self, g_ptr_array_index (missing, i));
}

static void
on_copy (JpReviewSummary *self)
{
  const JpResult *result = jp_review_get_result (self->review);
  g_autofree char *text = NULL;

  if (result == NULL || self->missing_shown == NULL)
    return;

  text = g_strdup_printf ("%s %d年度考核尚缺：\n%s", result->dossier->name, result->year, self->missing_shown);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("What is missing is on the clipboard, to be sent on."));
}

static void
show (JpReviewSummary *self)
{
  const JpResult *result = jp_review_get_result (self->review);

  gtk_widget_set_visible (GTK_WIDGET (self), result != NULL && result->pack != NULL);
  if (result == NULL || result->pack == NULL)
    return;

  empty (self->rows);
  show_total (self, result);
  show_money (self, result);
  show_rank (self, result);
  show_district (self, result);
  show_evidence (self, result);
  show_gap (self, result);
  show_missing (self, result);
}

static GtkWidget *
new_card (GtkWidget *column)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "summary-card");
  gtk_box_append (GTK_BOX (column), card);

  return card;
}

static void
add_total_card (JpReviewSummary *self, GtkWidget *column)
{
  GtkWidget *card = new_card (column), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->title = new_label (NULL, 0, "heading");
  self->mark = jp_section_chip ("", "amber");
  self->tag = jp_article_tag_new ("第十三条");
  gtk_widget_set_halign (self->tag, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->tag, TRUE);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->mark);
  gtk_box_append (GTK_BOX (head), self->tag);
  self->total = new_label (NULL, 0, "summary-total");
  gtk_widget_add_css_class (self->total, "numeric");
  self->bar = jp_band_bar_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), self->total);
  gtk_box_append (GTK_BOX (card), self->bar);
  gtk_box_append (GTK_BOX (card), self->rows);
}

static void
jp_review_summary_dispose (GObject *object)
{
  JpReviewSummary *self = JP_REVIEW_SUMMARY (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  g_clear_pointer (&self->missing_shown, g_free);

  G_OBJECT_CLASS (jp_review_summary_parent_class)->dispose (object);
}

static void
jp_review_summary_class_init (JpReviewSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_review_summary_dispose;

  go_signal = g_signal_new ("go", JP_TYPE_REVIEW_SUMMARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                            G_TYPE_UINT, G_TYPE_UINT);
}

static void
jp_review_summary_init (JpReviewSummary *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  add_total_card (self, column);
  self->gap_card = new_card (column);
  self->gap = new_label (NULL, 0, "heading");
  self->steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->gap_card), new_label (_("To the Next Band"), 0, "dim-label"));
  gtk_box_append (GTK_BOX (self->gap_card), self->gap);
  gtk_box_append (GTK_BOX (self->gap_card), self->steps);

  self->missing_card = new_card (column);
  self->missing_title = new_label (NULL, 0, "heading");
  self->missing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->missing_title, TRUE);
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_set_tooltip_text (copy, _("Copy as Text to Send"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy as Text to Send"), -1);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (on_copy), self);
  gtk_box_append (GTK_BOX (head), self->missing_title);
  gtk_box_append (GTK_BOX (head), copy);
  gtk_box_append (GTK_BOX (self->missing_card), head);
  gtk_box_append (GTK_BOX (self->missing_card), self->missing);
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Summary"), -1);
}

GtkWidget *
jp_review_summary_new (JpReview *review)
{
  JpReviewSummary *self = g_object_new (JP_TYPE_REVIEW_SUMMARY, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_swapped (review, "changed", G_CALLBACK (show), self);

  return GTK_WIDGET (self);
}
