/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-identity-card.h"

#include "jp-cluster-work.h"
#include "jp-columns.h"
#include "jp-credit-code.h"
#include "jp-dossier-forms.h"
#include "jp-import.h"
#include "jp-number.h"
#include "jp-ratio.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AREA_DECIMALS 6  /* km² are kept as m² */
#define COLUMN_CHARS  36 /* a narrower field cuts what it says */

/* Where a field lies in the dossier; a change filing moves those that have a kind of change. */
typedef struct
{
  const char *label;
  JpFieldKind kind;
  gsize       offset;
  const char *change; /* NULL: edited freely */
} Place;

#define TEXT(label, member, change) { label, JP_FIELD_KIND_TEXT, G_STRUCT_OFFSET (JpDossier, member), change }

static const Place places[] = {
  TEXT (N_("Name"), name, NULL),
  { N_("District"), JP_FIELD_KIND_CHOICE, G_STRUCT_OFFSET (JpDossier, district), NULL },
  TEXT (N_("Leading Industry"), industry, "industry"),
  TEXT (N_("Operator"), operator_name, "operator"),
  TEXT (N_("Spatial Scope"), scope, "scope"),
  TEXT (N_("Credit Code"), credit_code, NULL),
  { N_("Area (km²)"), JP_FIELD_KIND_NUMBER, G_STRUCT_OFFSET (JpDossier, area), NULL },
  TEXT (N_("Contact"), contact, NULL),
  TEXT (N_("Phone"), phone, NULL),
  TEXT (N_("Bank"), bank, NULL),
  TEXT (N_("Account"), account, NULL),
};

#define IS_CODE(place) ((place)->offset == G_STRUCT_OFFSET (JpDossier, credit_code))

struct _JpIdentityCard
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  JpField   *fields[G_N_ELEMENTS (places)];
  GtkWidget *change_buttons[G_N_ELEMENTS (places)];

  /* Owned. */
  JpSession *session;
  char      *cluster;
};

G_DEFINE_FINAL_TYPE (JpIdentityCard, jp_identity_card, ADW_TYPE_BIN)

/* One field on its way to the file. The rest of the cluster is taken as it is when the work is done. */
typedef struct
{
  guint  place;
  char  *cluster;
  char  *text;
  gint64 area;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->cluster);
  g_free (edit->text);
  g_free (edit);
}

static gboolean
do_edit (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  const Place *place = &places[edit->place];
  g_autoptr (JpDossier) dossier = jp_desk_find (desk, edit->cluster, error);

  if (dossier == NULL)
    return FALSE;
  if (place->kind == JP_FIELD_KIND_NUMBER)
    dossier->area = edit->area;
  else
    jp_text_set (G_STRUCT_MEMBER_P (dossier, place->offset), edit->text);

  return jp_casework_edit_cluster (desk, dossier, error);
}

typedef struct
{
  JpIdentityCard *card;
  guint           place;
} Asked;

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (JpIdentityCard) self = asked->card;
  g_autoptr (GError) error = NULL;
  gboolean done = jp_session_do_finish (JP_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (done)
    jp_field_settle (self->fields[asked->place]);
  else
    jp_field_set_error (self->fields[asked->place], error->message);
}

/* The area as people write it: km² with up to six decimals. */
static gboolean
read_area (JpField *field, const char *text, gint64 *area)
{
  gboolean percent = FALSE;
  JpNumber number;

  *area = JP_VALUE_UNKNOWN;
  if (*text == '\0')
    return TRUE;
  if (jp_number_parse_typed (&number, &percent, text, strlen (text)) == JP_NUMBER_OK && !percent
      && number.coefficient >= 0
      && jp_number_to_units (number, AREA_DECIMALS, area) == JP_NUMBER_EXACT)
    return TRUE;

  jp_field_set_error (field, _("Give the area as a number of square kilometres, with at most six decimals."));
  return FALSE;
}

static void
on_committed (JpIdentityCard *self, JpField *field)
{
  Asked *asked;
  Edit *edit;
  guint i = 0;

  while (self->fields[i] != field)
    i++;

  edit = g_new0 (Edit, 1);
  edit->place = i;
  edit->cluster = g_strdup (self->cluster);
  edit->text = places[i].kind == JP_FIELD_KIND_CHOICE ? g_strdup (jp_field_get_choice (field))
                                                      : jp_field_get_text (field);
  if (places[i].kind == JP_FIELD_KIND_NUMBER && !read_area (field, edit->text, &edit->area))
    {
      edit_free (edit);
      return;
    }

  asked = g_new (Asked, 1);
  asked->card = g_object_ref (self);
  asked->place = i;
  if (!IS_CODE (&places[i]))
    jp_field_set_error (field, NULL);
  jp_session_do_async (self->session, do_edit, edit, edit_free, NULL, on_edited, asked);
}

