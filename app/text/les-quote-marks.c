/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-quote-marks.h"

/** Returns: whether @c is a quotation mark of any style, double or single; an apostrophe is one too */
gboolean
les_is_quote_mark (gunichar c)
{
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || les_is_single_mark (c);
}

/** Returns: whether @c is a quotation mark as it stands inside other ones */
gboolean
les_is_single_mark (gunichar c)
{
  return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}
