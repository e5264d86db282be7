/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a draft, made from its shape. */

#include "jp-rules-fields-private.h"

#include "jp-columns.h"
#include "jp-date.h"
#include "jp-score.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMN_CHARS 30

/* What is typed. */

static void
set_flag (JpPackDraft *draft, const char *path, const char *choice)
{
  jp_pack_draft_set (draft, path, json_from_string (g_strcmp0 (choice, "true") == 0 ? "true" : "false", NULL));
}

/* Which of several members there is: the others go, and the one that comes begins as its shape says. */
static void
set_which (JpRulesPlace *place, const char *choice)
{
  JpPackDraft *draft = place->fields->draft;
  g_autoptr (JsonNode) fresh = json_from_string (place->shape->fresh, NULL);

  for (guint i = 0; place->shape->ids[i] != NULL; i++)
    {
      const char *id = place->shape->ids[i];
      g_autofree char *path = jp_rules_path (place->object, id);
      gboolean given = jp_pack_draft_get (draft, path) != NULL;

      if (given && !g_str_equal (id, choice))
        jp_pack_draft_remove (draft, path);
      else if (!given && g_str_equal (id, choice))
        jp_pack_draft_set (draft, path, json_node_copy (json_object_get_member (json_node_get_object (fresh), id)));
    }
}

static const char *
get_which (JpRulesPlace *place)
{
  for (guint i = 0; place->shape->ids[i] != NULL; i++)
    {
      g_autofree char *path = jp_rules_path (place->object, place->shape->ids[i]);

      if (jp_pack_draft_get (place->fields->draft, path) != NULL)
        return place->shape->ids[i];
    }

  return "";
}

/* As a pack writes it: digits half-width, days as 2026-01-31. */
static char *
tidy (const JpPackShape *shape, const char *typed)
{
  g_autofree char *plain = shape->kind == JP_SHAPE_TEXT && shape->key != NULL && strstr (shape->key, "name") != NULL
                             ? g_strdup (typed)
                             : g_utf8_normalize (typed, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  JpDate date = shape->kind == JP_SHAPE_DATE ? jp_date_parse_loose (plain) : JP_DATE_NONE;
  char iso[JP_DATE_ISO_LEN];

  return date != JP_DATE_NONE ? g_strdup (jp_date_to_iso (date, iso)) : g_steal_pointer (&plain);
}

static void
take_text (JpRulesPlace *place)
{
  g_autofree char *typed = jp_field_get_text (place->field);
  g_autofree char *text = tidy (place->shape, typed);
  JpPackDraft *draft = place->fields->draft;

  if (*text == '\0' && (place->shape->flags & JP_SHAPE_OPTIONAL) != 0)
    jp_pack_draft_remove (draft, place->path);
  else if (*text == '\0' && (place->shape->flags & JP_SHAPE_NULLABLE) != 0)
    jp_pack_draft_set (draft, place->path, json_node_new (JSON_NODE_NULL));
  else if (place->shape->kind == JP_SHAPE_NUMBER)
    jp_pack_draft_set_number (draft, place->path, text);
  else
    jp_pack_draft_set_text (draft, place->path, text);
}

static void
on_changed (JpField *field, JpRulesPlace *place)
{
  JpPackDraft *draft = place->fields->draft;
  gboolean rebuild = (place->shape->flags & JP_SHAPE_STEERS) != 0;
  const char *choice;

  if (jp_field_get_kind (field) != JP_FIELD_KIND_CHOICE)
    take_text (place);
  else if ((choice = jp_field_get_choice (field)) != NULL)
    {
      if (place->shape->kind == JP_SHAPE_WHICH)
        set_which (place, choice);
      else if (place->shape->kind == JP_SHAPE_FLAG)
        set_flag (draft, place->path, choice);
      else if (*choice == '\0')
        jp_pack_draft_remove (draft, place->path);
      else
        jp_pack_draft_set_text (draft, place->path, choice);
    }
  if (rebuild)
    jp_rules_settle (draft, place->object, place->siblings);
  place->fields->changed (place->fields->data, rebuild);
}

/* Fields. */

static void
offer_metrics (JpRulesPlace *place)
{
  JpPackDraft *draft = place->fields->draft;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if ((place->shape->flags & JP_SHAPE_OPTIONAL) != 0)
    {
      g_ptr_array_add (ids, g_strdup (""));
      g_ptr_array_add (names, g_strdup ("—"));
    }
  for (guint i = 0; i < jp_pack_draft_count (draft, "$.metrics"); i++)
    {
      g_autofree char *id_path = g_strdup_printf ("$.metrics[%u].id", i);
      g_autofree char *name_path = g_strdup_printf ("$.metrics[%u].name", i);
      char *id = jp_pack_draft_get_text (draft, id_path), *name = jp_pack_draft_get_text (draft, name_path);

      g_ptr_array_add (ids, id != NULL ? id : g_strdup (""));
      g_ptr_array_add (names, name != NULL ? name : g_strdup (""));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  jp_field_set_choices (place->field, (const char * const *) ids->pdata, (const char * const *) names->pdata);
}

static void
offer_choices (JpRulesPlace *place)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; place->shape->names[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) _(place->shape->names[i]));
  g_ptr_array_add (names, NULL);
  jp_field_set_choices (place->field, place->shape->ids, (const char * const *) names->pdata);
}

