/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-report-reader.h"

#include <string.h>

#include "les-byline.h"
#include "les-dateline.h"
#include "les-dates.h"
#include "les-headings.h"
#include "les-paragraphs.h"
#include "les-pattern.h"
#include "les-side-notes.h"

/* A head (date, byline, datelines) reaches at most so far into a text, and not
 * beyond its second long paragraph; a foot is looked for at the very end only. */
#define MAX_HEAD_PARAGRAPHS 12
#define MAX_HEAD_PROSE 2
#define MIN_PROSE_CHARS 200
#define N_FOOT_PARAGRAPHS 4

/**
 * Reader: one pass over the paragraphs
 * @out: what was found so far
 * @pieces: (element-type LesPiece): what was cut so far
 * @middle: what is not assigned yet of the paragraph at hand
 * @after: (element-type LesPiece): pieces that stand behind @middle, last one first
 */
typedef struct
{
  LesMetadata *out;
  GArray *pieces;
  LesSlice middle;
  GArray *after;
  gboolean starts_paragraph;
  gboolean has_dateline;
  gboolean in_head;
  gboolean in_foot;
  gboolean is_last;
} Reader;

static void
take (char **field, char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = value;
  else
    g_free (value);
}

static void
add_piece (Reader *self, LesSlice slice, LesBlockRole role)
{
  LesPiece piece = {
    .slice = les_slice_trim (slice),
    .role = role,
    .starts_paragraph = self->starts_paragraph,
    .has_dateline = self->has_dateline,
  };

  if (les_slice_is_empty (piece.slice))
    return;
  g_array_append_val (self->pieces, piece);
  self->starts_paragraph = FALSE;
}

/* Assigns everything before @rest. */
static void
cut_front (Reader *self, LesSlice rest, LesBlockRole role)
{
  add_piece (self, LES_SLICE (self->middle.start, rest.start), role);
  self->middle = les_slice_trim (rest);
}

/* Assigns everything behind @before. */
static void
cut_back (Reader *self, LesSlice before, LesBlockRole role)
{
  LesPiece piece = {
    .slice = les_slice_trim (LES_SLICE (before.end, self->middle.end)),
    .role = role,
  };

  g_array_append_val (self->after, piece);
  self->middle = les_slice_trim (before);
}

/* Digits as ISO or with a label do not open a sentence; other dates may. */
static gboolean
date_stands_apart (LesSlice middle, LesSlice rest)
{
  static LesPattern separator = LES_PATTERN ("^ \\s* (?: $ | [|·•/–—(] | -\\s )");
  static LesPattern opener = LES_PATTERN ("^ (?i) (?: \\d{4}-\\d\\d | date\\b | datum\\b | stand\\s*: | \\w+\\s*:\\s*\\d )");

  return les_pattern_match (&separator, les_slice_first (rest, 8), NULL, 0)
         || les_pattern_match (&opener, les_slice_first (middle, 40), NULL, 0);
}

static void
read_date (Reader *self)
{
  LesSlice rest;
  g_autofree char *date = les_dates_match_start (self->middle, &rest);

  if (date == NULL || !date_stands_apart (self->middle, rest))
    return;
  cut_front (self, rest, LES_BLOCK_DATE);
  take (&self->out->date, g_steal_pointer (&date));
}

/* "Bern, 3. Dezember 2025" as a line of its own */
static gboolean
is_place_before_date (LesSlice before)
{
  static LesPattern place = LES_PATTERN ("^ \\p{Lu}[\\p{L}.-]+ (?: \\s \\p{L}[\\p{L}.-]+ ){0,2} , (?:\\s den)? $");

  return les_pattern_match (&place, before, NULL, 0);
}

/* Behind a kicker; not behind "am", "since" or another word that makes it part of a sentence. */
static gboolean
is_kicker_before_date (LesSlice before)
{
  static LesPattern small_word = LES_PATTERN ("(?: (?: ^ | \\s ) \\p{Ll}\\S* | ^ \\p{Lu}\\p{Ll}{0,3} ) $");

  return les_headings_is_shaped (before) && !les_pattern_match (&small_word, before, NULL, 0);
}

/* "Sport |" */
static LesSlice
trim_separator (LesSlice before)
{
  static LesPattern separator = LES_PATTERN ("\\s* [|·/,–—-] $");
  LesSlice groups[1];

  if (les_pattern_match (&separator, les_slice_last (before, 16), groups, 1))
    before.end = groups[0].start;
  return before;
}

static void
read_date_at_end (Reader *self)
{
  LesSlice before;
  LesSlice comma;
  g_autofree char *date = NULL;

  if (les_slice_n_bytes (self->middle) > 160)
    return;
  date = les_dates_match_end (self->middle, &before);
  if (date == NULL)
    return;
  if (is_place_before_date (before))
    {
      comma = LES_SLICE (before.start, memchr (before.start, ',', les_slice_n_bytes (before)));
      take (&self->out->place, les_slice_dup (comma));
      cut_front (self, LES_SLICE (self->middle.end, self->middle.end), LES_BLOCK_DATELINE);
    }
  else if (self->in_head && is_kicker_before_date (trim_separator (before)))
    cut_back (self, trim_separator (before), LES_BLOCK_DATE);
  else
    return;
  take (&self->out->date, g_steal_pointer (&date));
}

static void
read_correction (Reader *self)
{
  LesSlice note;
  LesSlice rest;

  if (!les_side_notes_match_correction (self->middle, &note, &rest))
    return;
  cut_front (self, rest, LES_BLOCK_CORRECTION);
  take (&self->out->correction, les_slice_dup (note));
}

