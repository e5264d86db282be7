/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-dossier-overview.h"

#include "jp-article-tag.h"
#include "jp-dossier-forms.h"
#include "jp-dossier-work.h"
#include "jp-identity-card.h"
#include "jp-life.h"
#include "jp-store-filings.h"

#include <glib/gi18n-lib.h>

struct _JpDossierOverview
{
  JpDossierSection parent_instance;

  /* Borrowed: children. */
  GtkWidget *identity;
  GtkWidget *stage;      /* a box of the groups that are made anew */
  GtkWidget *directions; /* fields, kept while they are being typed into */
  GtkWidget *support;

  /* Owned. */
  GPtrArray *notes;      /* of JpField, borrowed by the box: one a direction */
};

G_DEFINE_FINAL_TYPE (JpDossierOverview, jp_dossier_overview, JP_TYPE_DOSSIER_SECTION)

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
on_act (GtkWidget *button, JpDossierSection *section)
{
  JpActKind kind = (JpActKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));

  jp_act_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                    jp_dossier_section_get_dossier (section),
                    kind);
}

static GtkWidget *
new_act_button (JpDossierOverview *self, JpActKind kind, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (jp_act_kind_name (kind));

  gtk_widget_set_name (button, jp_act_kind_id (kind));
  g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kind));
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  if (kind == JP_ACT_REVOKE)
    gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect (button, "clicked", G_CALLBACK (on_act), self);

  return button;
}

/* Whether the act is the step that the procedure expects now; those that end it, or skip steps, are not. */
static gboolean
leads_on (JpActKind kind, JpStage stage)
{
  if (kind == JP_ACT_RECOGNISE)
    return stage == JP_STAGE_RECOMMENDED;
  if (kind == JP_ACT_RENEW)
    return stage == JP_STAGE_RENEWAL_RECOMMENDED;

  return kind != JP_ACT_DESIGNATE && kind != JP_ACT_RETURN && kind != JP_ACT_DECLINE && kind != JP_ACT_RENEWAL_FAIL
         && kind != JP_ACT_REVOKE;
}

/* What may come next, and nothing else; the one that leads on stands out. */
static GtkWidget *
new_acts (JpDossierOverview *self, const JpDossier *dossier, JpStage stage)
{
  JpSession *session = jp_dossier_section_get_session (JP_DOSSIER_SECTION (self));
  const JpContext *context = jp_dossier_section_get_context (JP_DOSSIER_SECTION (self));
  guint acts = jp_life_next_acts (dossier, context);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gboolean first = TRUE;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint kind = 0; kind < JP_N_ACTS; kind++)
    if ((acts & (1u << kind)) != 0 && jp_act_form_may (session, (JpActKind) kind))
      {
        gboolean leads = first && leads_on ((JpActKind) kind, stage);

        gtk_box_append (GTK_BOX (box), new_act_button (self, (JpActKind) kind, leads));
        first = first && !leads;
      }

  return box;
}

static char *
office_name (JpDossierSection *section, const char *office)
{
  const JpPack *pack = jp_dossier_section_get_pack (section);
  const JpDistrict *district = office != NULL ? jp_pack_find_district (pack, office) : NULL;

  if (district != NULL)
    return g_strdup (district->name);
  if (g_strcmp0 (office, JP_OFFICE_CENTRE) == 0)
    return g_strdup (pack->city_centre);

  return g_strdup (pack->city_office);
}

/* "2024年12月20日 · 厦门市工业和信息化局 陈晓岚 · 工信部企业函〔2024〕…号 · 说明" */
static char *
act_particulars (JpDossierSection *section, const JpAct *act)
{
  g_autofree char *office = office_name (section, act->office);
  GString *text = g_string_new (office);

  if (act->person != NULL)
    g_string_append_printf (text, " %s", act->person);
  if (act->document != NULL && *act->document != '\0')
    g_string_append_printf (text, " · %s", act->document);
  if (act->term.first != JP_DATE_NONE)
    {
      g_autofree char *first = jp_date_to_chinese (act->term.first);
      g_autofree char *last = jp_date_to_chinese (act->term.last);

      g_string_append_printf (text, " · %s – %s", first, last);
    }
  if (act->note != NULL && *act->note != '\0')
    g_string_append_printf (text, " · %s", act->note);
  if (act->reason != NULL && *act->reason != '\0')
    g_string_append_printf (text, " · %s", act->reason);
  if (act->imported)
    g_string_append_printf (text, " · %s", _("brought by an import"));

  return g_string_free (text, FALSE);
}

