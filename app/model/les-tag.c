/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag.h"

#include <string.h>

#define NAME_CHARS 200
#define SHORTCUT_CHARS 2

/**
 * LesTag:
 *
 * A name with colour and description, in a tree.
 */
struct _LesTag
{
  LesRecord parent_instance;
};

static const char * const string_names[] = { "name", "color", "description", "parent", "shortcut", "kind", "guid" };

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_TAG_N_STRINGS);

/* The hues of Okabe and Ito (2008), each moved as little as it took until any two
 * are at least 15 (CIE76) apart also for people without red, green or blue
 * receptors (simulated after Machado, Oliveira and Fernandes 2009) and each keeps
 * a contrast of 3:1 against white, so that a mark stays visible on paper and on
 * screen. test-codebook measures it. */
static const char * const palette[] = {
  "#005A95", "#DF6911", "#11976F", "#B75F96", "#755A02",
  "#6986C8", "#7B5BCB", "#6D3818", "#515A64", "#E5433A",
};

G_DEFINE_FINAL_TYPE (LesTag, les_tag, LES_TYPE_RECORD)

static void
les_tag_class_init (LesTagClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  record_class->kind = LES_RECORD_TAG;
  record_class->n_strings = LES_TAG_N_STRINGS;
  record_class->string_names = string_names;
}

static void
les_tag_init (LesTag *self)
{
}

/**
 * les_tag_new:
 * @id: (nullable): NULL for a new one
 * @color: #RRGGBB
 *
 * Returns: (transfer full): not sealed
 */
LesTag *
les_tag_new (const char *id, const char *name, const char *color)
{
  LesTag *self = g_object_new (LES_TYPE_TAG, "id", id, NULL);

  les_tag_set (self, LES_TAG_NAME, name);
  les_tag_set (self, LES_TAG_COLOR, color);
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_tag_get (LesTag *self, LesTagField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Only before the record is sealed. @value: (nullable) */
void
les_tag_set (LesTag *self, LesTagField field, const char *value)
{
  les_record_set_string (LES_RECORD (self), field, value);
}

/** Returns: whether it only gathers other tags */
gboolean
les_tag_is_heading (LesTag *self)
{
  return g_strcmp0 (les_tag_get (self, LES_TAG_KIND), LES_TAG_KIND_HEADING) == 0;
}

/**
 * les_tag_name_dup_clean:
 * @name: what somebody typed
 *
 * White space and control characters become single blanks, the ends are
 * trimmed, the form is NFC, the length at most 200 characters.
 *
 * Returns: (transfer full) (nullable): a usable name, NULL when nothing is left
 */
char *
les_tag_name_dup_clean (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) clean = g_string_new (NULL);
  int n_chars = 0;

  for (const char *p = composed; p != NULL && *p != '\0' && n_chars < NAME_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      if (blank && (clean->len == 0 || clean->str[clean->len - 1] == ' '))
        continue;
      g_string_append_unichar (clean, blank ? ' ' : c);
      n_chars++;
    }
  g_strchomp (clean->str);
  return *clean->str == '\0' ? NULL : g_strdup (clean->str);
}

/**
 * les_tag_name_dup_key:
 * @name: valid UTF-8
 *
 * Returns: (transfer full): the same for names that differ only in case or
 *   Unicode form
 */
char *
les_tag_name_dup_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  char *key = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);

  return key != NULL ? key : g_strdup ("");
}

/** Returns: whether both are one name but for case and Unicode form */
gboolean
les_tag_name_equal (const char *a, const char *b)
{
  g_autofree char *key_a = les_tag_name_dup_key (a);
  g_autofree char *key_b = les_tag_name_dup_key (b);

  return g_str_equal (key_a, key_b);
}

/**
 * les_tag_shortcut_dup_clean:
 * @typed: what somebody typed
 *
 * Returns: (transfer full) (nullable): one or two letters or digits in lower
 *   case; NULL when it is anything else
 */
char *
les_tag_shortcut_dup_clean (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *composed = g_utf8_normalize (stripped, -1, G_NORMALIZE_NFC);
  g_autoptr (GString) clean = g_string_new (NULL);
  int n_chars = 0;

  for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) || ++n_chars > SHORTCUT_CHARS)
        return NULL;
      g_string_append_unichar (clean, g_unichar_tolower (c));
    }
  return n_chars == 0 ? NULL : g_strdup (clean->str);
}

/** @color: (nullable). Returns: whether it is #RRGGBB */
gboolean
les_tag_color_is_valid (const char *color)
{
  if (color == NULL || strlen (color) != 7 || color[0] != '#')
    return FALSE;
  for (int i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (color[i]))
      return FALSE;
  return TRUE;
}

/** Returns: how many colours there are before they repeat */
guint
les_tag_palette_get_n_colors (void)
{
  return G_N_ELEMENTS (palette);
}

/** Returns: (transfer none): #RRGGBB, for the @index-th tag; repeats after ten */
const char *
les_tag_palette_color (guint index)
{
  return palette[index % G_N_ELEMENTS (palette)];
}
