/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-tile.h"

#define KEPT_CHARS 12

struct _JpTile
{
  AdwBin parent_instance;

  /* Template widgets. */
  GtkWidget    *button;
  GtkLabel     *title_label;
  GtkLabel     *value_label;
  GtkLabel     *unit_label;
  GtkLabel     *parts_label;
  JpArticleTag *tag;
};

G_DEFINE_FINAL_TYPE (JpTile, jp_tile, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  N_PROPS,
} JpTileProperty;

static GParamSpec *properties[N_PROPS];

enum
{
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_clicked (JpTile *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
update_name (JpTile *self)
{
  g_autofree char *name
    = g_strdup_printf ("%s %s %s %s", gtk_label_get_text (self->title_label), gtk_label_get_text (self->value_label),
                       gtk_label_get_text (self->unit_label), gtk_label_get_text (self->parts_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
jp_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((JpTileProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (JP_TILE (object)->title_label));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((JpTileProperty) id)
    {
    case PROP_TITLE:
      jp_tile_set_title (JP_TILE (object), g_value_get_string (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_tile_class_init (JpTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jp_tile_get_property;
  object_class->set_property = jp_tile_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (JP_TYPE_ARTICLE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiping/Jiping/ui/jp-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, JpTile, button);
  gtk_widget_class_bind_template_child (widget_class, JpTile, title_label);
  gtk_widget_class_bind_template_child (widget_class, JpTile, value_label);
  gtk_widget_class_bind_template_child (widget_class, JpTile, unit_label);
  gtk_widget_class_bind_template_child (widget_class, JpTile, parts_label);
  gtk_widget_class_bind_template_child (widget_class, JpTile, tag);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
jp_tile_init (JpTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jp_tile_set_title (JpTile *self, const char *title)
{
  g_return_if_fail (JP_IS_TILE (self));

  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
jp_tile_set_value (JpTile *self, const char *value, const char *unit)
{
  g_return_if_fail (JP_IS_TILE (self));

  gtk_label_set_label (self->value_label, value);
  gtk_label_set_label (self->unit_label, unit);
  update_name (self);
}

/* Chinese may break between any two characters: a short part keeps together, a long name may break. */
static char *
keep_together (const char *text)
{
  GString *kept = g_string_new (NULL);
  gboolean all = g_utf8_strlen (text, -1) <= KEPT_CHARS;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (all && p > text)
        g_string_append_unichar (kept, 0x2060); /* word joiner */
      g_string_append_unichar (kept, all && character == ' ' ? 0xa0 : character);
    }

  return g_string_free (kept, FALSE);
}

static char *
part_markup (const char *text)
{
  g_autofree char *kept = keep_together (text);

  return g_markup_escape_text (kept, -1);
}

void
jp_tile_set_parts (JpTile *self, const char * const *parts)
{
  GString *markup = g_string_new (NULL);

  g_return_if_fail (JP_IS_TILE (self));

  for (guint i = 0; parts[i] != NULL; i += 3)
    {
      g_autofree char *name = part_markup (parts[i]);
      g_autofree char *value = part_markup (parts[i + 1]);
      gboolean bad = g_str_equal (parts[i + 2], "bad");

      g_string_append_printf (markup, "%s%s%s\u00a0\u2060<b>%s</b>", i > 0 ? "\u2002 " : "", bad ? "⚠\u00a0" : "", name,
                              value);
    }
  gtk_label_set_markup (self->parts_label, markup->str);
  g_string_free (markup, TRUE);
  update_name (self);
}

JpArticleTag *
jp_tile_get_tag (JpTile *self)
{
  g_return_val_if_fail (JP_IS_TILE (self), NULL);

  return self->tag;
}
