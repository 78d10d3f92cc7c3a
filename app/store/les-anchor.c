/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-anchor.h"

#include <string.h>

/* Words that stand once in the text prove a place by themselves from this length on. */
#define TELLING_BYTES 24
/* So much of the context next to the words tells one place from another. */
#define NEAR_BYTES 8
/* Beyond so many places nobody can say which one was meant. */
#define MAX_PLACES 10000

typedef struct
{
  const char *exact;
  const char *prefix;
  const char *suffix;
  gsize n_exact;
  gsize n_prefix;
  gsize n_suffix;
} Quote;

/* What was found in the whole text; places are bytes, -1 for none. */
typedef struct
{
  int n_places;
  gssize place;
  int n_proved;           /* places with the whole context */
  gssize proved;
} Search;

static Quote
get_quote (LesAnnotation *annotation)
{
  const char *exact = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  const char *prefix = les_annotation_get (annotation, LES_ANNOTATION_PREFIX);
  const char *suffix = les_annotation_get (annotation, LES_ANNOTATION_SUFFIX);
  Quote quote = {
    exact != NULL ? exact : "",
    prefix != NULL ? prefix : "",
    suffix != NULL ? suffix : "",
  };

  quote.n_exact = strlen (quote.exact);
  quote.n_prefix = strlen (quote.prefix);
  quote.n_suffix = strlen (quote.suffix);
  return quote;
}

/* Whether the last @n bytes of the prefix stand before byte @place. */
static gboolean
fits_before (const Quote *quote, LesText *text, gsize place, gsize n)
{
  return n <= place
         && memcmp (les_text_get_utf8 (text) + place - n, quote->prefix + quote->n_prefix - n, n) == 0;
}

static gboolean
fits_behind (const Quote *quote, LesText *text, gsize place, gsize n)
{
  gsize end = place + quote->n_exact;

  return n <= les_text_get_n_bytes (text) - end
         && memcmp (les_text_get_utf8 (text) + end, quote->suffix, n) == 0;
}

static gboolean
fits_here (const Quote *quote, LesText *text, gsize place)
{
  return quote->n_exact > 0
         && place + quote->n_exact <= les_text_get_n_bytes (text)
         && memcmp (les_text_get_utf8 (text) + place, quote->exact, quote->n_exact) == 0;
}

static gboolean
has_context (const Quote *quote)
{
  return quote->n_prefix + quote->n_suffix > 0;
}

static gboolean
is_proved (const Quote *quote, LesText *text, gsize place)
{
  return has_context (quote)
         && fits_before (quote, text, place, quote->n_prefix)
         && fits_behind (quote, text, place, quote->n_suffix);
}

static gboolean
is_near (const Quote *quote, LesText *text, gsize place)
{
  return (quote->n_prefix >= NEAR_BYTES && fits_before (quote, text, place, NEAR_BYTES))
         || (quote->n_suffix >= NEAR_BYTES && fits_behind (quote, text, place, NEAR_BYTES));
}

static Search
search_text (const Quote *quote, LesText *text)
{
  const char *utf8 = les_text_get_utf8 (text);
  Search search = { 0, -1, 0, -1 };

  if (quote->n_exact == 0)
    return search;
  for (const char *p = strstr (utf8, quote->exact);
       p != NULL && search.n_places < MAX_PLACES;
       p = strstr (p + 1, quote->exact))
    {
      search.n_places++;
      search.place = p - utf8;
      if (is_proved (quote, text, p - utf8))
        {
          search.n_proved++;
          search.proved = p - utf8;
        }
    }
  return search;
}

static LesAnchorResult
take_place (const Quote *quote, LesText *text, gssize place, LesTextRange *range)
{
  range->start = les_text_byte_to_char (text, place);
  range->end = les_text_byte_to_char (text, place + quote->n_exact);
  return LES_ANCHOR_MOVED;
}

static LesAnchorResult
find_elsewhere (const Quote *quote, LesText *text, LesTextRange *range)
{
  Search search = search_text (quote, text);

  if (search.n_places >= MAX_PLACES)
    return LES_ANCHOR_LOST;
  if (search.n_proved == 1)
    return take_place (quote, text, search.proved, range);
  if (search.n_places == 1
      && (quote->n_exact >= TELLING_BYTES || is_near (quote, text, search.place)))
    return take_place (quote, text, search.place, range);
  return LES_ANCHOR_LOST;
}

static gboolean
is_inside (LesTextRange range, LesText *text)
{
  return range.start >= 0 && range.start < range.end && range.end <= les_text_get_n_chars (text);
}

/* The words are there, but what stands around them is not what it was. */
static LesAnchorResult
find_better (const Quote *quote, LesText *text, LesTextRange *range)
{
  Search search = search_text (quote, text);

  if (search.n_proved == 1 && search.n_places < MAX_PLACES)
    return take_place (quote, text, search.proved, range);
  return LES_ANCHOR_IN_PLACE;
}

/**
 * les_anchor_find:
 * @range: (out): Unicode characters; where the annotation belongs unless it is lost
 *
 * Proves an annotation by its words and what stood around them, and finds it
 * again where the text or the offsets were altered. Says "moved" only where
 * one single place is possible. An annotation without words is believed its
 * offsets when they are inside the text. Any thread. Cost: constant when it is
 * in place, else linear in the text.
 */
LesAnchorResult
les_anchor_find (LesAnnotation *annotation, LesText *text, LesTextRange *range)
{
  Quote quote = get_quote (annotation);
  gsize place;

  *range = les_annotation_get_range (annotation);
  if (!is_inside (*range, text))
    return find_elsewhere (&quote, text, range);
  if (quote.n_exact == 0)
    return LES_ANCHOR_IN_PLACE;

  place = les_text_char_to_byte (text, range->start);
  if (!fits_here (&quote, text, place)
      || les_text_char_to_byte (text, range->end) != place + quote.n_exact)
    return find_elsewhere (&quote, text, range);
  if (!has_context (&quote) || is_proved (&quote, text, place))
    return LES_ANCHOR_IN_PLACE;
  return find_better (&quote, text, range);
}

/**
 * les_anchor_is_back:
 * @annotation: one that a person should place
 * @range: (out): Unicode characters; where it belongs, if it is back
 *
 * Any thread. Cost: linear in the text.
 *
 * Returns: whether the text has its words again, in one place, and around them
 *   on both sides what once stood there
 */
gboolean
les_anchor_is_back (LesAnnotation *annotation, LesText *text, LesTextRange *range)
{
  Quote quote = get_quote (annotation);
  Search search;

  if (quote.n_prefix == 0 || quote.n_suffix == 0)
    return FALSE;
  search = search_text (&quote, text);
  if (search.n_proved != 1 || search.n_places >= MAX_PLACES)
    return FALSE;
  take_place (&quote, text, search.proved, range);
  return TRUE;
}
