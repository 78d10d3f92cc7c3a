/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-metadata.h"

#include "les-byline.h"
#include "les-headings.h"
#include "les-pattern.h"
#include "les-report-reader.h"

static void
take (char **field, char *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

static char *
dup_heading (LesSlice slice)
{
  static LesPattern mark = LES_PATTERN ("^ [\\x{23}]{1,6} \\s+");
  LesSlice groups[1];

  if (les_pattern_match (&mark, les_slice_first (slice, 10), groups, 1))
    slice.start = groups[0].end;
  return les_slice_dup (slice);
}

static GArray *
build_blocks (LesText *text, GArray *pieces)
{
  GArray *blocks = g_array_sized_new (FALSE, FALSE, sizeof (LesBlock), pieces->len);
  const char *utf8 = les_text_get_utf8 (text);

  for (guint i = 0; i < pieces->len; i++)
    {
      const LesPiece *piece = &g_array_index (pieces, LesPiece, i);
      LesBlock block = {
        .range.start = les_text_byte_to_char (text, piece->slice.start - utf8),
        .range.end = les_text_byte_to_char (text, piece->slice.end - utf8),
        .role = piece->role,
        .starts_paragraph = piece->starts_paragraph,
      };

      g_array_append_val (blocks, block);
    }
  return blocks;
}

static void
take_headings (LesMetadata *self, GArray *pieces)
{
  LesByline byline;

  for (guint i = 0; i < pieces->len; i++)
    {
      const LesPiece *piece = &g_array_index (pieces, LesPiece, i);

      if (piece->role == LES_BLOCK_HEADLINE)
        take (&self->headline, dup_heading (piece->slice));
      else if (piece->role == LES_BLOCK_KICKER)
        take (&self->kicker, dup_heading (piece->slice));
      else if (piece->role == LES_BLOCK_BYLINE && piece->starts_paragraph && les_byline_match_name (&byline, piece->slice))
        take (&self->author, byline.author);
    }
}

/**
 * les_metadata_recognise:
 * @text: a press report
 * @language: (nullable): BCP 47, NULL to guess
 *
 * Finds what a report says about itself, by the rules that press texts in
 * German and English follow; rather nothing than something wrong. Any thread.
 * Cost: linear.
 *
 * Returns: (transfer full): what was found; its blocks cover everything but
 *   white space
 */
LesMetadata *
les_metadata_recognise (LesText *text, const char *language)
{
  LesMetadata *self = g_new0 (LesMetadata, 1);
  g_autoptr (GArray) pieces = les_report_read (self, text);

  les_headings_assign (pieces);
  take_headings (self, pieces);
  self->blocks = build_blocks (text, pieces);
  self->language = language != NULL ? g_strdup (language) : les_language_guess (text);
  return self;
}

void
les_metadata_free (LesMetadata *self)
{
  if (self == NULL)
    return;
  g_free (self->headline);
  g_free (self->kicker);
  g_free (self->date);
  g_free (self->place);
  g_free (self->agency);
  g_free (self->author);
  g_free (self->correction);
  g_free (self->caption);
  g_free (self->credit);
  g_free (self->desk);
  g_free (self->language);
  g_array_unref (self->blocks);
  g_free (self);
}
