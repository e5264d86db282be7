/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-new-cluster.h"

#include "jp-cluster-work.h"
#include "jp-credit-code.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

#define AREA_DECIMALS 6 /* km² are kept as m² */

typedef enum
{
  FIELD_NAME,
  FIELD_INDUSTRY,
  FIELD_SCOPE,
  FIELD_AREA,
  FIELD_OPERATOR,
  FIELD_CODE,
  FIELD_CONTACT,
  FIELD_PHONE,
  FIELD_BANK,
  FIELD_ACCOUNT,
  N_FIELDS,
} FieldId;

static const struct
{
  const char *title;
  gsize       offset;  /* of the text in a dossier; 0: the area */
  gboolean    of_operator;
} fields[N_FIELDS] = {
  [FIELD_NAME] = { N_("_Name of the Cluster"), G_STRUCT_OFFSET (JpDossier, name), FALSE },
  [FIELD_INDUSTRY] = { N_("Leading _Industry"), G_STRUCT_OFFSET (JpDossier, industry), FALSE },
  [FIELD_SCOPE] = { N_("_Spatial Scope"), G_STRUCT_OFFSET (JpDossier, scope), FALSE },
  [FIELD_AREA] = { N_("Are_a in km²"), 0, FALSE },
  [FIELD_OPERATOR] = { N_("_Operator"), G_STRUCT_OFFSET (JpDossier, operator_name), TRUE },
  [FIELD_CODE] = { N_("_Unified Social Credit Code"), G_STRUCT_OFFSET (JpDossier, credit_code), TRUE },
  [FIELD_CONTACT] = { N_("Con_tact"), G_STRUCT_OFFSET (JpDossier, contact), TRUE },
  [FIELD_PHONE] = { N_("_Phone"), G_STRUCT_OFFSET (JpDossier, phone), TRUE },
  [FIELD_BANK] = { N_("_Bank"), G_STRUCT_OFFSET (JpDossier, bank), TRUE },
  [FIELD_ACCOUNT] = { N_("Account Nu_mber"), G_STRUCT_OFFSET (JpDossier, account), TRUE },
};

typedef struct
{
  GtkEditable *entry;   /* AdwEntryRow */
  GtkWidget   *problem; /* the row below it */
  GtkLabel    *message;
  gboolean     touched; /* until then an empty field is not scolded */
} Field;

struct _JpNewCluster
{
  AdwWindow parent_instance;

  /* Template widgets. */
  AdwPreferencesGroup *identity;
  AdwPreferencesGroup *operator_group;
  AdwComboRow         *district_row;
  GtkWidget           *add_button;
  GtkLabel            *refusal;

  /* Borrowed. */
  Field         fields[N_FIELDS];
  const JpPack *pack;  /* of the snapshot */

  /* Owned. */
  JpSession    *session;
  JpSnapshot   *snapshot;
  gboolean      adding;
};

G_DEFINE_FINAL_TYPE (JpNewCluster, jp_new_cluster, ADW_TYPE_WINDOW)

static char *
field_text (JpNewCluster *self, FieldId id)
{
  return jp_text_tidy (gtk_editable_get_text (self->fields[id].entry));
}

static gboolean
name_is_taken (JpNewCluster *self, const char *name)
{
  GPtrArray *dossiers = jp_snapshot_get_dossiers (self->snapshot);
  g_autofree char *folded = jp_text_fold (name);

  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autofree char *other = jp_text_fold (((const JpDossier *) g_ptr_array_index (dossiers, i))->name);

      if (g_str_equal (other, folded))
        return TRUE;
    }

  return FALSE;
}

/* "" is not given; FALSE: no area. */
static gboolean
parse_area (const char *text, gint64 *area)
{
  JpDecimal decimal;
  gboolean exact;

  *area = JP_VALUE_UNKNOWN;
  if (*text == '\0')
    return TRUE;

  return jp_decimal_parse (&decimal, text) && jp_decimal_rescale (decimal, AREA_DECIMALS, area, &exact) && exact
         && *area > 0 && *area <= JP_VALUE_MAX;
}

/* What is wrong with a field; NULL: nothing. */
static const char *
problem_of (JpNewCluster *self, FieldId id, const char *text)
{
  gint64 area;
  JpCreditCodeFault fault;

  if (id == FIELD_NAME && *text == '\0')
    return _("A cluster needs a name, as the ministry's list writes it.");
  if (id == FIELD_NAME && name_is_taken (self, text))
    return _("A cluster of this name is in the ledger already.");
  if (id == FIELD_INDUSTRY && *text == '\0')
    return _("A cluster needs its leading industry.");
  if (id == FIELD_AREA && !parse_area (text, &area))
    return _("Not an area: a number of km² such as 49.10, with at most six decimals.");
  if (id != FIELD_CODE || *text == '\0')
    return NULL;

  fault = jp_credit_code_check (text);
  return fault != JP_CREDIT_CODE_OK ? jp_credit_code_fault_message (fault) : NULL;
}

