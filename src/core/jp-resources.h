/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JP_RESOURCE_PACK     "packs/xiamen-2024.json"
#define JP_RESOURCE_HOLIDAYS "holidays/cn-2022-2026.json"
#define JP_RESOURCE_PINYIN   "pinyin.txt"

GBytes *jp_resources_lookup (const char *name);

G_END_DECLS
