/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-byline.h"

#include <string.h>

#include "les-agencies.h"
#include "les-pattern.h"

#define MAX_BYTES 200
/* Longer words are compounds, unless they have a hyphen, which counts too. */
#define MAX_NAME_BYTES 24

static gboolean
is_particle (LesSlice word)
{
  static const char * const particles[] = {
    "von", "van", "vom", "zu", "zur", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "du",
    "el", "al", "bin", "ibn", "la", "le", "ten", "ter", "auf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (les_slice_equals (word, particles[i]))
      return TRUE;
  return FALSE;
}

/* A capital, then letters, hyphens, apostrophes; or an initial with its full stop. */
static gboolean
is_name_word (LesSlice word)
{
  static LesPattern name = LES_PATTERN (
    "^ (?: (?:\\p{Lu}\\.-?){1,3} | (?:Dr|Prof)\\. | (?:[dDlLO]['’])? \\p{Lu}\\p{L}{1,14} (?:[-'’]\\p{L}{1,14})* ) $");

  return les_slice_n_bytes (word) <= MAX_NAME_BYTES && les_pattern_match (&name, word, NULL, 0);
}

/* Words that begin titles of articles as often as names. */
static gboolean
is_function_word (LesSlice word)
{
  static const char * const words[] = {
    "der", "die", "das", "den", "dem", "ein", "eine", "einem", "einer", "und", "oder", "wie", "was", "wer", "warum",
    "wo", "wenn", "mit", "nach", "vor", "bei", "aus", "im", "in", "am", "an", "auf", "zum", "zur", "kein", "keine",
    "neue", "neuer", "neues", "mehr", "the", "a", "an", "how", "why", "what", "who", "when", "no", "new", "more",
    "for", "from", "with", "after", "before", "on", "at", "to", "end", "ende", "fortsetzung",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (les_slice_equals (word, words[i]))
      return TRUE;
  return FALSE;
}

/* "Erika Muster", "J. R. Roe", "Anna von der Aue" */
static gboolean
is_person (LesSlice name)
{
  LesSlice rest = name;
  LesSlice word = les_slice_next_word (&rest);
  LesSlice last = word;
  guint n_names = 0;
  guint n_words = 0;

  for (; !les_slice_is_empty (word); word = les_slice_next_word (&rest), n_words++)
    {
      gboolean particle = n_words > 0 && is_particle (word);

      if (!particle && (is_function_word (word) || !is_name_word (word)))
        return FALSE;
      n_names += particle ? 0 : 1;
      last = word;
    }
  return n_names >= 2 && n_names <= 4 && n_words <= 6 && !is_particle (last)
         && les_slice_last_char (last) != '.';
}

static gboolean
split_off (LesSlice *rest, LesSlice *part)
{
  static LesPattern joint = LES_PATTERN ("(?: \\s*[,;|]\\s* | \\s+(?:und|and|&)\\s+ | \\s*/\\s* )");
  LesSlice groups[1];

  if (les_slice_is_empty (*rest))
    return FALSE;
  if (les_pattern_match (&joint, *rest, groups, 1))
    {
      *part = LES_SLICE (rest->start, groups[0].start);
      rest->start = groups[0].end;
    }
  else
    {
      *part = *rest;
      rest->start = rest->end;
    }
  return TRUE;
}

/* Persons first, then perhaps an agency or a place: "Jane Doe and John Roe, Bern". */
static gboolean
read_persons (LesByline *self, LesSlice names)
{
  LesSlice rest = names;
  LesSlice part;
  LesSlice persons = LES_SLICE (names.start, names.start);
  LesSlice agency = LES_SLICE (names.end, names.end);

  while (split_off (&rest, &part))
    {
      if (les_agencies_is_known (part))
        agency = les_slice_is_empty (agency) ? part : LES_SLICE (agency.start, part.end);
      else if (is_person (part) && les_slice_is_empty (agency))
        persons.end = part.end;
      else if (les_slice_is_empty (persons) || !is_name_word (part))
        return FALSE;
    }
  if (les_slice_is_empty (persons))
    return FALSE;
  self->author = les_slice_dup (persons);
  self->agency = les_slice_is_empty (agency) ? NULL : les_slice_dup (agency);
  return TRUE;
}

static LesSlice
strip_brackets (LesSlice text)
{
  static const char * const pairs[] = { "()", "[]", "**", "__" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs) && les_slice_n_bytes (text) > 2; i++)
    if (*text.start == pairs[i][0] && text.end[-1] == pairs[i][1])
      return les_slice_trim (LES_SLICE (text.start + 1, text.end - 1));
  return text;
}

/* "Von Erika Muster (dpa)" */
static gboolean
read_person_with_agency (LesByline *self, LesSlice names)
{
  static LesPattern form = LES_PATTERN ("^ ([^()]+?) \\s* \\( ([^()]+) \\) $");
  LesSlice groups[3];

  if (!les_pattern_match (&form, names, groups, 3) || !read_persons (self, groups[1]))
    return FALSE;
  if (self->agency == NULL && les_agencies_are (groups[2]))
    self->agency = les_slice_dup (groups[2]);
  return TRUE;
}

/* "NNA/Kystposten/HBD" */
static gboolean
are_sources (LesSlice names)
{
  static LesPattern list = LES_PATTERN ("^ [\\p{L}.-]{2,24} (?: / [\\p{L}.-]{2,24} ){1,5} $");

  return les_agencies_are (names) || les_pattern_match (&list, names, NULL, 0);
}

static gboolean
read_names (LesByline *self, LesSlice names)
{
  if (are_sources (names))
    {
      self->agency = les_slice_dup (names);
      return TRUE;
    }
  return read_persons (self, names) || read_person_with_agency (self, names);
}

/**
 * les_byline_match:
 * @self: (out caller-allocates): filled when it matches; clear it afterwards
 * @paragraph: a paragraph, trimmed
 *
 * Returns: whether the whole paragraph says who wrote it or whose copy it is
 */
gboolean
les_byline_match (LesByline *self, LesSlice paragraph)
{
  static LesPattern prefix = LES_PATTERN (
    "^ (?i) (?: von | by | text | autor(?:in)? | autor:innen | autoren | authors? | bericht(?:\\s+von)?"
    " | written\\s+by | quellen? | sources? | mit\\s+material\\s+(?:von|der) ) (?: \\s*:\\s* | \\s+ )");
  static LesPattern needs_colon = LES_PATTERN ("^ (?i) (?: text | bericht | autor | author | quelle | source )\\w* \\s+ (?!von)\\w");
  LesSlice groups[1];
  LesSlice names;

  *self = (LesByline) { NULL, NULL };
  if (les_slice_is_empty (paragraph) || les_slice_n_bytes (paragraph) > MAX_BYTES)
    return FALSE;
  names = strip_brackets (paragraph);
  if (les_pattern_match (&prefix, names, groups, 1))
    {
      if (les_pattern_match (&needs_colon, names, NULL, 0))
        return FALSE;
      names.start = groups[0].end;
      return read_names (self, les_slice_trim (names));
    }
  if (!les_agencies_are (names) || (names.start == paragraph.start && les_slice_count_words (names) > 1))
    return FALSE;
  self->agency = les_slice_dup (names);
  return TRUE;
}

/**
 * les_byline_match_name:
 * @last_paragraph: the last paragraph of a report, trimmed
 *
 * Returns: whether it is nothing but an author's name
 */
gboolean
les_byline_match_name (LesByline *self, LesSlice last_paragraph)
{
  LesSlice name = strip_brackets (last_paragraph);

  *self = (LesByline) { NULL, NULL };
  if (les_slice_n_bytes (name) > 60 || !is_person (name) || les_slice_is_all_capitals (name))
    return FALSE;
  self->author = les_slice_dup (name);
  return TRUE;
}

/* "Reporting by Jane Doe in Riga; Editing by John Roe" */
static char *
read_reporters (LesSlice credits)
{
  static LesPattern form = LES_PATTERN ("^ (?: (?:Additional\\s+)? Reporting\\s+by | Bericht\\s+von | Bearbeitet\\s+von )\\s+ ([^;,()]+?) (?: \\s+in\\s+ | [;,] | $ )");
  LesSlice groups[2];

  return les_pattern_match (&form, credits, groups, 2) ? les_slice_dup (groups[1]) : NULL;
}

/**
 * les_byline_match_end:
 * @paragraph: one of the last paragraphs, trimmed
 * @before: (out): what precedes it, trimmed; may be empty
 *
 * Returns: whether the paragraph ends with brackets that name its sources or authors
 */
gboolean
les_byline_match_end (LesByline *self, LesSlice paragraph, LesSlice *before)
{
  static LesPattern brackets = LES_PATTERN ("(?: ^ | (?<=[.!?\"“”»«]) \\s* ) [(\\[] ([^()\\[\\]]{2,120}) [)\\]] $");
  static LesPattern signs = LES_PATTERN ("^ \\p{L}{2,5} (?: /\\p{L}{2,5} ){1,4} $");
  LesSlice groups[2];

  *self = (LesByline) { NULL, NULL };
  if (!les_pattern_match (&brackets, les_slice_last (paragraph, MAX_BYTES), groups, 2))
    return FALSE;
  if (les_agencies_are (groups[1]) || les_pattern_match (&signs, groups[1], NULL, 0))
    self->agency = les_slice_dup (groups[1]);
  else
    self->author = read_reporters (groups[1]);
  *before = les_slice_trim (LES_SLICE (paragraph.start, groups[0].start));
  return self->agency != NULL || self->author != NULL;
}

void
les_byline_clear (LesByline *self)
{
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->agency, g_free);
}
