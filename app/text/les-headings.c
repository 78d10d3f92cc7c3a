/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-headings.h"

#include "les-byline.h"
#include "les-pattern.h"

#define MAX_HEADLINE_CHARS 140
#define MAX_HEADLINE_WORDS 20
#define MAX_SUBHEAD_CHARS 100
#define MAX_LEAD_CHARS 400
/* Shorter paragraphs are no ground to call their neighbour a heading. */
#define MIN_BODY_CHARS 80
#define MIN_NEIGHBOUR_CHARS 40

static LesPiece *
get_piece (GArray *pieces, guint i)
{
  return &g_array_index (pieces, LesPiece, i);
}

static gboolean
begins_like_list (LesSlice slice)
{
  static LesPattern item = LES_PATTERN ("^ (?: [-–—•*+·▪◦►] \\s | \\(?\\d{1,3}\\) | \\d{1,3}\\.\\s(?!\\p{Lu}) | [a-z]\\)\\s )");
  static LesPattern address = LES_PATTERN ("^ (?: https?:// | www\\. | \\S+@\\S+\\.\\w )");
  LesSlice window = les_slice_first (slice, 40);

  return les_pattern_match (&item, window, NULL, 0) || les_pattern_match (&address, window, NULL, 0);
}

static gboolean
has_letter (LesSlice slice)
{
  for (const char *p = slice.start; p < slice.end; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
ends_like_running_text (LesSlice slice)
{
  static LesPattern ordinal = LES_PATTERN ("\\s [IVX]{1,5} \\. $");
  gunichar last = les_slice_last_char (les_slice_trim_closing (slice));

  if (les_pattern_match (&ordinal, les_slice_last (slice, 12), NULL, 0))
    return FALSE;
  return last == '.' || last == ',' || last == ';' || last == ':' || last == '/';
}

/** Returns: whether the words could stand as a heading: short, one line, no full stop */
gboolean
les_headings_is_shaped (LesSlice slice)
{
  if (les_slice_n_bytes (slice) > 4 * MAX_HEADLINE_CHARS
      || les_slice_n_chars (slice) > MAX_HEADLINE_CHARS
      || les_slice_count_words (slice) > MAX_HEADLINE_WORDS
      || les_slice_has_byte (slice, '\n'))
    return FALSE;
  return has_letter (slice)
         && !g_unichar_islower (les_slice_first_char (slice))
         && !ends_like_running_text (slice)
         && !begins_like_list (slice);
}

/* At least @min_chars of running text that ends as a sentence does. */
static gboolean
is_prose (const LesPiece *piece, gsize min_chars)
{
  gboolean is_long = les_slice_n_bytes (piece->slice) > 4 * min_chars
                     || les_slice_n_chars (piece->slice) >= min_chars;

  return piece->role == LES_BLOCK_BODY && is_long
         && (les_slice_ends_sentence (piece->slice) || !piece->ends_paragraph
             || les_slice_n_chars (les_slice_first (piece->slice, 4 * MAX_HEADLINE_CHARS + 4)) > MAX_HEADLINE_CHARS);
}

/* What stands around the text and tells nothing about where it begins. */
static gboolean
is_aside (const LesPiece *piece)
{
  return piece->role != LES_BLOCK_BODY;
}

/* A piece that has a date behind it or is very short, or is set apart, introduces what follows. */
static gboolean
is_kicker (GArray *pieces, guint i, guint next)
{
  static LesPattern parted = LES_PATTERN ("^ [^–—|/:]{2,30} (?: \\s [-–—|] \\s | \\s?[|/]\\s? ) [^–—|/:]{2,30} $");
  LesSlice slice = get_piece (pieces, i)->slice;
  LesSlice following = get_piece (pieces, next)->slice;
  guint n_words = les_slice_count_words (slice);

  if (les_slice_n_chars (slice) > 60)
    return FALSE;
  if (i + 1 < pieces->len && get_piece (pieces, i + 1)->role == LES_BLOCK_DATE
      && !get_piece (pieces, i + 1)->starts_paragraph)
    return TRUE;
  return (n_words <= 3 && les_slice_count_words (following) > n_words)
         || (n_words <= 6 && les_pattern_match (&parted, slice, NULL, 0))
         || (les_slice_is_all_capitals (slice) && !les_slice_is_all_capitals (following));
}

/* A line that was wrapped goes on with a small letter. */
static gboolean
goes_on (GArray *pieces, guint i)
{
  return i + 1 < pieces->len && g_unichar_islower (les_slice_first_char (get_piece (pieces, i + 1)->slice));
}

/* Indices of the headings above the first running text; their number, or 0
 * when no running text follows. */
static guint
find_head (GArray *pieces, guint *heads, guint max_heads, guint *first_prose)
{
  guint n_heads = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const LesPiece *piece = get_piece (pieces, i);

      if (is_aside (piece))
        continue;
      if (!piece->has_dateline && les_headings_is_shaped (piece->slice) && !goes_on (pieces, i))
        {
          if (n_heads == max_heads)
            return 0;
          heads[n_heads++] = i;
          continue;
        }
      *first_prose = i;
      return piece->has_dateline || is_prose (piece, MIN_NEIGHBOUR_CHARS) ? n_heads : 0;
    }
  return 0;
}

static guint
find_next_body (GArray *pieces, guint from)
{
  while (from < pieces->len && is_aside (get_piece (pieces, from)))
    from++;
  return from;
}

/* The standfirst: under a headline, short, with the report itself behind it. */
static void
assign_lead (GArray *pieces, guint i)
{
  LesPiece *piece = get_piece (pieces, i);
  guint next = find_next_body (pieces, i + 1);

  /* In an interview the first question stands between. */
  if (next < pieces->len && les_headings_is_shaped (get_piece (pieces, next)->slice))
    next = find_next_body (pieces, next + 1);
  if (piece->has_dateline || next >= pieces->len
      || les_slice_n_bytes (piece->slice) > 4 * MAX_LEAD_CHARS
      || les_slice_n_chars (piece->slice) > MAX_LEAD_CHARS)
    return;
  if (get_piece (pieces, next)->has_dateline
      || (is_prose (get_piece (pieces, next), MIN_BODY_CHARS)
          && les_slice_n_bytes (get_piece (pieces, next)->slice) > les_slice_n_bytes (piece->slice)))
    piece->role = LES_BLOCK_LEAD;
}

/* A name and nothing else, between a whole headline and the report */
static gboolean
is_author_below (GArray *pieces, guint headline, guint name)
{
  LesByline byline;
  gboolean is_name = les_slice_count_words (get_piece (pieces, headline)->slice) >= 4
                     && les_byline_match_name (&byline, get_piece (pieces, name)->slice);

  if (is_name)
    les_byline_clear (&byline);
  return is_name;
}

static void
assign_head (GArray *pieces)
{
  guint heads[4];
  guint first_prose = 0;
  guint n_heads = find_head (pieces, heads, G_N_ELEMENTS (heads), &first_prose);
  guint headline = 0;

  if (n_heads > 1 && is_author_below (pieces, heads[n_heads - 2], heads[n_heads - 1]))
    get_piece (pieces, heads[--n_heads])->role = LES_BLOCK_BYLINE;
  if (n_heads == 0)
    return;
  if (n_heads > 1 && is_kicker (pieces, heads[0], heads[1]))
    {
      get_piece (pieces, heads[0])->role = LES_BLOCK_KICKER;
      headline = 1;
    }
  get_piece (pieces, heads[headline])->role = LES_BLOCK_HEADLINE;
  for (guint i = headline + 1; i < n_heads; i++)
    get_piece (pieces, heads[i])->role = LES_BLOCK_LEAD;
  if (headline + 1 == n_heads)
    assign_lead (pieces, first_prose);
}

static gboolean
is_subhead (GArray *pieces, guint i)
{
  const LesPiece *piece = get_piece (pieces, i);
  guint previous = i;

  if (piece->role != LES_BLOCK_BODY || !piece->starts_paragraph || !piece->ends_paragraph
      || piece->has_dateline || i + 1 >= pieces->len || goes_on (pieces, i)
      || les_slice_n_bytes (piece->slice) > 4 * MAX_SUBHEAD_CHARS
      || les_slice_n_chars (piece->slice) > MAX_SUBHEAD_CHARS
      || !les_headings_is_shaped (piece->slice))
    return FALSE;
  while (previous > 0 && is_aside (get_piece (pieces, previous - 1))
         && get_piece (pieces, previous - 1)->role != LES_BLOCK_LEAD)
    previous--;
  if (previous == 0)
    return FALSE;
  previous--;
  return (get_piece (pieces, previous)->role == LES_BLOCK_LEAD
          || is_prose (get_piece (pieces, previous), MIN_NEIGHBOUR_CHARS))
         && is_prose (get_piece (pieces, i + 1), MIN_BODY_CHARS);
}

/**
 * les_headings_assign:
 * @pieces: (element-type LesPiece): the pieces of a text in their order
 *
 * Decides which of the pieces still called body are kicker, headline, lead or
 * subhead. Where nothing but short lines stands (a poem, a list) there are none.
 */
void
les_headings_assign (GArray *pieces)
{
  assign_head (pieces);
  for (guint i = 0; i < pieces->len; i++)
    if (is_subhead (pieces, i))
      get_piece (pieces, i)->role = LES_BLOCK_SUBHEAD;
}
