/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page as a screen reader and a keyboard meet it: no English sentence, no control without a name, no trap. */

#include "jp-e2e.h"

#include <string.h>

#define MAX_STOPS 200

static gboolean
is_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

/* Two words of letters, or a long one, with no Chinese beside them; paths are left out. */
static gboolean
is_english (const char *text)
{
  static GRegex *regex = NULL;

  if (is_han (text) || strchr (text, '/') != NULL)
    return FALSE;
  if (regex == NULL)
    regex = g_regex_new ("[A-Za-z]{2,}[ ,.:;’']+[A-Za-z]{2,}|[A-Za-z]{5,}", 0, 0, NULL);

  return g_regex_match (regex, text, 0, NULL);
}

static void
collect_english (const JpNode *node, const char *page, GString *found)
{
  if (node->parent != NULL && jp_node_is_named (node) && is_english (node->name))
    g_string_append_printf (found, "%s: %s\n", page, node->name);
  if (node->parent != NULL && is_english (node->description))
    g_string_append_printf (found, "%s: (%s)\n", page, node->description);
  for (guint i = 0; i < node->children->len; i++)
    collect_english (g_ptr_array_index (node->children, i), page, found);
}

/* What somebody can do something with, by its role. */
static gboolean
is_control (const JpNode *node)
{
  static const int roles[] = { JP_ROLE_BUTTON, JP_ROLE_TOGGLE_BUTTON, JP_ROLE_CHECK_BOX, JP_ROLE_COMBO_BOX,
                               JP_ROLE_ENTRY,  JP_ROLE_TEXT,          JP_ROLE_LIST_ITEM, JP_ROLE_MENU_ITEM };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (node->role == roles[i] && jp_node_is (node, JP_STATE_FOCUSABLE))
      return TRUE;

  return FALSE;
}

/* A combo row of libadwaita shows its choice in a list of one row, which nobody gets to: the row around it has a
 * name. */
static gboolean
is_shown_choice (const JpNode *node)
{
  return node->role == JP_ROLE_LIST_ITEM && node->parent != NULL && node->parent->children->len == 1
         && !jp_node_is_named (node->parent);
}

/* Also what is not in the way of Tab now: each control has a name. */
static void
collect_unnamed (const JpNode *node, const char *page, GString *found)
{
  if (is_control (node) && !is_shown_choice (node) && !jp_node_is_named (node))
    g_string_append_printf (found, "%s: no name: %d “%s” below “%s”\n", page, node->role, node->name,
                            node->parent != NULL ? node->parent->name : "");
  for (guint i = 0; i < node->children->len; i++)
    collect_unnamed (g_ptr_array_index (node->children, i), page, found);
}

/* Tab goes round and comes back to where it began, and each stop has a name. */
static void
collect_stops (JpE2e *e2e, const char *page, GString *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = NULL;

  for (guint i = 0; i < MAX_STOPS; i++)
    {
      g_autoptr (JpNode) focus = jp_e2e_tab (e2e);

      if (focus == NULL)
        continue;
      if (g_strcmp0 (focus->path, before) == 0)
        {
          g_string_append_printf (found, "%s: Tab does not leave %d “%s”\n", page, focus->role, focus->name);
          return;
        }
      if (!g_hash_table_add (seen, g_strdup (focus->path)))
        return;
      if (!jp_node_is_named (focus))
        g_string_append_printf (found, "%s: no name: %d “%s”\n", page, focus->role, focus->name);
      g_free (before);
      before = g_strdup (focus->path);
    }
  g_string_append_printf (found, "%s: Tab does not come round\n", page);
}

static void
check_page (JpE2e *e2e, const char *page, GString *found)
{
  collect_english (jp_e2e_look (e2e), page, found);
  collect_unnamed (e2e->tree, page, found);
  collect_stops (e2e, page, found);
  collect_english (jp_e2e_look (e2e), page, found);
}

static void
assert_nothing (JpE2e *e2e, GString *found)
{
  if (found->len > 0)
    jp_e2e_fail (e2e, "%s", found->str);
}

static void
start_sample (JpE2e *e2e, const char *place)
{
  g_autofree char *page = g_strconcat ("--page=", place, NULL);

  g_free (jp_e2e_ctl (e2e, "sample.db", "sample", NULL));
  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, page, "sample.db", NULL);
  jp_e2e_wait (e2e, JP_ROLE_LIST_ITEM, "工作台");
}

/* The pages as the sidebar lists them, whichever there are. */
static void
test_pages (JpE2e *e2e)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) found = g_string_new (NULL);
  const JpNode *sidebar;

  start_sample (e2e, "dashboard");
  sidebar = jp_e2e_wait (e2e, JP_ROLE_LIST, "页面");
  for (guint i = 0; i < sidebar->children->len; i++)
    g_ptr_array_add (pages, g_strdup (((const JpNode *) g_ptr_array_index (sidebar->children, i))->name));
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("ctrl+%u", i + 1);

      jp_e2e_key (e2e, key);
      jp_e2e_wait_state (e2e, JP_ROLE_LIST_ITEM, g_ptr_array_index (pages, i), JP_STATE_SELECTED, TRUE);
      check_page (e2e, g_ptr_array_index (pages, i), found);
    }
  assert_nothing (e2e, found);
}

