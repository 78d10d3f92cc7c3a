/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag.h"

#include <string.h>

#define NAME_CHARS 200

/**
 * LesTag:
 *
 * A name with colour and description, in a tree.
 */
struct _LesTag
{
  LesRecord parent_instance;
};

static const char * const string_names[] = { "name", "color", "description", "parent" };

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_TAG_N_STRINGS);

/* After Okabe and Ito (2008): hues that people with red, green or blue
 * deficiency can tell apart, darkened until each keeps a contrast of 3:1
 * against white, so that a mark stays visible on paper and on screen. */
static const char * const palette[] = {
  "#0072B2", "#D55E00", "#008F6B", "#B4598F", "#A87B00",
  "#2A8BC4", "#7A4FB0", "#8C6239", "#5F6B7A", "#B3261E",
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

const char *
les_tag_get (LesTag *self, LesTagField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

void
les_tag_set (LesTag *self, LesTagField field, const char *value)
{
  les_record_set_string (LES_RECORD (self), field, value);
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

/** Returns: whether both are one name but for case and Unicode form */
gboolean
les_tag_name_equal (const char *a, const char *b)
{
  g_autofree char *fold_a = g_utf8_casefold (a, -1);
  g_autofree char *fold_b = g_utf8_casefold (b, -1);
  g_autofree char *nfc_a = g_utf8_normalize (fold_a, -1, G_NORMALIZE_NFC);
  g_autofree char *nfc_b = g_utf8_normalize (fold_b, -1, G_NORMALIZE_NFC);

  return g_strcmp0 (nfc_a, nfc_b) == 0;
}

/** Returns: (transfer none): #RRGGBB, for the @index-th tag; repeats after ten */
const char *
les_tag_palette_color (guint index)
{
  return palette[index % G_N_ELEMENTS (palette)];
}
