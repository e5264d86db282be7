/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-rules-fields-private.h"

#include "jp-fault.h"
#include "jp-json-scan.h"

#include <string.h>

char *
jp_rules_path (const char *object, const char *key)
{
  g_autoptr (GString) path = g_string_new (object);

  if (key != NULL && *key == '[')
    g_string_append (path, key);
  else if (key != NULL)
    jp_json_path_append_member (path, key);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* "measure!=manual", "mode==steps", "fixed?" of the object at @object. */
gboolean
jp_rules_applies (const JpPackDraft *draft, const char *object, const JpPackShape *shape)
{
  const char *mark = shape->only != NULL ? strpbrk (shape->only, "!=?") : NULL;
  g_autofree char *key = mark != NULL ? g_strndup (shape->only, (gsize) (mark - shape->only)) : NULL;
  g_autofree char *path = key != NULL ? jp_rules_path (object, key) : NULL;
  g_autofree char *text = NULL;

  if (mark == NULL)
    return TRUE;
  if (*mark == '?')
    return jp_pack_draft_get (draft, path) != NULL;
  text = jp_pack_draft_get_text (draft, path);

  return (g_strcmp0 (text, mark + 2) == 0) == (*mark == '=');
}

static JsonNode *
fresh_member (const JpPackShape *shape)
{
  switch (shape->kind)
    {
    case JP_SHAPE_LIST:
      return json_from_string ("[]", NULL);
    case JP_SHAPE_OBJECT:
      return json_from_string (shape->fresh, NULL);
    case JP_SHAPE_TEXT:
    case JP_SHAPE_NUMBER:
    case JP_SHAPE_DATE:
    case JP_SHAPE_FLAG:
    case JP_SHAPE_CHOICE:
    case JP_SHAPE_METRIC:
    case JP_SHAPE_WHICH:
    case JP_SHAPE_MAP:
      break;
    }

  return json_from_string ("\"\"", NULL);
}

void
jp_rules_settle (JpPackDraft *draft, const char *path, const JpPackShape *members)
{
  for (const JpPackShape *shape = members; shape->label != NULL; shape++)
    {
      g_autofree char *place = jp_rules_path (path, shape->key);
      gboolean applies = jp_rules_applies (draft, path, shape), given = jp_pack_draft_get (draft, place) != NULL;

      if (shape->kind == JP_SHAPE_WHICH)
        continue;
      if (given && !applies)
        jp_pack_draft_remove (draft, place);
      else if (!given && applies && shape->only != NULL && (shape->flags & JP_SHAPE_OPTIONAL) == 0)
        jp_pack_draft_set (draft, place, fresh_member (shape));
    }
}

/* Places. */

static void
place_free (gpointer data)
{
  JpRulesPlace *place = data;

  g_free (place->object);
  g_free (place->path);
  g_free (place);
}

JpRulesPlace *
jp_rules_add_place (JpRulesFields *self, const JpPackShape *shape, const JpPackShape *siblings, const char *object,
                    const char *path)
{
  JpRulesPlace *place = g_new0 (JpRulesPlace, 1);

  place->fields = self;
  place->shape = shape;
  place->siblings = siblings;
  place->object = g_strdup (object);
  place->path = g_strdup (path);
  g_ptr_array_add (self->places, place);

  return place;
}

JpRulesFields *
jp_rules_fields_new (JpPackDraft *draft, GtkBox *column, const JpPackShape *shapes, gboolean locked,
                     JpRulesChanged changed, gpointer data)
{
  JpRulesFields *self = g_new0 (JpRulesFields, 1);

  self->draft = draft;
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->locked = locked;
  self->changed = changed;
  self->data = data;
  jp_rules_build (self, column, shapes, "$");

  return self;
}

void
jp_rules_fields_free (JpRulesFields *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->places);
  g_free (self);
}

/* Whom a fault concerns: the place itself, else the innermost that holds it. */
static JpRulesPlace *
place_of (JpRulesFields *self, const char *fault)
{
  JpRulesPlace *best = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      JpRulesPlace *place = self->places->pdata[i];

      if (jp_pack_path_within (fault, place->path) && (best == NULL || strlen (place->path) > strlen (best->path)))
        best = place;
    }

  return best;
}

static void
say (JpRulesPlace *place, const char *message)
{
  if (place->field != NULL)
    jp_field_set_error (place->field, message);
  if (place->remark != NULL)
    {
      gtk_label_set_label (place->remark, message != NULL ? message : "");
      gtk_widget_set_visible (GTK_WIDGET (place->remark), message != NULL);
    }
}

guint
jp_rules_fields_judge (JpRulesFields *self, GPtrArray *faults, GString *orphans)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const JpFault *fault = faults->pdata[i];
      JpRulesPlace *place = place_of (self, fault->place);

      if (place != NULL && g_hash_table_add (told, place))
        say (place, fault->message);
      else if (place == NULL)
        g_string_append_printf (orphans, "%s%s: %s", orphans->len > 0 ? "\n" : "", fault->place, fault->message);
      n += place != NULL ? 1 : 0;
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      JpRulesPlace *place = self->places->pdata[i];

      if (!g_hash_table_contains (told, place))
        say (place, NULL);
      if (place->curve != NULL)
        jp_rules_show_curve (place);
    }

  return n;
}

const char *
jp_rules_fields_focus (JpRulesFields *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const JpRulesPlace *place = self->places->pdata[i];

      if (place->field != NULL
          && (gtk_widget_get_state_flags (GTK_WIDGET (place->field)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        return place->path;
    }

  return NULL;
}

void
jp_rules_fields_grab (JpRulesFields *self, const char *path)
{
  for (guint i = 0; path != NULL && i < self->places->len; i++)
    {
      const JpRulesPlace *place = self->places->pdata[i];

      if (place->field != NULL && jp_pack_path_within (place->path, path))
        {
          gtk_widget_grab_focus (GTK_WIDGET (place->field));
          return;
        }
    }
}

guint
jp_rules_count_faults (GPtrArray *faults, const JpPackShape *shapes)
{
  guint n = 0;

  for (guint i = 0; i < faults->len; i++)
    for (const JpPackShape *shape = shapes; shape->label != NULL; shape++)
      {
        g_autofree char *path = jp_rules_path ("$", shape->key);

        n += jp_pack_path_within (((const JpFault *) faults->pdata[i])->place, path) ? 1 : 0;
      }

  return n;
}
