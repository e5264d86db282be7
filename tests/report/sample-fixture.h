/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jp-desk.h"
#include "jp-report.h"
#include "jp-sample.h"
#include "jp-test-many.h"

/* The sample's data file, which shows every state, and other bureaus made of it: one cluster, three hundred, the
 * longest names, none. */

typedef struct
{
  char      *folder;
  JpStore   *store;
  JpDesk    *desk;
  JpContext  context;
  JpFonts   *fonts;
  GPtrArray *dossiers;
} Sample;

static inline void
sample_set_up (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  JpDate today = jp_test_date ("2026-02-10");

  sample->folder = g_dir_make_tmp ("jp-papers-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (sample->folder, "sample.db", NULL);
  sample->store = jp_test_new_store (path);
  g_assert_true (jp_casework_sample (sample->store, today, &error));
  g_assert_no_error (error);
  sample->desk = jp_desk_new (sample->store, "陈晓岚", JP_OFFICE_CITY, today, &error);
  g_assert_no_error (error);
  g_assert_true (jp_desk_get_context (sample->desk, &sample->context, &error));
  sample->fonts = jp_fonts_new (NULL, &error);
  g_assert_no_error (error);
  sample->dossiers = jp_store_load_dossiers (sample->store, &error);
  g_assert_no_error (error);
}

static inline void
sample_tear_down (Sample *sample, gconstpointer data)
{
  g_ptr_array_unref (sample->dossiers);
  jp_fonts_unref (sample->fonts);
  jp_desk_unref (sample->desk);
  g_object_unref (sample->store);
  jp_test_remove (sample->folder);
  g_free (sample->folder);
}

static inline JpDossier *
sample_find (Sample *sample, const char *name)
{
  for (guint i = 0; i < sample->dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (sample->dossiers, i);

      if (strstr (dossier->name, name) != NULL)
        return dossier;
    }
  g_error ("no cluster “%s” in the sample", name);
}

static inline GPtrArray *
sample_none (Sample *sample)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jp_dossier_free);
}

static inline GPtrArray *
sample_all (Sample *sample)
{
  GPtrArray *dossiers = sample_none (sample);

  for (guint i = 0; i < sample->dossiers->len; i++)
    g_ptr_array_add (dossiers, jp_dossier_copy (g_ptr_array_index (sample->dossiers, i)));
  return dossiers;
}

static inline GPtrArray *
sample_one (Sample *sample)
{
  GPtrArray *dossiers = sample_none (sample);

  g_ptr_array_add (dossiers, jp_dossier_copy (sample_find (sample, "工业机器人")));
  return dossiers;
}

static inline GPtrArray *
sample_many (Sample *sample)
{
  GPtrArray *dossiers = sample_none (sample);

  for (guint i = 0; i < 300; i++)
    {
      JpDossier *copy = jp_dossier_copy (g_ptr_array_index (sample->dossiers, i % sample->dossiers->len));
      g_autofree char *name = g_strdup_printf ("%s（%u）", copy->name, i + 1);

      g_free (copy->id);
      copy->id = g_strdup_printf ("many-%u", i);
      g_free (copy->name);
      copy->name = g_steal_pointer (&name);
      g_ptr_array_add (dossiers, copy);
    }
  return dossiers;
}

/* Characters that some fonts lack are among them. */
static inline GPtrArray *
sample_long (Sample *sample)
{
  GPtrArray *dossiers = sample_all (sample);

  for (guint i = 0; i < dossiers->len; i++)
    {
      JpDossier *dossier = g_ptr_array_index (dossiers, i);

      g_free (dossier->name);
      dossier->name = g_strdup_printf ("厦门市思明区筼筜街道𬭚合金精密压铸及新能源汽车关键零部件智能制造与检验检测认证公共服务特色产业集群%u", i);
      g_free (dossier->operator_name);
      dossier->operator_name = g_strdup ("厦门市思明区筼筜街道新能源汽车关键零部件智能制造产业集群公共服务平台运营管理有限责任公司");
      g_free (dossier->industry);
      dossier->industry = g_strdup ("新能源汽车关键零部件（𬭚合金压铸）智能制造");
    }
  return dossiers;
}

static inline GPtrArray *
sample_papers (Sample *sample, const char *kind, GPtrArray *dossiers, const char *cluster, int year)
{
  JpReportSelection selection = { .cluster = cluster, .year = year, .store = sample->store };
  g_autoptr (GError) error = NULL;
  GPtrArray *papers = jp_report_papers (kind, dossiers, &sample->context, &selection, &error);

  g_assert_no_error (error);
  return papers;
}
