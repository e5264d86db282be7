/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JP_PINYIN_SIZE 8 /* "zhuang", its NUL, and room to spare */

/**
 * JpPinyin:
 *
 * One reading of a character: a syllable in plain ASCII letters without its tone, ü written v.
 */
typedef char JpPinyin[JP_PINYIN_SIZE];

const JpPinyin *jp_pinyin_readings (gunichar character);

G_END_DECLS