static void
on_correct (GtkWidget *button, JpDossierSection *section)
{
  const JpDossier *dossier = jp_dossier_section_get_dossier (section);
  const char *id = g_object_get_data (G_OBJECT (button), "record");

  for (guint i = 0; i < dossier->acts->len; i++)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i);
      g_autofree char *date = jp_date_to_chinese (act->date);
      g_autofree char *what = g_strdup_printf ("%s · %s", jp_act_kind_name (act->kind), date);
      gboolean termed = act->kind == JP_ACT_RECOGNISE || act->kind == JP_ACT_RENEW;

      if (g_str_equal (act->id, id))
        jp_correction_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section), dossier->id, "act.",
                                 id, what,
                                 JP_CORRECT_DATE | JP_CORRECT_DOCUMENT | JP_CORRECT_NOTE | (termed ? JP_CORRECT_TERM
                                                                                            : 0));
    }
}

static AdwPreferencesGroup *
new_group (GtkWidget *box, const char *title, const char *article)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  if (article != NULL)
    jp_group_add_suffix (group, jp_article_tag_new (article));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));

  return group;
}

static void
add_history (JpDossierOverview *self, const JpDossier *dossier, AdwPreferencesGroup *group)
{
  for (guint i = dossier->acts->len; i > 0; i--)
    {
      const JpAct *act = g_ptr_array_index (dossier->acts, i - 1);
      g_autofree char *date = jp_date_to_chinese (act->date);
      g_autofree char *title = g_strdup_printf ("%s　%s", date, jp_act_kind_name (act->kind));
      g_autofree char *subtitle = act_particulars (JP_DOSSIER_SECTION (self), act);
      GtkWidget *row = jp_group_add_row (group, title, subtitle);
      GtkWidget *button = gtk_button_new_with_mnemonic (_("C_orrect…"));
      /* Translators: %s is an act with its date */
      g_autofree char *name = g_strdup_printf (_("Correct “%s”"), title);

      g_object_set_data_full (G_OBJECT (button), "record", g_strdup (act->id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (on_correct), self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_name (button, act->id);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
}

static void
show_stage (JpDossierOverview *self, const JpDossier *dossier)
{
  const JpContext *context = jp_dossier_section_get_context (JP_DOSSIER_SECTION (self));
  g_auto (JpLife) life = { 0 };
  AdwPreferencesGroup *group = new_group (self->stage, _("Stage"), "第七条");
  GtkWidget *row, *acts;

  jp_life_init (&life, dossier, context);
  row = jp_group_add_row (group, jp_stage_name (life.stage),
                          dossier->acts->len > 0 ? _("What may come next stands at the right; the history below is "
                                                     "never rewritten.")
                                                 : _("Nothing is on record yet. Record the first act at the right."));
  gtk_widget_add_css_class (row, "stage-row");
  acts = new_acts (self, dossier, life.acted);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), acts);
  add_history (self, dossier, group);
}

static void
on_add_support (JpDossierSection *section)
{
  jp_support_form_open (GTK_WIDGET (section), jp_dossier_section_get_session (section),
                        jp_dossier_section_get_dossier (section));
}

static void
show_support (JpDossierOverview *self, const JpDossier *dossier)
{
  AdwPreferencesGroup *group = new_group (self->support, _("Support and Services"), "第十一条");

  jp_group_add_suffix (group, jp_section_button (_("_Record Support…"), "add-support", G_CALLBACK (on_add_support),
                                                 self));
  for (guint i = dossier->supports->len; i > 0; i--)
    {
      const JpSupport *support = g_ptr_array_index (dossier->supports, i - 1);
      g_autofree char *date = jp_date_to_chinese (support->day);
      g_autofree char *title = g_strdup_printf ("%s　%s", date, support->kind);
      g_autofree char *subtitle = g_strjoin (" · ", support->giver != NULL ? support->giver : "—", support->note, NULL);

      jp_group_add_row (group, title, subtitle);
    }
  if (dossier->supports->len == 0)
    jp_group_add_empty (group, _("No support or service is on record. Record what was given, by whom and when."));
}

typedef struct
{
  char *cluster;
  char *topic;
  char *text;
} NoteEdit;

static void
note_edit_free (gpointer data)
{
  NoteEdit *edit = data;

  g_free (edit->cluster);
  g_free (edit->topic);
  g_free (edit->text);
  g_free (edit);
}

static gboolean
do_note (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const NoteEdit *edit = data;

  return jp_casework_set_note (desk, edit->cluster, edit->topic, edit->text, error);
}

static void
on_note (JpDossierOverview *self, JpField *field)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  NoteEdit *edit;
  guint index;

  if (!g_ptr_array_find (self->notes, field, &index))
    return;

  edit = g_new0 (NoteEdit, 1);
  edit->cluster = g_strdup (jp_dossier_section_get_dossier (section)->id);
  edit->topic = jp_direction_topic (index);
  edit->text = jp_field_get_text (field);
  jp_field_settle (field);
  jp_session_edit (jp_dossier_section_get_session (section), do_note, edit, note_edit_free);
}

