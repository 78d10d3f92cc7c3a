/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-agencies.h"

#include <string.h>

#include "les-pattern.h"

/* News agencies whose names stand in datelines and source lines. */
static const char * const agencies[] = {
  "aap", "aa", "afp", "afx", "agerpres", "anadolu", "ani", "anp", "ansa", "ap", "apa", "associated press",
  "ats", "awp", "belga", "bloomberg", "bta", "cp", "ctk", "čtk", "dapd", "ddp", "dj", "dow jones", "dpa", "dts", "efe",
  "epd", "hina", "ians", "interfax", "irna", "itar-tass", "jiji", "kcna", "keystone", "kna", "kyodo",
  "lusa", "mti", "ntb", "ots", "pa", "pa media", "pap", "pti", "reuters", "ria", "ritzau", "rtr", "sda",
  "sid", "sta", "stt", "tanjug", "tass", "tt", "ukrinform", "united press international", "upi",
  "xinhua", "yonhap",
};

static LesSlice
strip_article (LesSlice name)
{
  static LesPattern article = LES_PATTERN ("^ (?i) the \\s+");
  LesSlice groups[1];

  if (les_pattern_match (&article, les_slice_first (name, 8), groups, 1))
    name.start = groups[0].end;
  return name;
}

/**
 * les_agencies_is_known:
 * @name: one name, "dpa" or "dpa-AFX"
 *
 * Returns: whether it names a news agency, a service of one included
 */
gboolean
les_agencies_is_known (LesSlice name)
{
  LesSlice base = strip_article (name);
  const char *hyphen = memchr (base.start, '-', les_slice_n_bytes (base));
  LesSlice stem = LES_SLICE (base.start, hyphen != NULL ? hyphen : base.end);

  /* Two small letters are the sign of an editor. */
  if (les_slice_n_bytes (base) <= 2 && !les_slice_is_all_capitals (base))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (agencies); i++)
    if (les_slice_equals (base, agencies[i]) || les_slice_equals (stem, agencies[i]))
      return TRUE;
  return FALSE;
}

/**
 * les_agencies_are:
 * @names: "APA/Reuters/AFP", "dpa", "sda/kle"
 *
 * Returns: whether it is a list of sources that begins with a known agency;
 *   the others may be signs of an editor
 */
gboolean
les_agencies_are (LesSlice names)
{
  static LesPattern list = LES_PATTERN (
    "^ ( [^/,;&+]{2,30}? ) (?: \\s* (?: [/,;&+] | \\s und \\s | \\s and \\s ) \\s* [\\w.-]{2,14} (?:\\s[\\w.-]{2,14})? ){0,6} $");
  LesSlice groups[2];

  if (les_slice_n_bytes (names) > 100)
    return FALSE;
  return les_pattern_match (&list, names, groups, 2)
         && les_agencies_is_known (les_slice_trim (groups[1]));
}
