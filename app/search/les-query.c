/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-query.h"

#include "les-error.h"
#include "les-fold.h"

#include <string.h>

typedef struct
{
  char *folded;
  gsize n_bytes;
} Term;

typedef struct
{
  gsize start;
  gsize end;
} Bytes;

struct _LesQuery
{
  GArray *terms;      /* of Term */
};

static void
clear_term (gpointer data)
{
  Term *term = data;

  g_free (term->folded);
}

static gboolean
has_term (LesQuery *self, const char *folded)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_str_equal (g_array_index (self->terms, Term, i).folded, folded))
      return TRUE;
  return FALSE;
}

static void
add_term (LesQuery *self, const char *start, const char *end)
{
  g_autofree char *folded = les_fold (start, end - start, NULL);
  Term term;

  g_strstrip (folded);
  if (*folded == '\0' || has_term (self, folded))
    return;
  term.n_bytes = strlen (folded);
  term.folded = g_steal_pointer (&folded);
  g_array_append_val (self->terms, term);
}

static gboolean
is_quote (gunichar c)
{
  switch (c)
    {
    case '"': case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x00AB: case 0x00BB:
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
skip_to_quote (const char *p)
{
  while (*p != '\0' && !is_quote (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_word (const char *p)
{
  while (*p != '\0' && !is_quote (g_utf8_get_char (p)) && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static void
parse (LesQuery *self, const char *p)
{
  while (*p != '\0')
    {
      const char *end;

      if (is_quote (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          end = skip_to_quote (p);
          add_term (self, p, end);
          p = *end == '\0' ? end : g_utf8_next_char (end);
        }
      else if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
        }
      else
        {
          end = skip_word (p);
          add_term (self, p, end);
          p = end;
        }
    }
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const Term *left = a;
  const Term *right = b;

  if (left->n_bytes != right->n_bytes)
    return left->n_bytes > right->n_bytes ? -1 : 1;
  return strcmp (left->folded, right->folded);
}

/**
 * les_query_new:
 * @typed: words, and phrases in quotation marks of any kind; a phrase that is
 *   not closed yet goes to the end
 *
 * Returns: (transfer full) (nullable): the query, NULL with
 *   %LES_ERROR_QUERY when it is not UTF-8 or has more than
 *   %LES_LIMIT_QUERY_WORDS words
 */
LesQuery *
les_query_new (const char *typed, GError **error)
{
  g_autoptr (LesQuery) self = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  if (!g_utf8_validate (typed, -1, NULL))
    {
      g_set_error (error, LES_ERROR, LES_ERROR_QUERY, "the query is not UTF-8");
      return NULL;
    }

  self = g_new0 (LesQuery, 1);
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->terms, clear_term);
  parse (self, typed);
  if (self->terms->len > LES_LIMIT_QUERY_WORDS)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_QUERY, "the query has %u words, at most %d are possible",
                   self->terms->len, LES_LIMIT_QUERY_WORDS);
      return NULL;
    }
  g_array_sort (self->terms, compare_longest_first);
  return g_steal_pointer (&self);
}

void
les_query_free (LesQuery *self)
{
  g_array_unref (self->terms);
  g_free (self);
}

/** Returns: whether there is nothing to look for; such a query matches everything */
gboolean
les_query_is_empty (LesQuery *self)
{
  return self->terms->len == 0;
}

static gboolean
term_is_in (const Term *term, LesQuery *query)
{
  for (guint i = 0; i < query->terms->len; i++)
    if (strstr (g_array_index (query->terms, Term, i).folded, term->folded) != NULL)
      return TRUE;
  return FALSE;
}

/** Returns: whether everything that @self matches was matched by @earlier too */
gboolean
les_query_narrows (LesQuery *self, LesQuery *earlier)
{
  for (guint i = 0; i < earlier->terms->len; i++)
    if (!term_is_in (&g_array_index (earlier->terms, Term, i), self))
      return FALSE;
  return TRUE;
}

/**
 * les_query_matches:
 * @text: a folded text
 * @n_text_bytes: its length in bytes
 * @details: a second folded text
 * @n_details_bytes: its length in bytes
 *
 * Returns: whether every word and phrase occurs in one of the two
 */
gboolean
les_query_matches (LesQuery   *self,
                   const char *text,
                   gsize       n_text_bytes,
                   const char *details,
                   gsize       n_details_bytes)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      if (memmem (details, n_details_bytes, term->folded, term->n_bytes) == NULL
          && memmem (text, n_text_bytes, term->folded, term->n_bytes) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
find_term (const Term *term, const char *folded, gsize n_bytes, GArray *hits)
{
  const char *p = folded;
  const char *end = folded + n_bytes;

  while ((p = memmem (p, end - p, term->folded, term->n_bytes)) != NULL)
    {
      Bytes hit = { p - folded, p - folded + term->n_bytes };

      g_array_append_val (hits, hit);
      p += term->n_bytes;
    }
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  const Bytes *left = a;
  const Bytes *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->end > right->end) - (left->end < right->end);
}

static void
join_overlapping (GArray *hits)
{
  guint n = 0;

  g_array_sort (hits, compare_bytes);
  for (guint i = 0; i < hits->len; i++)
    {
      Bytes hit = g_array_index (hits, Bytes, i);

      if (n > 0 && hit.start < g_array_index (hits, Bytes, n - 1).end)
        g_array_index (hits, Bytes, n - 1).end = MAX (g_array_index (hits, Bytes, n - 1).end, hit.end);
      else
        g_array_index (hits, Bytes, n++) = hit;
    }
  g_array_set_size (hits, n);
}

typedef struct
{
  const char *p;
  int offset;          /* of p, Unicode characters */
  gsize folded;        /* of p, bytes of the folded text */
  gboolean after_space;
} Walk;

static void
step (Walk *walk)
{
  gsize n_folded;

  walk->p = les_fold_next_char (walk->p, &walk->after_space, &n_folded);
  walk->folded += n_folded;
  walk->offset++;
}

/* The character that the folded byte belongs to. */
static int
walk_to_start (Walk *walk, gsize byte)
{
  for (;;)
    {
      Walk next = *walk;

      step (&next);
      if (next.folded > byte)
        return walk->offset;
      *walk = next;
    }
}

/* Behind the character that the folded byte ends, and the marks on it. */
static int
walk_to_end (Walk *walk, gsize byte)
{
  Walk ahead = *walk;
  Walk before = *walk;

  while (ahead.folded < byte)
    {
      before = ahead;
      step (&ahead);
    }
  *walk = before;
  while (*ahead.p != '\0')
    {
      Walk next = ahead;

      step (&next);
      if (next.folded > ahead.folded)
        break;
      ahead = next;
    }
  return ahead.offset;
}

static GArray *
map_hits (LesText *text, GArray *hits)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  Walk walk = { les_text_get_utf8 (text), 0, 0, FALSE };

  for (guint i = 0; i < hits->len; i++)
    {
      const Bytes *hit = &g_array_index (hits, Bytes, i);
      int start = walk_to_start (&walk, hit->start);
      LesTextRange range = LES_TEXT_RANGE (start, walk_to_end (&walk, hit->end));
      LesTextRange *last = ranges->len > 0
                           ? &g_array_index (ranges, LesTextRange, ranges->len - 1) : NULL;

      /* Two halves of one character: ß, the ligature fi. */
      if (last != NULL && range.start < last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_append_val (ranges, range);
    }
  return ranges;
}

/**
 * les_query_find:
 * @text: not folded
 *
 * Returns: (transfer full) (element-type LesTextRange): every place in @text
 *   where one of the words or phrases stands, Unicode characters, in text order,
 *   without overlaps. Any thread.
 */
GArray *
les_query_find (LesQuery *self, LesText *text)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Bytes));
  g_autofree char *folded = NULL;
  gsize n_bytes;

  if (self->terms->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (LesTextRange));

  folded = les_fold (les_text_get_utf8 (text), les_text_get_n_bytes (text), &n_bytes);
  for (guint i = 0; i < self->terms->len; i++)
    find_term (&g_array_index (self->terms, Term, i), folded, n_bytes, hits);
  join_overlapping (hits);
  return map_hits (text, hits);
}