/* Text and the accessible state say it, not colour alone. */
static void
show_problem (Field *field, const char *message)
{
  gtk_widget_set_visible (field->problem, message != NULL);
  gtk_label_set_label (field->message, message != NULL ? message : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (field->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (field->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Whether all fields are in order; the first that is not gets the focus where @focus. */
static gboolean
check (JpNewCluster *self, gboolean all, gboolean focus)
{
  gboolean good = TRUE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = field_text (self, (FieldId) i);
      const char *problem = problem_of (self, (FieldId) i, text);

      if (all || self->fields[i].touched)
        show_problem (&self->fields[i], problem);
      if (problem != NULL && good && focus)
        gtk_widget_grab_focus (GTK_WIDGET (self->fields[i].entry));
      good = good && problem == NULL;
    }

  return good;
}

static void
on_changed (GtkEditable *entry, JpNewCluster *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->fields[i].entry == entry)
      self->fields[i].touched = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  check (self, FALSE, FALSE);
}

static void
add_field (JpNewCluster *self, FieldId id)
{
  AdwPreferencesGroup *group = fields[id].of_operator ? self->operator_group : self->identity;
  GtkWidget *entry = adw_entry_row_new (), *message = gtk_label_new (NULL);
  GtkWidget *problem = g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", message, "activatable", FALSE, "focusable",
                                     FALSE, "visible", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _(fields[id].title));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (entry), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_add_css_class (message, "field-problem");
  adw_preferences_group_add (group, entry);
  adw_preferences_group_add (group, problem);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, message, NULL, -1);

  self->fields[id] = (Field) { GTK_EDITABLE (entry), problem, GTK_LABEL (message), FALSE };
  g_signal_connect (entry, "changed", G_CALLBACK (on_changed), self);
}

static JpDossier *
make_dossier (JpNewCluster *self)
{
  g_autofree char *name = field_text (self, FIELD_NAME);
  g_autofree char *area = field_text (self, FIELD_AREA);
  JpDossier *dossier = jp_dossier_new (NULL, name);

  dossier->district = g_strdup (self->pack->districts[adw_combo_row_get_selected (self->district_row)].code);
  parse_area (area, &dossier->area);
  for (guint i = FIELD_INDUSTRY; i < N_FIELDS; i++)
    {
      g_autofree char *text = field_text (self, (FieldId) i);

      if (fields[i].offset != 0 && *text != '\0')
        G_STRUCT_MEMBER (char *, dossier, fields[i].offset) = g_steal_pointer (&text);
    }

  return dossier;
}

static gboolean
add_cluster (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return jp_casework_add_cluster (desk, data, error);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpNewCluster) self = data;
  g_autoptr (GError) error = NULL;
  JpSession *session = JP_SESSION (source);
  gboolean done = jp_session_do_finish (session, result, &error);

  if (done && jp_session_what_undo (session) != NULL)
    g_signal_emit_by_name (session, "act-done", jp_session_what_undo (session), TRUE);
  if (self->session == NULL)
    return;

  self->adding = FALSE;
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->refusal, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JpNewCluster *self = JP_NEW_CLUSTER (widget);

  if (self->adding || !check (self, TRUE, TRUE))
    return;

  self->adding = TRUE;
  jp_session_do_async (self->session, add_cluster, make_dossier (self), (GDestroyNotify) jp_dossier_free, NULL,
                       on_added, g_object_ref (self));
}

static void
jp_new_cluster_dispose (GObject *object)
{
  JpNewCluster *self = JP_NEW_CLUSTER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->snapshot, jp_snapshot_unref);

  G_OBJECT_CLASS (jp_new_cluster_parent_class)->dispose (object);
}

static void
jp_new_cluster_class_init (JpNewClusterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jp_new_cluster_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-new-cluster.ui");
  gtk_widget_class_bind_template_child (widget_class, JpNewCluster, identity);
  gtk_widget_class_bind_template_child (widget_class, JpNewCluster, operator_group);
  gtk_widget_class_bind_template_child (widget_class, JpNewCluster, district_row);
  gtk_widget_class_bind_template_child (widget_class, JpNewCluster, add_button);
  gtk_widget_class_bind_template_child (widget_class, JpNewCluster, refusal);
  gtk_widget_class_install_action (widget_class, "new-cluster.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jp_new_cluster_init (JpNewCluster *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, (FieldId) i);
}

/* A district's file keeps its own clusters only. */
static void
list_districts (JpNewCluster *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *office = jp_desk_get_office (jp_session_get_desk (self->session));
  guint own = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->pack->n_districts; i++)
    {
      gtk_string_list_append (names, self->pack->districts[i].name);
      if (g_str_equal (self->pack->districts[i].code, office))
        own = i;
    }
  adw_combo_row_set_model (self->district_row, G_LIST_MODEL (names));
  if (own != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (self->district_row, own);
  gtk_widget_set_sensitive (GTK_WIDGET (self->district_row), own == GTK_INVALID_LIST_POSITION);
}

JpNewCluster *
jp_new_cluster_new (GtkWindow *parent, JpSession *session)
{
  JpNewCluster *self = g_object_new (JP_TYPE_NEW_CLUSTER, "transient-for", parent, NULL);
  const JpContext *context = jp_session_get_context (session);

  self->session = g_object_ref (session);
  self->snapshot = jp_snapshot_ref (jp_session_get_snapshot (session));
  self->pack = jp_pack_set_on (context->packs, context->today);
  list_districts (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[FIELD_NAME].entry));

  return self;
}

void
jp_new_cluster_ask (GtkWidget *over, JpSession *session)
{
  gtk_window_present (GTK_WINDOW (jp_new_cluster_new (GTK_WINDOW (gtk_widget_get_root (over)), session)));
}
