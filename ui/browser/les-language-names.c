/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-language-names.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "ar", N_("Arabic") },
  { "bg", N_("Bulgarian") },
  { "cs", N_("Czech") },
  { "da", N_("Danish") },
  { "de", N_("German") },
  { "el", N_("Greek") },
  { "en", N_("English") },
  { "es", N_("Spanish") },
  { "et", N_("Estonian") },
  { "fi", N_("Finnish") },
  { "fr", N_("French") },
  { "he", N_("Hebrew") },
  { "hr", N_("Croatian") },
  { "hu", N_("Hungarian") },
  { "it", N_("Italian") },
  { "ja", N_("Japanese") },
  { "ko", N_("Korean") },
  { "lt", N_("Lithuanian") },
  { "lv", N_("Latvian") },
  { "nb", N_("Norwegian") },
  { "nl", N_("Dutch") },
  { "pl", N_("Polish") },
  { "pt", N_("Portuguese") },
  { "ro", N_("Romanian") },
  { "ru", N_("Russian") },
  { "sk", N_("Slovak") },
  { "sl", N_("Slovenian") },
  { "sr", N_("Serbian") },
  { "sv", N_("Swedish") },
  { "tr", N_("Turkish") },
  { "uk", N_("Ukrainian") },
  { "zh", N_("Chinese") },
};

/**
 * les_language_get_name:
 * @code: BCP 47, "de"
 *
 * Returns: (transfer none): the name of the language, or @code when it has none here
 */
const char *
les_language_get_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return _(languages[i].name);
  return code;
}

/**
 * les_language_list_codes:
 *
 * Returns: (transfer none): the languages that have a name, by code
 */
const char * const *
les_language_list_codes (void)
{
  static const char *codes[G_N_ELEMENTS (languages) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    codes[i] = languages[i].code;
  return codes;
}