/* Flagged, not refused: an old paper may carry a wrong one (R-WHO). */
static void
check_code (JpField *field)
{
  g_autofree char *code = jp_field_get_text (field);
  JpCreditCodeFault fault = *code != '\0' ? jp_credit_code_check (code) : JP_CREDIT_CODE_OK;

  jp_field_set_error (field, fault != JP_CREDIT_CODE_OK ? jp_credit_code_fault_message (fault) : NULL);
}

static void
on_change (JpIdentityCard *self, GtkWidget *button)
{
  const JpDossier *dossier = jp_session_find (self->session, self->cluster);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (self->change_buttons[i] == button && dossier != NULL)
      jp_change_form_open (GTK_WIDGET (self), self->session, dossier, places[i].change);
}

static void
on_change_clicked (GtkWidget *button, JpIdentityCard *self)
{
  on_change (self, button);
}

static void
jp_identity_card_dispose (GObject *object)
{
  g_clear_object (&JP_IDENTITY_CARD (object)->session);

  G_OBJECT_CLASS (jp_identity_card_parent_class)->dispose (object);
}

static void
jp_identity_card_finalize (GObject *object)
{
  g_free (JP_IDENTITY_CARD (object)->cluster);

  G_OBJECT_CLASS (jp_identity_card_parent_class)->finalize (object);
}

static void
jp_identity_card_class_init (JpIdentityCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_identity_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_identity_card_finalize;
}

static void
add_field (JpIdentityCard *self, GtkWidget *columns, GtkSizeGroup *labels, guint i)
{
  JpField *field = jp_field_new (places[i].kind, _(places[i].label));

  self->fields[i] = field;
  jp_field_join (field, labels);
  g_signal_connect_swapped (field, "committed", G_CALLBACK (on_committed), self);
  if (IS_CODE (&places[i]))
    g_signal_connect (field, "changed", G_CALLBACK (check_code), NULL);
  if (places[i].change != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Change…"));
      /* Translators: %s is a field: Leading Industry, Operator … */
      g_autofree char *name = g_strdup_printf (_("Change “%s” by a Filing"), _(places[i].label));

      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect (button, "clicked", G_CALLBACK (on_change_clicked), self);
      self->change_buttons[i] = button;
      jp_field_add_suffix (field, button);
    }

  gtk_widget_insert_before (GTK_WIDGET (field), columns, NULL);
}

static void
jp_identity_card_init (JpIdentityCard *self)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *columns
    = g_object_new (JP_TYPE_COLUMNS, "max-columns", 2, "spacing", 12, "column-chars", COLUMN_CHARS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_field (self, columns, labels, i);
  adw_bin_set_child (ADW_BIN (self), columns);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "identity-card");
}

GtkWidget *
jp_identity_card_new (void)
{
  return g_object_new (JP_TYPE_IDENTITY_CARD, NULL);
}

static void
list_districts (JpIdentityCard *self, JpField *field)
{
  const JpContext *context = jp_session_get_context (self->session);
  const JpPack *pack = jp_pack_set_on (context->packs, context->today);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < pack->n_districts; i++)
    {
      g_ptr_array_add (codes, pack->districts[i].code);
      g_ptr_array_add (names, pack->districts[i].name);
    }
  g_ptr_array_add (codes, NULL);
  g_ptr_array_add (names, NULL);
  jp_field_set_choices (field, (const char * const *) codes->pdata, (const char * const *) names->pdata);
}

static void
show_field (JpIdentityCard *self, guint i, const JpDossier *dossier)
{
  const Place *place = &places[i];
  const char *text = place->kind != JP_FIELD_KIND_NUMBER ? G_STRUCT_MEMBER (const char *, dossier,
                                                                            place->offset) : NULL;
  gboolean given = text != NULL && *text != '\0';

  if (place->kind == JP_FIELD_KIND_CHOICE)
    {
      list_districts (self, self->fields[i]);
      jp_field_choose (self->fields[i], text);
      jp_field_set_locked (self->fields[i], given);
    }
  else if (place->kind == JP_FIELD_KIND_NUMBER)
    {
      g_autofree char *padded = dossier->area != JP_VALUE_UNKNOWN ? jp_units_to_string (dossier->area,
                                                                                        AREA_DECIMALS) : NULL;
      JpDecimal area;
      g_autofree char *plain = NULL;

      if (padded != NULL && jp_decimal_parse (&area, padded))
        plain = jp_decimal_to_string (jp_threshold_trim (area));
      jp_field_set_text (self->fields[i], plain);
    }
  else
    jp_field_set_text (self->fields[i], text);

  if (place->change != NULL)
    {
      jp_field_set_locked (self->fields[i], given);
      gtk_widget_set_visible (self->change_buttons[i], given);
    }
  if (IS_CODE (place))
    check_code (self->fields[i]);
}

void
jp_identity_card_show (JpIdentityCard *self, JpSession *session, const JpDossier *dossier)
{
  g_set_object (&self->session, session);
  g_free (self->cluster);
  self->cluster = g_strdup (dossier->id);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    show_field (self, i, dossier);
}
