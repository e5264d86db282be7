/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page is narrowed down to: a search, a district, and chips. */

#include "jp-funding-page-private.h"

#include "jp-case-batch.h"
#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

static const char * const mark_names[JP_N_FUNDING_MARKS] = {
  N_("To Do"),
  N_("In Publicity"),
  N_("Paid"),
  N_("To Be Refunded"),
};

static gboolean
fits (JpFundingPage *self, const JpFundingRow *row, const JpSearchQuery *query)
{
  return (self->marks == 0 || (row->marks & self->marks) != 0) &&
         (self->district == NULL || g_strcmp0 (row->dossier->district, self->district) == 0) &&
         jp_search_query_matches (query, row->key);
}

static void
show_hits (JpFundingPage *self)
{
  g_autofree char *text = NULL;
  guint n = self->shown->len;

  if (n == self->data->rows->len)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "<b>%u</b> cluster", "<b>%u</b> clusters", n), n);
  else
    text = g_strdup_printf (_("Found <b>%u</b> of %u"), n, self->data->rows->len);
  gtk_label_set_markup (self->hits, text);
}

/* Acts of the city; there where a case they could be next for is shown. */
static void
show_batches (JpFundingPage *self)
{
  gboolean city = jp_session_is_city (jp_page_get_session (JP_PAGE (self)));
  gboolean publicise = jp_case_batch_may (self->shown, JP_FUND_PUBLICISE);
  gboolean pay = jp_case_batch_may (self->shown, JP_FUND_PAY);

  gtk_widget_set_visible (self->publicise_button, city);
  gtk_widget_set_visible (self->pay_button, city);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.publicise", city && publicise);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "funding.pay", city && pay);
}

void
jp_funding_filters_apply (JpFundingPage *self)
{
  g_autoptr (JpSearchQuery) query = jp_search_query_new (gtk_editable_get_text (self->search_entry));
  g_autoptr (GArray) budget = NULL;

  if (self->data == NULL)
    return;

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->data->rows->len; i++)
    if (fits (self, g_ptr_array_index (self->data->rows, i), query))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->data->rows, i));

  budget = jp_funding_budget (self->shown);
  jp_funding_matrix_show (self->matrix, self->data, self->shown);
  jp_funding_budget_show (self->budget, self->data, self->shown);
  jp_funding_totals_show (self->totals, budget, self->data->fiscal_year);
  show_hits (self);
  show_batches (self);
}

static void
on_chip (JpFundingPage *self)
{
  if (self->updating)
    return;

  self->marks = 0;
  for (guint i = 0; i < JP_N_FUNDING_MARKS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[i])))
      self->marks |= 1u << i;
  jp_funding_filters_apply (self);
}

static void
on_district (JpFundingPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->district_choice);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_free (self->district);
  self->district = selected > 0 ? g_strdup (g_ptr_array_index (self->districts, selected - 1)) : NULL;
  jp_funding_filters_apply (self);
}

static guint
count (const JpFundingData *data, guint mark)
{
  guint n = 0;

  for (guint i = 0; i < data->rows->len; i++)
    n += (((const JpFundingRow *) g_ptr_array_index (data->rows, i))->marks & mark) != 0 ? 1 : 0;

  return n;
}

static void
update_chips (JpFundingPage *self)
{
  for (guint i = 0; i < JP_N_FUNDING_MARKS; i++)
    {
      guint n = count (self->data, 1u << i);
      gboolean active = (self->marks & (1u << i)) != 0;
      g_autofree char *text = g_strdup_printf ("%s %u", _(mark_names[i]), n);

      gtk_button_set_label (GTK_BUTTON (self->chips[i]), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]), active);
      gtk_widget_set_visible (self->chips[i], n > 0 || active || gtk_widget_has_focus (self->chips[i]));
    }
}

static void
update_districts (JpFundingPage *self)
{
  const JpPack *pack = self->data->pack;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->districts, 0);
  gtk_string_list_append (names, _("All Districts"));
  for (guint i = 0; pack != NULL && i < pack->n_districts; i++)
    {
      g_ptr_array_add (self->districts, g_strdup (pack->districts[i].code));
      gtk_string_list_append (names, pack->districts[i].name);
      if (g_strcmp0 (self->district, pack->districts[i].code) == 0)
        selected = i + 1;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (names))
      != g_list_model_get_n_items (gtk_drop_down_get_model (self->district_choice)))
    gtk_drop_down_set_model (self->district_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->district_choice, selected);
}

void
jp_funding_filters_update (JpFundingPage *self)
{
  self->updating = TRUE;
  update_chips (self);
  update_districts (self);
  jp_article_tag_set_article (self->tag, self->data->pack != NULL ? self->data->pack->funding_article : NULL);
  gtk_widget_set_visible (self->unconfirmed, !self->data->confirmed);
  self->updating = FALSE;
  jp_funding_filters_apply (self);
}

static GtkWidget *
new_unconfirmed (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("jp-attention-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("评分标准未核定"));
  gtk_widget_add_css_class (box, "chip");
  gtk_widget_add_css_class (box, "chip-amber");

  return box;
}

void
jp_funding_filters_setup (JpFundingPage *self)
{
  GtkWidget *box = jp_wrap_box_new (6), *unit = gtk_label_new (_("In 万元"));
  g_autoptr (GtkStringList) none = gtk_string_list_new (NULL);

  self->shown = g_ptr_array_new ();
  self->districts = g_ptr_array_new_with_free_func (g_free);
  gtk_drop_down_set_model (self->district_choice, G_LIST_MODEL (none));
  for (guint i = 0; i < JP_N_FUNDING_MARKS; i++)
    {
      self->chips[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->chips[i], "filter-chip");
      g_signal_connect_swapped (self->chips[i], "toggled", G_CALLBACK (on_chip), self);
      jp_wrap_box_append (JP_WRAP_BOX (box), self->chips[i]);
    }
  self->tag = JP_ARTICLE_TAG (jp_article_tag_new (NULL));
  self->unconfirmed = new_unconfirmed ();
  gtk_widget_add_css_class (unit, "dim-label");
  jp_wrap_box_append (JP_WRAP_BOX (box), unit);
  jp_wrap_box_append (JP_WRAP_BOX (box), GTK_WIDGET (self->tag));
  jp_wrap_box_append (JP_WRAP_BOX (box), self->unconfirmed);
  adw_bin_set_child (self->chips_place, box);
  g_signal_connect_swapped (self->district_choice, "notify::selected", G_CALLBACK (on_district), self);
}