static JpField *
add_field (JpRulesFields *self, const JpPackShape *shape, const JpPackShape *siblings, const char *object,
           const char *path, const char *label)
{
  JpRulesPlace *place = jp_rules_add_place (self, shape, siblings, object, path);
  gboolean choice = shape->kind == JP_SHAPE_CHOICE || shape->kind == JP_SHAPE_FLAG || shape->kind == JP_SHAPE_METRIC
                    || shape->kind == JP_SHAPE_WHICH;
  g_autofree char *text = shape->kind == JP_SHAPE_WHICH ? g_strdup (get_which (place))
                                                        : jp_pack_draft_get_text (self->draft, path);

  place->field = jp_field_new (choice ? JP_FIELD_KIND_CHOICE : JP_FIELD_KIND_TEXT, label);
  if (shape->kind == JP_SHAPE_METRIC)
    offer_metrics (place);
  else if (choice)
    offer_choices (place);
  if (choice)
    jp_field_choose (place->field, text != NULL ? text : shape->kind == JP_SHAPE_FLAG ? "false" : "");
  else
    jp_field_set_text (place->field, g_strcmp0 (text, "null") == 0 ? "" : text);
  jp_field_set_locked (place->field, self->locked || (shape->flags & JP_SHAPE_FIXED) != 0);
  g_signal_connect (place->field, "changed", G_CALLBACK (on_changed), place);

  return place->field;
}

/* Lists. */

typedef struct
{
  JpRulesFields *fields;
  char          *list;
  const char    *fresh;
  guint          from;
  guint          to;
} Order;

static void
order_free (gpointer data, GClosure *closure)
{
  g_free (((Order *) data)->list);
  g_free (data);
}

static void
on_order (GtkWidget *button, Order *order)
{
  JpRulesFields *fields = order->fields;
  g_autofree char *element = g_strdup_printf ("%s[%u]", order->list, order->from);

  if (order->fresh != NULL)
    jp_pack_draft_insert (fields->draft, order->list, order->to, json_from_string (order->fresh, NULL));
  else if (order->to == G_MAXUINT)
    jp_pack_draft_remove (fields->draft, element);
  else
    jp_pack_draft_move (fields->draft, order->list, order->from, order->to);
  fields->changed (fields->data, TRUE);
}

static void
give_order (JpRulesFields *self, GtkWidget *button, const char *list, const char *fresh, guint from, guint to)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { self, g_strdup (list), fresh, from, to };
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_order), order, order_free, 0);
}

