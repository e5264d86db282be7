/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-cluster-chips.h"

#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  GROUP_WARNING,
  GROUP_DISTRICT,
  GROUP_STAGE,
} Group;

typedef struct
{
  Group       group;
  guint       value;    /* bit of a warning, stage */
  const char *district; /* interned */
  GtkWidget  *button;   /* borrowed: the box owns it */
  GtkLabel   *label;
} Chip;

struct _JpClusterChips
{
  AdwBin parent_instance;

  /* Borrowed. */
  JpWrapBox *box;

  /* Owned. */
  GPtrArray *chips; /* of Chip */
  gboolean   updating;
};

G_DEFINE_FINAL_TYPE (JpClusterChips, jp_cluster_chips, ADW_TYPE_BIN)

static guint changed_signal;

static void
on_toggled (JpClusterChips *self)
{
  if (!self->updating)
    g_signal_emit (self, changed_signal, 0);
}

static Chip *
add_chip (JpClusterChips *self, Group group, guint value, const char *district)
{
  Chip *chip = g_new0 (Chip, 1);

  *chip = (Chip) { group, value, district, gtk_toggle_button_new (), GTK_LABEL (gtk_label_new (NULL)) };
  if (group == GROUP_WARNING)
    {
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

      gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("jp-attention-symbolic"));
      gtk_box_append (GTK_BOX (content), GTK_WIDGET (chip->label));
      gtk_button_set_child (GTK_BUTTON (chip->button), content);
    }
  else
    gtk_button_set_child (GTK_BUTTON (chip->button), GTK_WIDGET (chip->label));
  gtk_label_set_use_markup (chip->label, TRUE);
  gtk_widget_add_css_class (chip->button, "filter-chip");
  g_signal_connect_swapped (chip->button, "toggled", G_CALLBACK (on_toggled), self);
  jp_wrap_box_append (self->box, chip->button);
  g_ptr_array_add (self->chips, chip);

  return chip;
}

/* The space between two groups. */
static void
add_separator (JpClusterChips *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_set_margin_start (separator, 4);
  gtk_widget_set_margin_end (separator, 4);
  jp_wrap_box_append (self->box, separator);
}

static gboolean
has_district (JpClusterChips *self, const char *code)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->group == GROUP_DISTRICT && chip->district == code)
        return TRUE;
    }

  return FALSE;
}

static void
build (JpClusterChips *self, const JpPackSet *packs)
{
  for (guint i = 0; i < JP_N_WARNINGS; i++)
    add_chip (self, GROUP_WARNING, 1u << i, NULL);
  add_separator (self);
  for (guint i = jp_pack_set_size (packs); i > 0; i--)
    {
      const JpPack *pack = jp_pack_set_nth (packs, i - 1);

      for (guint k = 0; k < pack->n_districts; k++)
        if (!has_district (self, g_intern_string (pack->districts[k].code)))
          add_chip (self, GROUP_DISTRICT, 0, g_intern_string (pack->districts[k].code));
    }
  add_separator (self);
  for (guint i = 0; i < JP_N_STAGES; i++)
    add_chip (self, GROUP_STAGE, i, NULL);
}

static const char *
chip_name (const Chip *chip, const JpPackSet *packs)
{
  if (chip->group == GROUP_WARNING)
    return jp_cluster_warning_name ((JpClusterWarning) chip->value);
  if (chip->group == GROUP_STAGE)
    return jp_stage_name ((JpStage) chip->value);

  for (guint i = jp_pack_set_size (packs); i > 0; i--)
    {
      const JpDistrict *district = jp_pack_find_district (jp_pack_set_nth (packs, i - 1), chip->district);

      if (district != NULL)
        return district->name;
    }

  return chip->district;
}

static gboolean
is_chosen (const Chip *chip, const JpClusterFilter *filter)
{
  switch (chip->group)
    {
    case GROUP_WARNING:
      return (filter->warnings & chip->value) != 0;
    case GROUP_DISTRICT:
      return g_hash_table_contains (filter->districts, chip->district);
    case GROUP_STAGE:
      return (filter->stages & (1u << chip->value)) != 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static guint
chip_count (const Chip *chip, const JpClusterCounts *counts)
{
  switch (chip->group)
    {
    case GROUP_WARNING:
      return counts->warnings[__builtin_ctz (chip->value)];
    case GROUP_DISTRICT:
      return GPOINTER_TO_UINT (g_hash_table_lookup (counts->districts, chip->district));
    case GROUP_STAGE:
      return counts->stages[chip->value];
    default:
      g_return_val_if_reached (0);
    }
}

/* A chip whose count fell to none stays while it has the focus: nothing vanishes under the hand. */
static void
update_chip (const Chip *chip, const JpPackSet *packs, const JpClusterFilter *filter, const JpClusterCounts *counts)
{
  guint n = chip_count (chip, counts);
  gboolean chosen = is_chosen (chip, filter);
  const char *name = chip_name (chip, packs);
  g_autofree char *markup = g_markup_printf_escaped ("%s <b>%u</b>", name, n);
  g_autofree char *said = g_strdup_printf ("%s %u", name, n);

  gtk_label_set_markup (chip->label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip->button), chosen);
  gtk_widget_set_visible (chip->button, n > 0 || chosen || gtk_widget_has_focus (chip->button));
}

void
jp_cluster_chips_update (JpClusterChips *self, const JpPackSet *packs, const JpClusterFilter *filter,
                         const JpClusterCounts *counts)
{
  self->updating = TRUE;
  if (self->chips->len == 0)
    build (self, packs);
  for (guint i = 0; i < self->chips->len; i++)
    update_chip (g_ptr_array_index (self->chips, i), packs, filter, counts);
  self->updating = FALSE;
}

void
jp_cluster_chips_apply (JpClusterChips *self, JpClusterFilter *filter)
{
  filter->warnings = 0;
  filter->stages = 0;
  g_hash_table_remove_all (filter->districts);
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = g_ptr_array_index (self->chips, i);

      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip->button)))
        continue;
      if (chip->group == GROUP_WARNING)
        filter->warnings |= chip->value;
      else if (chip->group == GROUP_STAGE)
        filter->stages |= 1u << chip->value;
      else
        jp_cluster_filter_toggle_district (filter, chip->district, TRUE);
    }
}

static void
jp_cluster_chips_finalize (GObject *object)
{
  g_ptr_array_unref (JP_CLUSTER_CHIPS (object)->chips);

  G_OBJECT_CLASS (jp_cluster_chips_parent_class)->finalize (object);
}

static void
jp_cluster_chips_class_init (JpClusterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_cluster_chips_finalize;

  changed_signal
    = g_signal_new ("changed", JP_TYPE_CLUSTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_cluster_chips_init (JpClusterChips *self)
{
  GtkWidget *box = jp_wrap_box_new (6);

  self->chips = g_ptr_array_new_with_free_func (g_free);
  self->box = JP_WRAP_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
}

GtkWidget *
jp_cluster_chips_new (void)
{
  return g_object_new (JP_TYPE_CLUSTER_CHIPS, NULL);
}
