/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-test-many.h"

#include "jp-import.h"
#include "jp-resources.h"

#define FIRST_YEAR 2022

JpStore *
jp_test_new_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pack = jp_resources_lookup (JP_RESOURCE_PACK);
  g_autoptr (GBytes) holidays = jp_resources_lookup (JP_RESOURCE_HOLIDAYS);
  JpStoreSettings settings = {
    .office = JP_OFFICE_CITY, .pack_json = g_bytes_get_data (pack, NULL),
    .holidays_json = g_bytes_get_data (holidays, NULL), .since = jp_test_date ("2022-01-01"),
  };
  JpStore *store = jp_store_create (path, &settings, &error);

  g_assert_no_error (error);
  return store;
}

static void
add_cluster (JpImport *import, guint index, int first_year, guint n_years)
{
  static const char *const industries[] = { "工业机器人", "生物医药", "智能输配电", "航空维修", "新型显示", "水暖厨卫",
                                            "集成电路", "数字文创" };
  static const char *const firsts[] = { "2023-01-01", "2024-07-01", "2023-04-01" };
  const JpDistrict *district = &import->pack->districts[index % import->pack->n_districts];
  const char *industry = industries[index / 7 % G_N_ELEMENTS (industries)];
  g_autofree char *name = g_strdup_printf ("厦门市%s第%u号%s产业集群", district->name, index + 1, industry);
  JpImportCluster *cluster = jp_import_add_cluster (import, 0, index + 2);

  cluster->name = jp_import_intern (import, name);
  cluster->district = g_strdup (district->code);
  cluster->industry = g_strdup (industry);
  cluster->operator_name = g_strdup_printf ("%s%s运营中心%u", district->name, industry, index + 1);
  if (index % 4 != 0)
    {
      cluster->term_first = jp_test_date (firsts[index % G_N_ELEMENTS (firsts)]);
      cluster->recognised_on = cluster->term_first;
    }
  for (guint i = 0; i < n_years; i++)
    {
      JpImportFigures *figures = jp_import_add_figures (import, 1, index * n_years + i + 2);

      figures->name = cluster->name;
      figures->year = first_year + (int) i;
      for (guint m = 0; m < import->pack->n_metrics; m++)
        figures->values[m]
          = import->pack->metrics[m].part_of >= 0 ? 100 + index % 50 + i * 3 : 1000000 + index * 7 + i * 90000;
    }
}

void
jp_test_import_many (JpStore *store, JpDate today, guint n, guint n_years)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JpDesk) desk = jp_desk_new (store, "陈晓岚", JP_OFFICE_CITY, today, &error);
  g_autoptr (JpPack) pack = jp_test_pack ();
  g_autoptr (JpImport) import = jp_import_new (pack);
  JpImportReport report;
  int first_year = MIN (FIRST_YEAR, (int) jp_date_year (today) - (int) n_years); /* no figures of years to come */

  g_assert_no_error (error);
  jp_import_add_sheet (import, "集群");
  jp_import_add_sheet (import, "年度指标");
  for (guint i = 0; i < n; i++)
    add_cluster (import, i, first_year, n_years);
  if (!jp_casework_import (desk, import, "many.xlsx", FALSE, &report, NULL, &error) && import->faults->len > 0)
    g_test_message ("row %u: %s", ((JpCellNote *) import->faults->pdata[0])->row,
                    ((JpCellNote *) import->faults->pdata[0])->message);
  g_assert_no_error (error);
}