static GtkWidget *
icon_button (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
element_buttons (JpRulesFields *self, const char *list, guint index, guint length, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  /* Translators: %s is an entry of a list: Indicator 3 */
  g_autofree char *up = g_strdup_printf (_("Move %s Up"), title);
  g_autofree char *down = g_strdup_printf (_("Move %s Down"), title);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), title);
  GtkWidget *buttons[] = { icon_button ("go-up-symbolic", up), icon_button ("go-down-symbolic", down),
                           icon_button ("user-trash-symbolic", remove) };
  guint targets[] = { index - 1, index + 1, G_MAXUINT };

  gtk_widget_set_sensitive (buttons[0], index > 0);
  gtk_widget_set_sensitive (buttons[1], index + 1 < length);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      give_order (self, buttons[i], list, NULL, index, targets[i]);
      gtk_box_append (GTK_BOX (box), buttons[i]);
    }
  gtk_widget_set_visible (box, !self->locked);

  return box;
}

static GtkWidget *
new_heading (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_remark (JpRulesFields *self, GtkBox *box, const JpPackShape *shape, const char *path)
{
  JpRulesPlace *place = jp_rules_add_place (self, shape, NULL, path, path);
  GtkWidget *remark = new_heading ("", "error");

  gtk_widget_set_visible (remark, FALSE);
  gtk_box_append (box, remark);
  place->remark = GTK_LABEL (remark);
}

/* Several fields in a row, or an element of one field, with what can be done with it at the end. */
static GtkWidget *
new_row (JpRulesFields *self, const JpPackShape *shape, const char *path, const char *title)
{
  GtkWidget *columns;
  guint n = 0;

  if (shape->kind != JP_SHAPE_OBJECT)
    return GTK_WIDGET (add_field (self, shape, NULL, path, path, title));

  columns = jp_columns_new ();
  for (const JpPackShape *member = shape->members; member->label != NULL; member++, n++)
    {
      g_autofree char *place = jp_rules_path (path, member->key);

      gtk_widget_set_parent (GTK_WIDGET (add_field (self, member, shape->members, path, place, _(member->label))),
                             columns);
    }
  g_object_set (columns, "max-columns", n, "column-chars", 18, "spacing", 12, NULL);

  return columns;
}

static GtkWidget *
new_card (JpRulesFields *self, const JpPackShape *shape, const char *path, const char *title, GtkWidget *buttons)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "rules-card");
  gtk_box_append (GTK_BOX (head), new_heading (title, "heading"));
  if (buttons != NULL)
    gtk_box_append (GTK_BOX (head), buttons);
  gtk_box_append (GTK_BOX (card), head);
  jp_rules_build (self, GTK_BOX (card), shape->members, path);

  return card;
}

static void
add_element (JpRulesFields *self, GtkBox *box, const JpPackShape *list, const char *list_path, guint index,
             guint length)
{
  const JpPackShape *shape = list->members;
  g_autofree char *path = g_strdup_printf ("%s[%u]", list_path, index);
  /* Translators: an entry of a list and its number: Indicator 3 */
  g_autofree char *title = g_strdup_printf (_("%s %u"), _(shape->label), index + 1);
  gboolean fixed = (list->flags & JP_SHAPE_FIXED) != 0;
  GtkWidget *buttons = fixed ? NULL : element_buttons (self, list_path, index, length, title), *row;

  if (shape->kind == JP_SHAPE_OBJECT && (shape->flags & JP_SHAPE_ROW) == 0)
    {
      gtk_box_append (box, new_card (self, shape, path, title, buttons));
      return;
    }

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (row), new_row (self, shape, path, title));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (row), TRUE);
  if (buttons != NULL)
    gtk_box_append (GTK_BOX (row), buttons);
  gtk_box_append (box, row);
}