/* Id of the first cluster that the command line lists. */
static char *
first_cluster (JpE2e *e2e)
{
  g_autofree char *list = jp_e2e_ctl (e2e, "sample.db", "clusters", "--json", NULL);
  const char *id = strstr (list, "\"id\" : \"");

  g_assert_nonnull (id);
  id += strlen ("\"id\" : \"");
  return g_strndup (id, strcspn (id, "\""));
}

static void
test_dossier (JpE2e *e2e)
{
  static const struct { const char *id, *name; } sections[] = {
    { "overview", "概况" }, { "figures", "年度指标" }, { "assessments", "考核" }, { "validity", "有效期" }, { "funding", "资金" },
    { "filings", "变更与事件" }, { "files", "材料" }, { "journal", "记录" },
  };
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *cluster = NULL;

  start_sample (e2e, "clusters");
  cluster = first_cluster (e2e);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *place = g_strdup_printf ("--page=dossier#%s#%s", cluster, sections[i].id);

      jp_e2e_start_second (e2e, place, NULL);
      jp_e2e_wait_state (e2e, JP_ROLE_LIST_ITEM, sections[i].name, JP_STATE_SELECTED, TRUE);
      check_page (e2e, sections[i].name, found);
    }
  assert_nothing (e2e, found);
}

/* What is worked on for a long time: where the keyboard must lead everywhere. */
static void
test_cases (JpE2e *e2e)
{
  static const struct { const char *place, *sign; } cases[] = {
    { "assessment#%s@2025", "评分" }, { "funding#%s/use", "收款方" }, { "funding#%s/oversight", "监督检查" },
    { "calendar#renew/%s", "步骤" },
  };
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *cluster = NULL;

  start_sample (e2e, "clusters");
  cluster = first_cluster (e2e);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].place, "%s", 2);
      g_autofree char *place = g_strconcat ("--page=", parts[0], parts[1] != NULL ? cluster : NULL, parts[1], NULL);

      jp_e2e_start_second (e2e, place, NULL);
      jp_e2e_wait (e2e, JP_ROLE_ANY, cases[i].sign);
      check_page (e2e, cases[i].sign, found);
    }

  /* Of this there is more than a person goes through by Tab: its chapters are a list. */
  jp_e2e_start_second (e2e, "--page=rules-editor", NULL);
  jp_e2e_wait (e2e, JP_ROLE_LIST, "规则章节");
  collect_unnamed (jp_e2e_look (e2e), "规则章节", found);
  collect_english (e2e->tree, "规则章节", found);
  assert_nothing (e2e, found);
}

static void
test_dialogs (JpE2e *e2e)
{
  g_autoptr (GString) found = g_string_new (NULL);

  jp_e2e_start (e2e, "--today=" JP_E2E_TODAY, NULL);
  jp_e2e_wait (e2e, JP_ROLE_LABEL, "欢迎使用集评");
  check_page (e2e, "welcome", found);
  jp_e2e_press (e2e, JP_ROLE_LIST_ITEM, "从空白开始(E)");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "您的姓名*");
  check_page (e2e, "new file", found);
  jp_e2e_key (e2e, "Escape");
  jp_e2e_wait_gone (e2e, JP_ROLE_TEXT, "您的姓名*");
  jp_e2e_press (e2e, JP_ROLE_LIST_ITEM, "查看示例数据(S)");
  jp_e2e_wait (e2e, JP_ROLE_LIST_ITEM, "工作台");
  jp_e2e_key (e2e, "ctrl+2");
  jp_e2e_wait (e2e, JP_ROLE_TABLE_ROW, "厦门市*");
  jp_e2e_key (e2e, "ctrl+n");
  jp_e2e_wait_focus (e2e, JP_ROLE_TEXT, "集群名称*");
  check_page (e2e, "new cluster", found);
  jp_e2e_key (e2e, "Escape");
  jp_e2e_wait_gone (e2e, JP_ROLE_TEXT, "集群名称*");
  jp_e2e_key (e2e, "ctrl+comma");
  jp_e2e_wait (e2e, JP_ROLE_ANY, "首选项");
  check_page (e2e, "preferences", found);
  jp_e2e_key (e2e, "Escape");
  jp_e2e_wait_gone (e2e, JP_ROLE_ANY, "首选项");
  jp_e2e_key (e2e, "F1"); /* the guide, at the part about the page */
  jp_e2e_wait (e2e, JP_ROLE_ANY, "集群台账：筛选、排序与所选集群的摘要");
  check_page (e2e, "guide", found);
  assert_nothing (e2e, found);
}

int
main (int argc, char **argv)
{
  jp_e2e_init (&argc, &argv);
  jp_e2e_add ("/e2e/pages/all", test_pages);
  jp_e2e_add ("/e2e/pages/dossier", test_dossier);
  jp_e2e_add ("/e2e/pages/cases", test_cases);
  jp_e2e_add ("/e2e/pages/dialogs", test_dialogs);

  return g_test_run ();
}
