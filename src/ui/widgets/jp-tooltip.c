/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-tooltip.h"

#include <string.h>

#define FILLER "\342\201\240" /* U+2060, a word joiner: no width, and no place to break */

static const char answered_key[] = "jp-tooltip";

/**
 * jp_tooltip_text:
 * @text: what a tooltip says
 *
 * Returns: (transfer full): the same, with an unseen character for each wide one
 */
char *
jp_tooltip_text (const char *text)
{
  GString *filled = g_string_new (text);

  if (strstr (text, FILLER) != NULL)
    return g_string_free (filled, FALSE);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iswide (g_utf8_get_char (at)))
      g_string_append (filled, FILLER);

  return g_string_free (filled, FALSE);
}

void
jp_tooltip_show (GtkTooltip *tooltip, const char *text)
{
  g_autofree char *filled = text != NULL ? jp_tooltip_text (text) : NULL;

  gtk_tooltip_set_text (tooltip, filled);
}

static gboolean
on_query (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const char *text = gtk_widget_get_tooltip_text (widget);

  if (text != NULL)
    jp_tooltip_show (tooltip, text);

  return text != NULL;
}

/* A widget is asked while the pointer comes to rest, and again when it has: it is the second time that shows. Its own
 * text, which describes it to those who do not see it, stays as it is. */
static gboolean
on_first_query (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (gtk_widget_get_tooltip_text (widget) != NULL && g_object_get_data (G_OBJECT (widget), answered_key) == NULL)
    {
      g_object_set_data (G_OBJECT (widget), answered_key, widget);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
    }

  return TRUE;
}

void
jp_tooltip_init (void)
{
  static gsize once = 0;

  if (!g_once_init_enter (&once))
    return;

  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* its signals are there */
  g_signal_add_emission_hook (g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET), 0, on_first_query, NULL, NULL);
  g_once_init_leave (&once, 1);
}