static void
add_list (JpRulesFields *self, GtkBox *box, const JpPackShape *shape, const char *path)
{
  guint length = jp_pack_draft_count (self->draft, path);

  gtk_box_append (box, new_heading (_(shape->label), "heading"));
  add_remark (self, box, shape, path);
  for (guint i = 0; i < length; i++)
    add_element (self, box, shape, path, i, length);
  if (shape->fresh != NULL && !self->locked)
    {
      /* Translators: %s is an entry of a list: Indicator, Band … */
      g_autofree char *name = g_strdup_printf (_("Add: %s"), _(shape->members->label));
      GtkWidget *button = gtk_button_new_with_label (name);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      give_order (self, button, path, shape->fresh, 0, length);
      gtk_box_append (box, button);
    }
}

/* Objects whose members are data. */

static void
on_map_add (GtkEditable *entry, JpRulesPlace *place)
{
  g_autofree char *key = g_strstrip (gtk_editable_get_chars (entry, 0, -1));
  g_autofree char *path = jp_rules_path (place->path, key);

  if (*key == '\0' || jp_pack_draft_get (place->fields->draft, path) != NULL)
    return;
  jp_pack_draft_set (place->fields->draft, path, json_from_string (place->shape->fresh, NULL));
  place->fields->changed (place->fields->data, TRUE);
}

static void
on_map_remove (GtkWidget *button, JpRulesPlace *place)
{
  jp_pack_draft_remove (place->fields->draft, place->path);
  place->fields->changed (place->fields->data, TRUE);
}

static void
add_map (JpRulesFields *self, GtkBox *box, const JpPackShape *shape, const char *path)
{
  JsonNode *node = jp_pack_draft_get (self->draft, path);
  g_autoptr (GList) keys
    = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_members (json_node_get_object (node)) : NULL;
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *add = g_strdup_printf (_("Add to “%s”: type its year or id and press Enter"), _(shape->label));

  gtk_box_append (box, new_heading (_(shape->label), "heading"));
  add_remark (self, box, shape, path);
  for (const GList *l = keys; l != NULL; l = l->next)
    {
      g_autofree char *place = jp_rules_path (path, l->data);
      JpField *field = add_field (self, shape->members, NULL, place, place, l->data);
      g_autofree char *name = g_strdup_printf (_("Remove %s"), (const char *) l->data);
      GtkWidget *button = icon_button ("user-trash-symbolic", name);

      g_signal_connect (button, "clicked", G_CALLBACK (on_map_remove), self->places->pdata[self->places->len - 1]);
      gtk_widget_set_visible (button, !self->locked);
      jp_field_add_suffix (field, button);
      gtk_box_append (box, GTK_WIDGET (field));
    }
  if (self->locked || node == NULL)
    return;

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (on_map_add), jp_rules_add_place (self, shape, NULL, path, path));
  gtk_box_append (box, entry);
}

/* The curve as it is typed. */

static gboolean
read_point (const JpPackDraft *draft, const char *points, guint i, JpCurvePoint *point)
{
  g_autofree char *x_path = g_strdup_printf ("%s[%u][0]", points, i);
  g_autofree char *share_path = g_strdup_printf ("%s[%u][1]", points, i);
  g_autofree char *x = jp_pack_draft_get_text (draft, x_path);
  g_autofree char *share = jp_pack_draft_get_text (draft, share_path);

  return x != NULL && share != NULL && jp_decimal_parse (&point->x, x) && jp_decimal_parse (&point->share, share)
         && point->x.scale <= 6 && point->share.scale <= 6 && point->share.coefficient >= 0
         && jp_decimal_compare (point->share, (JpDecimal) { 1, 0 }) <= 0;
}

