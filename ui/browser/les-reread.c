/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reread.h"

#include "les-error.h"
#include "les-text-edits.h"

/*
 * Reading an article again in another character encoding: the text becomes
 * another one, annotations and rejected matches stay on their words, and what the user wrote about
 * the article stays; only what was recognised is recognised again.
 */

#define PREVIEW_BYTES 6000
#define MAX_CHARACTER_BYTES 4

static const LesArticleField recognised[] = {
  LES_ARTICLE_TITLE, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR, LES_ARTICLE_PLACE,
  LES_ARTICLE_DATE, LES_ARTICLE_LANGUAGE, LES_ARTICLE_CORRECTION,
};

/*
 * Whatever two encodings make of the other bytes, the ASCII characters are the
 * same in both and in the same order. So many of them stand before each place.
 */
typedef struct
{
  GArray *offsets;   /* of int: where each ASCII character stands, Unicode characters */
  int n_chars;
} Landmarks;

static void
landmarks_init (Landmarks *self, LesText *text)
{
  const char *p = les_text_get_utf8 (text);

  self->offsets = g_array_new (FALSE, FALSE, sizeof (int));
  self->n_chars = 0;
  for (; *p != '\0'; p = g_utf8_next_char (p), self->n_chars++)
    if ((guchar) *p < 0x80)
      g_array_append_val (self->offsets, self->n_chars);
}

static guint
count_before (const Landmarks *self, int offset)
{
  guint low = 0;
  guint high = self->offsets->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->offsets, int, middle) < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
get_landmark (const Landmarks *self, guint index)
{
  return index < self->offsets->len ? g_array_index (self->offsets, int, index) : self->n_chars;
}

static gboolean
is_landmark (const Landmarks *self, int offset)
{
  return get_landmark (self, count_before (self, offset)) == offset;
}

static LesTextRange
move_range (const Landmarks *from, const Landmarks *to, LesTextRange range)
{
  guint before = count_before (from, range.start);
  guint until = count_before (from, range.end);
  LesTextRange moved;

  if (is_landmark (from, range.start))
    moved.start = get_landmark (to, before);
  else
    moved.start = before > 0 ? get_landmark (to, before - 1) + 1 : 0;
  if (until > 0 && get_landmark (from, until - 1) == range.end - 1)
    moved.end = get_landmark (to, until - 1) + 1;
  else
    moved.end = get_landmark (to, until);
  return moved;
}

typedef struct
{
  Landmarks from;
  Landmarks to;
} Journey;

static gboolean
map_range (LesTextRange *range, gpointer data)
{
  Journey *journey = data;

  *range = move_range (&journey->from, &journey->to, *range);
  return !les_text_range_is_empty (*range);
}

/* Annotations and rejected matches stay on their bytes. */
static gboolean
move_all (LesProject *project, LesArticle *article, LesArticle *copy, LesChange *change)
{
  const char *id = les_record_get_id (LES_RECORD (article));
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (project, id);
  Journey journey;
  gboolean same;

  landmarks_init (&journey.from, les_article_get_text (article));
  landmarks_init (&journey.to, les_article_get_text (copy));
  same = journey.from.offsets->len == journey.to.offsets->len;
  for (guint i = 0; same && i < annotations->len; i++)
    {
      LesAnnotation *moved = les_record_copy (annotations->pdata[i]);
      LesTextRange range = les_annotation_get_range (moved);

      if (les_text_range_is_empty (range))
        range.end = range.start = move_range (&journey.from, &journey.to, LES_TEXT_RANGE (range.start, range.start + 1)).start;
      else
        same = map_range (&range, &journey);
      les_annotation_set_range (moved, range);
      if (!les_text_range_is_empty (range))
        les_annotation_anchor (moved, les_article_get_text (copy));
      les_change_put (change, moved);
    }
  if (same)
    les_text_edits_move_rejections (project, id, map_range, &journey, change);
  g_array_unref (journey.from.offsets);
  g_array_unref (journey.to.offsets);
  return same;
}