typedef struct
{
  JpDossierOverview *self;
  char              *cluster;
  GHashTable        *notes;
} NotesRead;

static void
notes_read_free (gpointer data)
{
  NotesRead *read = data;

  g_free (read->cluster);
  g_clear_pointer (&read->notes, g_hash_table_unref);
  g_free (read);
}

static gboolean
read_notes (JpDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  NotesRead *read = data;

  read->notes = jp_store_load_notes (jp_desk_get_store (desk), read->cluster, error);

  return read->notes != NULL;
}

static void
on_notes (GObject *source, GAsyncResult *result, gpointer data)
{
  NotesRead *read = data;
  g_autoptr (JpDossierOverview) self = read->self;
  const JpDossier *dossier = jp_dossier_section_get_dossier (JP_DOSSIER_SECTION (self));

  if (jp_session_do_finish (JP_SESSION (source), result, NULL) && dossier != NULL
      && g_str_equal (dossier->id, read->cluster))
    for (guint i = 0; i < self->notes->len; i++)
      {
        g_autofree char *topic = jp_direction_topic (i);

        jp_field_set_text (g_ptr_array_index (self->notes, i), g_hash_table_lookup (read->notes, topic));
      }
  notes_read_free (read);
}

static void
add_direction (JpDossierOverview *self, const char *name, GtkSizeGroup *labels)
{
  JpField *field = jp_field_new (JP_FIELD_KIND_NOTE, name);

  jp_field_join (field, labels);
  g_signal_connect_swapped (field, "committed", G_CALLBACK (on_note), self);
  g_ptr_array_add (self->notes, field);
  gtk_box_append (GTK_BOX (self->directions), GTK_WIDGET (field));
}

/* The pack names the directions; the fields stay as long as it names as many. */
static void
show_directions (JpDossierOverview *self, const JpDossier *dossier)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  const JpPack *pack = jp_dossier_section_get_pack (section);
  NotesRead *read = g_new0 (NotesRead, 1);

  if (self->notes->len != g_strv_length (pack->directions))
    {
      g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

      g_ptr_array_set_size (self->notes, 0);
      empty_box (self->directions);
      for (guint i = 0; pack->directions[i] != NULL; i++)
        add_direction (self, pack->directions[i], labels);
    }

  read->self = g_object_ref (self);
  read->cluster = g_strdup (dossier->id);
  jp_session_read_async (jp_dossier_section_get_session (section), read_notes, read, NULL, NULL, on_notes, read);
}

static void
jp_dossier_overview_show (JpDossierSection *section, const JpDossier *dossier)
{
  JpDossierOverview *self = JP_DOSSIER_OVERVIEW (section);

  jp_identity_card_show (JP_IDENTITY_CARD (self->identity), jp_dossier_section_get_session (section), dossier);
  empty_box (self->stage);
  empty_box (self->support);
  show_stage (self, dossier);
  show_support (self, dossier);
  show_directions (self, dossier);
}

static void
jp_dossier_overview_finalize (GObject *object)
{
  g_ptr_array_unref (JP_DOSSIER_OVERVIEW (object)->notes);

  G_OBJECT_CLASS (jp_dossier_overview_parent_class)->finalize (object);
}

static void
jp_dossier_overview_class_init (JpDossierOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jp_dossier_overview_finalize;
  JP_DOSSIER_SECTION_CLASS (klass)->show = jp_dossier_overview_show;
}

static void
jp_dossier_overview_init (JpDossierOverview *self)
{
  JpDossierSection *section = JP_DOSSIER_SECTION (self);
  AdwPreferencesGroup *group;

  self->notes = g_ptr_array_new ();
  group = jp_dossier_section_add_group (section, _("Identity"), "第三条");
  self->identity = jp_identity_card_new ();
  adw_preferences_group_add (group, self->identity);

  self->stage = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (jp_dossier_section_get_column (section), self->stage);

  group = jp_dossier_section_add_group (section, _("Directions of Cultivation"), "第四条");
  self->directions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->directions, "card");
  gtk_widget_add_css_class (self->directions, "identity-card");
  adw_preferences_group_add (group, self->directions);

  self->support = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (jp_dossier_section_get_column (section), self->support);
}
