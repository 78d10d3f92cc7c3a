/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-side-notes.h"

#include "les-pattern.h"

#define MAX_CAPTION_BYTES 900
#define MAX_CREDIT_BYTES 160
#define MAX_CORRECTION_BYTES 600

/* Who made a picture is named in a few words, not in a sentence: names, and
 * what joins them. */
static gboolean
is_name_of_maker (LesSlice credit)
{
  static LesPattern small_word = LES_PATTERN (
    "(?: ^ | \\s ) (?! (?: von|van|de|der|di|da|zu|und|and|of|for|für|the|via|by|courtesy|dpa|sda|apa|afp|epa|imago|privat|archiv|picture|alliance|image|images )\\b) \\p{Ll}+ (?: \\s | $ )");

  return !les_slice_is_empty (credit)
         && !les_pattern_match (&small_word, credit, NULL, 0)
         && les_slice_count_words (credit) <= 10
         && !(les_slice_last_char (credit) == '.' && les_slice_count_words (credit) > 5);
}

/**
 * les_side_notes_match_credit:
 * @paragraph: a paragraph, trimmed
 * @caption: (out): the words under the picture; may be empty
 * @mark: (out): from the mark ("Foto:") to the end
 * @credit: (out): who made the picture
 *
 * Returns: whether the paragraph ends with a credit
 */
gboolean
les_side_notes_match_credit (LesSlice paragraph, LesSlice *caption, LesSlice *mark, LesSlice *credit)
{
  static LesPattern form = LES_PATTERN (
    "(?: ^ | (?<=[.!?»«\"“”)|/–—]) \\s* | (?<=\\s)(?=[(\\[]) )"
    " [(\\[]? \\s* (?i: (?: Archiv|Symbol|Agentur )? (?: fotos? | bild(?:er|quelle|rechte|nachweis)? ) \\s* (?: :\\s* | ©\\s* | \\bcopyright\\s*:?\\s* )"
    " | (?: fotografie | grafik | illustration | infografik | photos? | photograph | picture | images? | graphic )(?: \\s credit | \\s by )? \\s* : \\s*"
    " | (?: picture | image | photo ) \\s (?: credit | by ) \\s+"
    " | © \\s* (?: (?:Foto|Bild|Photo)\\w*:?\\s* )? )"
    " ( [^\\n()\\[\\]]{2,120} ) [)\\]]? $");
  static LesPattern agency_form = LES_PATTERN ("[(\\[] ( (?:AP|AFP|EPA|Reuters)\\ (?:Photo|Foto)[^()\\[\\]]{0,80} ) [)\\]] $");
  LesSlice tail = les_slice_last (paragraph, MAX_CREDIT_BYTES);
  LesSlice groups[2];

  if (les_slice_n_bytes (paragraph) > MAX_CAPTION_BYTES
      || !(les_pattern_match (&form, tail, groups, 2) || les_pattern_match (&agency_form, tail, groups, 2)))
    return FALSE;
  *caption = les_slice_trim (LES_SLICE (paragraph.start, groups[0].start));
  *mark = les_slice_trim (groups[0]);
  *credit = les_slice_trim (groups[1]);
  return is_name_of_maker (*credit);
}

/**
 * les_side_notes_match_desk:
 * @paragraph: one of the last paragraphs, trimmed
 * @before: (out): what precedes the code; may be empty
 * @code: (out): from the first stroke to the end
 *
 * Returns: whether signs of the editors hang at the last full stop ("./abc/DP/xyz")
 */
gboolean
les_side_notes_match_desk (LesSlice paragraph, LesSlice *before, LesSlice *code)
{
  static LesPattern form = LES_PATTERN (
    "(?: (?<=[.!?]) \\s* (/[A-Za-z]{2,4} (?:/[A-Za-z0-9]{2,5}){0,4})"
    " | (?<=[\"“”«»)]) \\s* (/[A-Za-z]{2,4} (?:/[A-Za-z0-9]{2,5}){1,4}) ) $");
  static LesPattern number = LES_PATTERN ("^ (?: ©\\s*dpa[\\w-]*,?\\s* )? dpa:\\d[\\d-]+ (?:/\\d+)? $");
  LesSlice tail = les_slice_last (paragraph, 60);
  LesSlice groups[3];

  if (les_slice_is_empty (paragraph) || !les_pattern_match (&form, tail, groups, 3))
    {
      *before = LES_SLICE (paragraph.start, paragraph.start);
      *code = paragraph;
      return les_slice_n_bytes (paragraph) <= 60 && les_pattern_match (&number, paragraph, NULL, 0);
    }
  *code = les_slice_is_empty (groups[1]) ? groups[2] : groups[1];
  *before = les_slice_trim (LES_SLICE (paragraph.start, code->start));
  return TRUE;
}

/* "Correction: " */
static LesSlice
strip_correction_label (LesSlice note)
{
  static LesPattern label = LES_PATTERN ("^ \\p{L}{5,20} \\s* : \\s+ (?= \\S )");
  LesSlice groups[1];

  if (les_pattern_match (&label, les_slice_first (note, 60), groups, 1))
    note.start = groups[0].end;
  return note;
}

/**
 * les_side_notes_match_correction:
 * @paragraph: a paragraph, trimmed
 * @note: (out): what was corrected, without brackets and label
 * @rest: (out): what follows; may be empty
 *
 * Returns: whether the paragraph begins with a note about a correction
 */
gboolean
les_side_notes_match_correction (LesSlice paragraph, LesSlice *note, LesSlice *rest)
{
  static LesPattern bracketed = LES_PATTERN (
    "^ [(\\[] ( (?=[^()\\[\\]]{0,80} (?i: berichtig | korrig | korrektur | richtiggestellt | richtigstellung"
    " | \\bcorrect(?:s|ed|ion|ing)\\b | \\bamended | clarif )) (?:[^()\\[\\]] | \\([^()]*\\)){4,500} ) [)\\]]");
  static LesPattern plain = LES_PATTERN (
    "^ (?: (?i: berichtigung | korrektur(?:hinweis|meldung)? | richtigstellung | corrections? | clarification ) \\s* (?: : | – | - ) \\s"
    " | (?: Berichtigt | Korrigiert ) (?: :\\s | \\s(?:wird|wurde|werden|wurden)\\s )"
    " | In\\ einer\\ (?:früheren|ersten|vorherigen|älteren)\\ (?:Version|Fassung)"
    " | (?:An|In\\ an)\\ earlier\\ version\\ of\\ this"
    " | This\\ (?:article|story|report|post|version)\\ (?:has\\ been|was)\\ (?:corrected|amended)"
    " | (?:Anmerkung|Hinweis)\\ der\\ Redaktion:\\ .{0,120}? (?: berichtigt | korrigiert ) )");
  LesSlice window = les_slice_first (paragraph, MAX_CORRECTION_BYTES);
  LesSlice groups[2];

  if (les_pattern_match (&bracketed, window, groups, 2))
    {
      *note = strip_correction_label (les_slice_trim (groups[1]));
      *rest = les_slice_trim (LES_SLICE (groups[0].end, paragraph.end));
      return TRUE;
    }
  *note = strip_correction_label (paragraph);
  *rest = LES_SLICE (paragraph.end, paragraph.end);
  return les_slice_n_bytes (paragraph) <= MAX_CORRECTION_BYTES
         && les_pattern_match (&plain, window, NULL, 0);
}