static LesImport *
import_again (LesArticle *article, GBytes *bytes, const char *encoding)
{
  const char *name = les_article_get (article, LES_ARTICLE_ORIGIN_NAME);
  LesImportOptions options = { .encoding = encoding };

  return les_import_bytes (bytes, name != NULL ? name : "", &options);
}

static void
take_recognised (LesArticle *copy, LesArticle *before, LesArticle *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (recognised); i++)
    {
      const char *now = les_article_get (copy, recognised[i]);

      if (now == NULL || (before != NULL && g_strcmp0 (now, les_article_get (before, recognised[i])) == 0))
        les_article_set (copy, recognised[i], les_article_get (after, recognised[i]));
    }
}

/**
 * les_reread_dup_bytes:
 *
 * Writes the text of an article down in the encoding that it was read in, for
 * want of the file that it came from.
 *
 * Returns: (transfer full) (nullable): the bytes; NULL with %LES_ERROR_ENCODING
 *   when characters were lost in reading and the bytes cannot be had back
 */
GBytes *
les_reread_dup_bytes (LesArticle *article, GError **error)
{
  LesText *text = les_article_get_text (article);
  const char *encoding = les_article_get (article, LES_ARTICLE_ORIGIN_ENCODING);
  g_autoptr (GError) cause = NULL;
  gsize n_bytes;
  char *bytes;

  bytes = g_convert (les_text_get_utf8 (text), (gssize) les_text_get_n_bytes (text),
                     encoding != NULL ? encoding : "UTF-8", "UTF-8", NULL, &n_bytes, &cause);
  if (bytes == NULL)
    {
      g_set_error_literal (error, LES_ERROR, LES_ERROR_ENCODING, cause->message);
      return NULL;
    }
  return g_bytes_new_take (bytes, n_bytes);
}

/**
 * les_reread_dup_preview:
 *
 * Returns: (transfer full) (nullable): the beginning of the text in @encoding
 */
char *
les_reread_dup_preview (GBytes *bytes, const char *encoding, GError **error)
{
  LesImportOptions options = { .encoding = encoding, .raw = TRUE };
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (LesImport) import = NULL;

  /* The end may cut a character in two. */
  for (gsize cut = 0; cut < MAX_CHARACTER_BYTES; cut++)
    {
      g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0, MIN (size, PREVIEW_BYTES - cut));

      g_clear_pointer (&import, les_import_free);
      import = les_import_bytes (head, "preview", &options);
      if (import->article != NULL)
        return g_strdup (les_text_get_utf8 (les_article_get_text (import->article)));
    }
  g_propagate_error (error, g_steal_pointer (&import->error));
  return NULL;
}

/**
 * les_reread_new_change:
 * @bytes: what the article was read from
 * @encoding: what to read them in now
 *
 * Where the two readings have not even their ASCII characters in common,
 * annotations follow as they do through an edit of the text, and may have to be
 * reviewed.
 *
 * Returns: (transfer full) (nullable): the change; NULL with %LES_ERROR_ENCODING
 *   when the bytes do not fit the encoding
 */
LesChange *
les_reread_new_change (LesProject  *project,
                       LesArticle  *article,
                       GBytes      *bytes,
                       const char  *encoding,
                       GError     **error)
{
  g_autoptr (LesImport) before = import_again (article, bytes, les_article_get (article, LES_ARTICLE_ORIGIN_ENCODING));
  g_autoptr (LesImport) after = import_again (article, bytes, encoding);
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_EDIT_ARTICLE);
  g_autoptr (LesArticle) copy = les_record_copy (article);

  if (after->article == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&after->error));
      return NULL;
    }
  les_article_set_text (copy, les_article_get_text (after->article));
  les_article_set_blocks (copy, les_article_get_blocks (after->article));
  les_article_set (copy, LES_ARTICLE_ORIGIN_ENCODING, les_article_get (after->article, LES_ARTICLE_ORIGIN_ENCODING));
  take_recognised (copy, before->article, after->article);
  les_change_put (change, g_object_ref (copy));
  if (!move_all (project, article, copy, change))
    return les_text_edits_replace_text (project, copy, NULL, NULL);
  return g_steal_pointer (&change);
}
