/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-article-tag.h"

#include "jp-article-words.h"

#include <glib/gi18n-lib.h>

#define POPOVER_CHARS 46

struct _JpArticleTag
{
  AdwBin parent_instance;

  /* Borrowed: children. */
  GtkWidget *button;
  GtkWidget *value_label;
  GtkWidget *article_label;

  /* Owned. */
  char      *article;
  char      *value;
  char      *rule;
  char      *working;
  GPtrArray *inputs; /* of char *, name and value by turns */
};

G_DEFINE_FINAL_TYPE (JpArticleTag, jp_article_tag, ADW_TYPE_BIN)

typedef enum
{
  PROP_ARTICLE = 1,
  PROP_VALUE,
  N_PROPS,
} JpArticleTagProperty;

static GParamSpec *properties[N_PROPS];

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), POPOVER_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_inputs (JpArticleTag *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i + 1 < self->inputs->len; i += 2)
    {
      GtkWidget *name = new_label (g_ptr_array_index (self->inputs, i), "dim-label");
      GtkWidget *value = new_label (g_ptr_array_index (self->inputs, i + 1), "numeric");

      gtk_label_set_xalign (GTK_LABEL (value), 1);
      gtk_widget_set_hexpand (value, TRUE);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) i / 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, (int) i / 2, 1, 1);
    }

  return grid;
}

/* Made when it is asked for: a page may hold hundreds of tags. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  JpArticleTag *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *popover = gtk_popover_new ();
  const char *rule = self->rule != NULL ? self->rule : jp_article_words (self->article);
  g_autofree char *heading = self->value != NULL ? g_strdup_printf ("%s · %s", self->article,
                                                                    self->value) : g_strdup (self->article);

  gtk_widget_add_css_class (box, "article-popover");
  gtk_box_append (GTK_BOX (box), new_label (heading, "heading"));
  if (rule != NULL)
    gtk_box_append (GTK_BOX (box), new_label (rule, NULL));
  if (self->inputs->len > 0)
    gtk_box_append (GTK_BOX (box), new_inputs (self));
  if (self->working != NULL)
    gtk_box_append (GTK_BOX (box), new_label (self->working, "article-working"));

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
update (JpArticleTag *self)
{
  g_autofree char *name = NULL;

  gtk_label_set_label (GTK_LABEL (self->value_label), self->value != NULL ? self->value : "");
  gtk_widget_set_visible (self->value_label, self->value != NULL);
  gtk_label_set_label (GTK_LABEL (self->article_label), self->article != NULL ? self->article : "");
  gtk_widget_set_visible (self->button, self->article != NULL && *self->article != '\0');

  /* Translators: %1$s is an article such as 第十三条, %2$s a value such as 60.00 万元 */
  name = self->value != NULL ? g_strdup_printf (_("%2$s, by %1$s"), self->article, self->value)
                             : g_strdup_printf (_("Rests on %s"), self->article != NULL ? self->article : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
jp_article_tag_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JpArticleTag *self = JP_ARTICLE_TAG (object);

  switch ((JpArticleTagProperty) id)
    {
    case PROP_ARTICLE:
      g_value_set_string (value, self->article);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_article_tag_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JpArticleTag *self = JP_ARTICLE_TAG (object);

  switch ((JpArticleTagProperty) id)
    {
    case PROP_ARTICLE:
      jp_article_tag_set_article (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      jp_article_tag_set_value (self, g_value_get_string (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jp_article_tag_finalize (GObject *object)
{
  JpArticleTag *self = JP_ARTICLE_TAG (object);

  g_free (self->article);
  g_free (self->value);
  g_free (self->rule);
  g_free (self->working);
  g_ptr_array_unref (self->inputs);

  G_OBJECT_CLASS (jp_article_tag_parent_class)->finalize (object);
}

static void
jp_article_tag_class_init (JpArticleTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jp_article_tag_get_property;
  object_class->set_property = jp_article_tag_set_property;
  object_class->finalize = jp_article_tag_finalize;

  properties[PROP_ARTICLE] = g_param_spec_string ("article", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jp_article_tag_init (JpArticleTag *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->inputs = g_ptr_array_new_with_free_func (g_free);
  self->value_label = gtk_label_new (NULL);
  self->article_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->value_label, "numeric");
  gtk_widget_add_css_class (self->article_label, "article-mark");
  gtk_box_append (GTK_BOX (box), self->value_label);
  gtk_box_append (GTK_BOX (box), self->article_label);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "article-tag");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _("Show the rule and how it was worked out"));
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  update (self);
}

/**
 * jp_article_tag_new:
 * @article: (nullable): as papers write it, 第十三条; without one the tag is not shown
 *
 * Returns: a tag
 */
GtkWidget *
jp_article_tag_new (const char *article)
{
  return g_object_new (JP_TYPE_ARTICLE_TAG, "article", article, NULL);
}

const char *
jp_article_tag_get_article (JpArticleTag *self)
{
  g_return_val_if_fail (JP_IS_ARTICLE_TAG (self), NULL);

  return self->article;
}

void
jp_article_tag_set_article (JpArticleTag *self, const char *article)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self));

  if (g_strcmp0 (self->article, article) == 0)
    return;

  g_free (self->article);
  self->article = g_strdup (article);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

const char *
jp_article_tag_get_value (JpArticleTag *self)
{
  g_return_val_if_fail (JP_IS_ARTICLE_TAG (self), NULL);

  return self->value;
}

void
jp_article_tag_set_value (JpArticleTag *self, const char *value)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (value);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

void
jp_article_tag_set_rule (JpArticleTag *self, const char *rule)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self));

  g_free (self->rule);
  self->rule = g_strdup (rule);
}

/**
 * jp_article_tag_add_input:
 * @self: a tag
 * @name: what went into the value
 * @value: as it is shown, with its unit
 *
 * Adds a line to the inputs that the popover lists.
 */
void
jp_article_tag_add_input (JpArticleTag *self, const char *name, const char *value)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self) && name != NULL && value != NULL);

  g_ptr_array_add (self->inputs, g_strdup (name));
  g_ptr_array_add (self->inputs, g_strdup (value));
}

void
jp_article_tag_clear_inputs (JpArticleTag *self)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self));

  g_ptr_array_set_size (self->inputs, 0);
}

void
jp_article_tag_set_working (JpArticleTag *self, const char *working)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self));

  g_free (self->working);
  self->working = g_strdup (working);
}

void
jp_article_tag_popup (JpArticleTag *self)
{
  g_return_if_fail (JP_IS_ARTICLE_TAG (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
