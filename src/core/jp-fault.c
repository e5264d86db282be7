/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fault.h"

/**
 * jp_fault_new:
 * @place: (nullable): where, as a JSON path or a cell
 * @format: a printf format, already localised
 * @...: what the format asks for
 *
 * Returns: (transfer full): one thing wrong with an outside file
 */
JpFault *
jp_fault_new (const char *place, const char *format, ...)
{
  JpFault *fault = g_new0 (JpFault, 1);
  va_list arguments;

  va_start (arguments, format);
  fault->place = g_strdup (place != NULL ? place : "");
  fault->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return fault;
}

/**
 * jp_fault_free:
 * @fault: (transfer full): a fault
 */
void
jp_fault_free (JpFault *fault)
{
  g_free (fault->place);
  g_free (fault->message);
  g_free (fault);
}

/**
 * jp_faults_new:
 *
 * Returns: (transfer full) (element-type Jp.Fault): an empty list that owns what is added to it
 */
GPtrArray *
jp_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jp_fault_free);
}

/**
 * jp_faults_join:
 * @faults: (element-type Jp.Fault): what is wrong
 *
 * Returns: (transfer full): one line for each fault, "place: message", without a line end behind the last
 */
char *
jp_faults_join (GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const JpFault *fault = g_ptr_array_index (faults, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (*fault->place != '\0')
        g_string_append_printf (text, "%s: ", fault->place);
      g_string_append (text, fault->message);
    }

  return g_string_free (text, FALSE);
}
