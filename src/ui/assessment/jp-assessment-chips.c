/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-assessment-chips.h"

#include "jp-wrap-box.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  GROUP_STATE,
  GROUP_MARK,
  GROUP_DISTRICT,
} ChipGroup;

typedef struct
{
  ChipGroup   group;
  guint       value;    /* state or mark */
  const char *district; /* interned code */
  char       *name;
  GtkWidget  *button;
} Chip;

struct _JpAssessmentChips
{
  AdwBin parent_instance;

  /* Borrowed: a child. */
  JpWrapBox *box;

  /* Owned. */
  GPtrArray *chips; /* of Chip */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JpAssessmentChips, jp_assessment_chips, ADW_TYPE_BIN)

static guint changed_signal;

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  g_free (chip->name);
  g_free (chip);
}

static Chip *
chip_of (JpAssessmentChips *self, GtkWidget *button)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (((Chip *) g_ptr_array_index (self->chips, i))->button == button)
      return g_ptr_array_index (self->chips, i);

  g_return_val_if_reached (NULL);
}

/* One district at a time, or all. */
static void
on_toggled (GtkToggleButton *button, JpAssessmentChips *self)
{
  Chip *chip = chip_of (self, GTK_WIDGET (button));

  if (self->updating)
    return;

  self->updating = TRUE;
  for (guint i = 0; chip->group == GROUP_DISTRICT && i < self->chips->len; i++)
    {
      Chip *other = g_ptr_array_index (self->chips, i);

      if (other != chip && other->group == GROUP_DISTRICT)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other->button), FALSE);
    }
  self->updating = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

static void
add_chip (JpAssessmentChips *self, ChipGroup group, guint value, const char *district, const char *name)
{
  Chip *chip = g_new0 (Chip, 1);

  chip->group = group;
  chip->value = value;
  chip->district = district;
  chip->name = g_strdup (name);
  chip->button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (chip->button, "filter-chip");
  gtk_widget_add_css_class (chip->button, "numeric");
  g_signal_connect (chip->button, "toggled", G_CALLBACK (on_toggled), self);
  jp_wrap_box_append (self->box, chip->button);
  g_ptr_array_add (self->chips, chip);
}

static void
build (JpAssessmentChips *self, JpSession *session)
{
  const JpContext *context = jp_session_get_context (session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);

  for (guint i = 0; i < JP_N_ASSESSMENT_STATES; i++)
    add_chip (self, GROUP_STATE, i, NULL, jp_assessment_state_name ((JpAssessmentState) i));
  add_chip (self, GROUP_MARK, JP_ASSESSMENT_VETOED, NULL, "一票否决");
  add_chip (self, GROUP_MARK, JP_ASSESSMENT_INCOMPLETE, NULL, _("Points Missing"));
  for (guint i = 0; i < pack->n_districts; i++)
    add_chip (self, GROUP_DISTRICT, i, g_intern_string (pack->districts[i].code), pack->districts[i].name);
}

static guint
chip_count (const Chip *chip, const JpAssessmentCounts *counts)
{
  switch (chip->group)
    {
    case GROUP_STATE:
      return counts->states[chip->value];
    case GROUP_MARK:
      return counts->marks[chip->value];
    case GROUP_DISTRICT:
      return GPOINTER_TO_UINT (g_hash_table_lookup (counts->districts, chip->district));
    default:
      g_return_val_if_reached (0);
    }
}

static gboolean
is_chosen (const Chip *chip, const JpAssessmentFilter *filter)
{
  switch (chip->group)
    {
    case GROUP_STATE:
      return (filter->states >> chip->value & 1) != 0;
    case GROUP_MARK:
      return (filter->marks >> chip->value & 1) != 0;
    case GROUP_DISTRICT:
      return filter->district == chip->district;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* The states are always there, so that their totals are; the rest where there is any. */
void
jp_assessment_chips_update (JpAssessmentChips *self, JpSession *session, const JpAssessmentFilter *filter,
                            const JpAssessmentCounts *counts)
{
  self->updating = TRUE;
  if (self->chips->len == 0)
    build (self, session);
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);
      guint n = chip_count (chip, counts);
      gboolean chosen = is_chosen (chip, filter);
      g_autofree char *text = g_strdup_printf ("%s %u", chip->name, n);

      gtk_button_set_label (GTK_BUTTON (chip->button), text);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip->button), chosen);
      gtk_widget_set_visible (chip->button, chip->group == GROUP_STATE || n > 0 || chosen
                                              || gtk_widget_has_focus (chip->button));
    }
  self->updating = FALSE;
}

void
jp_assessment_chips_apply (JpAssessmentChips *self, JpAssessmentFilter *filter)
{
  filter->states = 0;
  filter->marks = 0;
  filter->district = NULL;
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = g_ptr_array_index (self->chips, i);

      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip->button)))
        continue;
      if (chip->group == GROUP_STATE)
        filter->states |= 1u << chip->value;
      else if (chip->group == GROUP_MARK)
        filter->marks |= 1u << chip->value;
      else
        filter->district = chip->district;
    }
}

static void
jp_assessment_chips_finalize (GObject *object)
{
  g_ptr_array_unref (JP_ASSESSMENT_CHIPS (object)->chips);

  G_OBJECT_CLASS (jp_assessment_chips_parent_class)->finalize (object);
}

static void
jp_assessment_chips_class_init (JpAssessmentChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_assessment_chips_finalize;

  changed_signal =
    g_signal_new ("changed", JP_TYPE_ASSESSMENT_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jp_assessment_chips_init (JpAssessmentChips *self)
{
  GtkWidget *box = jp_wrap_box_new (6);

  self->chips = g_ptr_array_new_with_free_func (chip_free);
  self->box = JP_WRAP_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Totals and Filters"), -1);
}

GtkWidget *
jp_assessment_chips_new (void)
{
  return g_object_new (JP_TYPE_ASSESSMENT_CHIPS, NULL);
}