static void
take_byline (Reader *self, LesByline *byline)
{
  take (&self->out->author, g_steal_pointer (&byline->author));
  take (&self->out->agency, g_steal_pointer (&byline->agency));
}

static void
read_byline (Reader *self)
{
  LesByline byline;

  if (les_byline_match (&byline, self->middle)
      || (self->is_last && self->pieces->len > 0 && self->starts_paragraph
          && g_array_index (self->pieces, LesPiece, self->pieces->len - 1).role == LES_BLOCK_BODY
          && les_slice_ends_sentence (g_array_index (self->pieces, LesPiece, self->pieces->len - 1).slice)
          && les_byline_match_name (&byline, self->middle)))
    {
      take_byline (self, &byline);
      cut_front (self, LES_SLICE (self->middle.end, self->middle.end), LES_BLOCK_BYLINE);
    }
}

static void
read_dateline (Reader *self)
{
  LesDateline dateline;
  LesSlice rest;

  if (!les_dateline_match (&dateline, self->middle, &rest))
    return;
  cut_front (self, rest, LES_BLOCK_DATELINE);
  self->has_dateline = TRUE;
  take (&self->out->place, g_steal_pointer (&dateline.place));
  take (&self->out->agency, g_steal_pointer (&dateline.agency));
  take (&self->out->date, g_steal_pointer (&dateline.date));
}

static void
read_desk (Reader *self)
{
  LesSlice before;
  LesSlice code;

  if (!les_side_notes_match_desk (self->middle, &before, &code))
    return;
  cut_back (self, before, LES_BLOCK_DESK);
  take (&self->out->desk, g_strndup (code.start + (*code.start == '/'), les_slice_n_bytes (code) - (*code.start == '/')));
}

static void
read_byline_at_end (Reader *self)
{
  LesByline byline;
  LesSlice before;

  if (les_byline_match_end (&byline, self->middle, &before))
    {
      cut_back (self, before, LES_BLOCK_BYLINE);
      take_byline (self, &byline);
    }
  les_byline_clear (&byline);
}

static void
read_credit (Reader *self)
{
  LesSlice caption;
  LesSlice mark;
  LesSlice credit;

  if (!les_side_notes_match_credit (self->middle, &caption, &mark, &credit))
    return;
  if (!les_slice_is_empty (caption))
    {
      take (&self->out->caption, les_slice_dup (caption));
      add_piece (self, caption, LES_BLOCK_CAPTION);
    }
  take (&self->out->credit, les_slice_dup (credit));
  add_piece (self, mark, LES_BLOCK_CREDIT);
  self->middle.start = self->middle.end;
}

static void
read_front (Reader *self)
{
  read_date (self);
  read_correction (self);
  read_byline (self);
  if (self->in_head && !les_slice_is_empty (self->middle))
    read_dateline (self);
}

static void
read_back (Reader *self)
{
  if (self->in_foot)
    {
      read_desk (self);
      read_byline_at_end (self);
    }
  if (self->in_head || self->in_foot)
    read_date_at_end (self);
}

static void
read_paragraph (Reader *self, LesSlice paragraph)
{
  self->middle = paragraph;
  self->starts_paragraph = TRUE;
  self->has_dateline = FALSE;
  g_array_set_size (self->after, 0);

  if (self->in_head || self->in_foot)
    read_front (self);
  if (!les_slice_is_empty (self->middle))
    read_back (self);
  if (!les_slice_is_empty (self->middle))
    read_credit (self);
  add_piece (self, self->middle, LES_BLOCK_BODY);

  for (guint i = self->after->len; i > 0; i--)
    add_piece (self, g_array_index (self->after, LesPiece, i - 1).slice,
               g_array_index (self->after, LesPiece, i - 1).role);
  if (self->pieces->len > 0)
    g_array_index (self->pieces, LesPiece, self->pieces->len - 1).ends_paragraph = TRUE;
}

static void
read_paragraphs (Reader *self, GArray *paragraphs)
{
  guint n_prose = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      LesSlice paragraph = g_array_index (paragraphs, LesSlice, i);

      self->in_head = i < MAX_HEAD_PARAGRAPHS && n_prose < MAX_HEAD_PROSE;
      self->in_foot = i + N_FOOT_PARAGRAPHS >= paragraphs->len;
      self->is_last = i + 1 == paragraphs->len;
      read_paragraph (self, paragraph);
      n_prose += les_slice_n_chars (les_slice_first (paragraph, 4 * MIN_PROSE_CHARS)) >= MIN_PROSE_CHARS;
    }
}

/**
 * les_report_read:
 * @metadata: where to put what the report says about itself
 * @text: a press report
 *
 * Cuts each paragraph into its parts. What is a heading is not decided yet.
 *
 * Returns: (transfer full) (element-type LesPiece): the parts in text order
 */
GArray *
les_report_read (LesMetadata *metadata, LesText *text)
{
  g_autoptr (GArray) paragraphs = les_paragraphs_split (les_text_get_utf8 (text), les_text_get_n_bytes (text));
  g_autoptr (GArray) after = g_array_new (FALSE, TRUE, sizeof (LesPiece));
  Reader reader = {
    .out = metadata,
    .pieces = g_array_new (FALSE, TRUE, sizeof (LesPiece)),
    .after = after,
  };

  read_paragraphs (&reader, paragraphs);
  return reader.pieces;
}