/* What cannot be drawn yet is left out; the fields say what is wrong with it. */
void
jp_rules_show_curve (const JpRulesPlace *place)
{
  const JpPackDraft *draft = place->fields->draft;
  g_autofree char *points = jp_rules_path (place->path, "points");
  g_autofree char *mode_path = jp_rules_path (place->path, "mode");
  g_autofree char *mode = jp_pack_draft_get_text (draft, mode_path);
  g_autofree char *measure_path = jp_rules_path (place->object, "measure");
  g_autofree char *measure = jp_pack_draft_get_text (draft, measure_path);
  g_autofree char *weight_path = jp_rules_path (place->object, "weight");
  g_autofree char *weight_text = jp_pack_draft_get_text (draft, weight_path);
  guint length = jp_pack_draft_count (draft, points);
  g_autofree JpCurvePoint *read = g_new0 (JpCurvePoint, length);
  JpCurve curve = { .mode = g_strcmp0 (mode, "linear") == 0 ? JP_CURVE_LINEAR : JP_CURVE_STEPS, .points = read };
  JpMoney weight = 0;

  for (guint i = 0; i < length; i++)
    if (read_point (draft, points, i, &read[curve.n_points])
        && (curve.n_points == 0 || jp_decimal_compare (read[curve.n_points - 1].x, read[curve.n_points].x) < 0))
      curve.n_points++;
  if (weight_text == NULL || !jp_money_parse (&weight, weight_text) || weight < 0 || weight > 10000)
    weight = 0;
  jp_curve_view_show (place->curve, curve.n_points > 0 ? &curve : NULL, (int) weight,
                      g_strcmp0 (measure, "growth") == 0, "");
}

static void
add_curve (JpRulesFields *self, GtkBox *box, const JpPackShape *shape, const char *object, const char *path)
{
  JpRulesPlace *place = jp_rules_add_place (self, shape, NULL, object, path);

  place->curve = JP_CURVE_VIEW (jp_curve_view_new ());
  gtk_widget_add_css_class (GTK_WIDGET (place->curve), "rules-curve");
  gtk_box_append (box, GTK_WIDGET (place->curve));
}

static gboolean
is_plain (const JpPackShape *shape)
{
  return shape->kind != JP_SHAPE_OBJECT && shape->kind != JP_SHAPE_LIST && shape->kind != JP_SHAPE_MAP;
}

static void
add_object (JpRulesFields *self, GtkBox *box, const JpPackShape *shape, const char *object, const char *path)
{
  if ((shape->flags & JP_SHAPE_ROW) != 0)
    {
      gtk_box_append (box, new_heading (_(shape->label), "heading"));
      add_remark (self, box, shape, path);
      gtk_box_append (box, new_row (self, shape, path, _(shape->label)));
    }
  else if (g_str_equal (object, "$"))
    gtk_box_append (box, new_card (self, shape, path, _(shape->label), NULL));
  else
    {
      gtk_box_append (box, new_heading (_(shape->label), "heading"));
      add_remark (self, box, shape, path);
      jp_rules_build (self, box, shape->members, path);
      if (g_strcmp0 (shape->key, "curve") == 0)
        add_curve (self, box, shape, object, path);
    }
}

void
jp_rules_build (JpRulesFields *self, GtkBox *box, const JpPackShape *shapes, const char *object)
{
  GtkWidget *columns = jp_columns_new ();
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  g_object_set (columns, "max-columns", 2, "column-chars", COLUMN_CHARS, "spacing", 12, NULL);
  gtk_box_append (box, columns);
  for (const JpPackShape *shape = shapes; shape->label != NULL; shape++)
    {
      g_autofree char *path = jp_rules_path (object, shape->key);

      if (!jp_rules_applies (self->draft, object, shape))
        continue;
      if (is_plain (shape))
        {
          JpField *field = add_field (self, shape, shapes, object, path, _(shape->label));

          jp_field_join (field, labels);
          gtk_widget_set_parent (GTK_WIDGET (field), columns);
        }
      else if (shape->kind == JP_SHAPE_LIST)
        add_list (self, box, shape, path);
      else if (shape->kind == JP_SHAPE_MAP)
        add_map (self, box, shape, path);
      else
        add_object (self, box, shape, object, path);
    }
  gtk_widget_set_visible (columns, gtk_widget_get_first_child (columns) != NULL);
}
