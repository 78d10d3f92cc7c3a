/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-quotations.h"

#include "les-quote-marks.h"

/*
 * One walk through the marks of each paragraph with a short stack of open ones.
 * „ and ‚ open; any other mark opens where a word begins and closes the nearest
 * open mark of its kind elsewhere, so that “...”, „...“, »...« and «...» need no
 * setting. What is left open at the end of a paragraph goes on in the next one if
 * that begins with the same mark again, or if the next mark of the kind closes it.
 * Where marks do not go in pairs nothing is said. Cost: linear.
 */

/* Deeper than anybody quotes. */
#define MAX_DEPTH 4

typedef enum
{
  KIND_DOUBLE,
  KIND_ANGLE,
  KIND_SINGLE,
  KIND_SINGLE_ANGLE,
} Kind;

typedef struct
{
  int offset;
  gunichar c;
  Kind kind;
  guint opens : 1;              /* by what stands around it */
  guint closes : 1;
  guint is_doubtful : 1;        /* may be an apostrophe or inches */
  guint is_answered : 1;        /* whether the next mark of its kind in the paragraph would close too */
} Mark;

typedef struct
{
  Mark mark;
  gboolean continues;
} Open;

typedef struct
{
  LesText *text;
  LesTextRange paragraph;
  LesTextRange before;          /* the paragraph before */
  GArray *marks;                /* of Mark, in the paragraph */
  GArray *found;                /* of LesQuotation */
  Open stack[MAX_DEPTH];
  guint n_open;
  Open left_open;               /* what the paragraph before left open */
  gboolean has_left_open;
} Finder;

static Kind
get_kind (gunichar c)
{
  if (c == 0xAB || c == 0xBB)
    return KIND_ANGLE;
  if (c == 0x2039 || c == 0x203A)
    return KIND_SINGLE_ANGLE;
  return les_is_single_mark (c) ? KIND_SINGLE : KIND_DOUBLE;
}

static gboolean
is_angle (Kind kind)
{
  return kind == KIND_ANGLE || kind == KIND_SINGLE_ANGLE;
}

/* Only these look the same whichever end they stand at. */
static gboolean
is_straight (gunichar c)
{
  return c == '"' || c == '\'';
}

static gboolean
leads (gunichar c)
{
  return g_unichar_isspace (c) || c == '(' || c == '[' || c == '{' || c == '/' || c == '-' || c == 0x2013 || c == 0x2014
         || c == 0xBF || c == 0xA1;
}

/* What follows the end of a quotation, or its last word, never begins one. */
static gboolean
trails (gunichar c, gunichar before)
{
  return c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == ']' || c == '}'
         || (c == '.' && !g_unichar_isspace (before));
}

/* Which end of a quotation a mark can be, from the characters before and behind it. */
static void
judge (Mark *mark, gunichar before, gunichar behind, gboolean behind_opening)
{
  gboolean blank_before = g_unichar_isspace (before);
  gboolean blank_behind = g_unichar_isspace (behind);

  if (mark->kind == KIND_SINGLE && g_unichar_isalnum (before) && g_unichar_isalnum (behind))
    return;
  if (is_angle (mark->kind) && blank_before && blank_behind)
    {
      /* With blanks inside, as in French. */
      mark->opens = mark->c == 0xAB || mark->c == 0x2039;
      mark->closes = !mark->opens;
      return;
    }
  if (mark->c == 0x201E)
    mark->opens = !blank_behind;
  else if (mark->c != 0x2019)
    mark->opens = !blank_behind && !trails (behind, before) && (leads (before) || behind_opening);
  mark->closes = !mark->opens && !blank_before && mark->c != 0x201E && mark->c != 0x201A;
  if (is_angle (mark->kind) && blank_before && (mark->c == 0xBB || mark->c == 0x203A) && !mark->opens)
    mark->closes = TRUE;
  mark->is_doubtful = mark->closes && (mark->kind == KIND_SINGLE ? before == 's' || before == 'x' || before == 'z'
                                                                 : (mark->c == '"' || mark->c == 0x201D)
                                                                     && g_unichar_isdigit (before));
}

static void
collect_marks (Finder *self)
{
  const char *p = les_text_peek (self->text, self->paragraph.start);
  gunichar before = ' ';
  gboolean behind_opening = FALSE;

  g_array_set_size (self->marks, 0);
  for (int i = self->paragraph.start; i < self->paragraph.end; i++)
    {
      gunichar c = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (les_is_quote_mark (c))
        {
          Mark mark = { i, c, get_kind (c), };

          judge (&mark, before, i + 1 < self->paragraph.end ? g_utf8_get_char (p) : ' ', behind_opening);
          behind_opening = mark.opens;
          g_array_append_val (self->marks, mark);
        }
      else
        behind_opening = FALSE;
      before = c;
    }
}

/* Of apostrophes and inches the last one closes, if any does. */
static void
look_ahead (Finder *self)
{
  const Mark *next[KIND_SINGLE_ANGLE + 1] = { NULL };

  for (guint i = self->marks->len; i-- > 0;)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);

      if (!mark->opens && !mark->closes)
        continue;
      mark->is_answered = next[mark->kind] != NULL && next[mark->kind]->closes;
      next[mark->kind] = mark;
    }
}

static gboolean
can_close (const Mark *open, const Mark *mark)
{
  if (open->kind != mark->kind || !mark->closes)
    return FALSE;
  if ((mark->is_doubtful || (open->c == 0x201A && mark->c == 0x2019)) && mark->is_answered)
    return FALSE;
  if (is_straight (open->c) || is_straight (mark->c))
    return open->c == mark->c || open->c == 0x201E;
  if (is_angle (open->kind))
    return open->c != mark->c || mark->c == 0xBB || mark->c == 0x203A;
  return TRUE;
}

static LesTextRange
trim_marks (Finder *self, LesTextRange range, gboolean at_start, gboolean at_end)
{
  return les_text_trim (self->text, LES_TEXT_RANGE (range.start + (at_start ? 1 : 0), range.end - (at_end ? 1 : 0)));
}

static gboolean
has_word (LesText *text, LesTextRange range)
{
  const char *p = les_text_peek (text, range.start);

  for (int i = range.start; i < range.end; i++, p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Outside of other marks a straight single one is more often an apostrophe ('tis, the
 * ships' crews): it needs a stop or a comma before its end. */
static gboolean
is_plausible (Finder *self, const Open *open, LesTextRange words)
{
  gunichar last = words.end > words.start ? les_text_get_char (self->text, words.end - 1) : ' ';

  if (open->mark.c != '\'' || self->n_open > 0)
    return TRUE;
  return last == '.' || last == ',' || last == '!' || last == '?' || last == 0x2026;
}

/* @end: of the range; whether a mark stands there is @at_end */
static void
add (Finder *self, const Open *open, int end, gboolean at_end)
{
  int start = MAX (open->mark.offset, self->paragraph.start);
  gboolean at_start = start == open->mark.offset;
  LesQuotation quotation = { LES_TEXT_RANGE (start, end), };

  quotation.words = trim_marks (self, quotation.range, at_start, at_end);
  quotation.continues = open->continues;
  if (has_word (self->text, quotation.words) && is_plausible (self, open, quotation.words))
    g_array_append_val (self->found, quotation);
}

static void
push (Finder *self, const Mark *mark, gboolean continues)
{
  if (self->n_open > 0 && self->stack[self->n_open - 1].mark.kind == mark->kind)
    self->n_open--;
  if (self->n_open < MAX_DEPTH)
    self->stack[self->n_open++] = (Open) { *mark, continues };
}

static void
close_quotation (Finder *self, const Mark *mark)
{
  for (guint i = self->n_open; i-- > 0;)
    if (can_close (&self->stack[i].mark, mark))
      {
        self->n_open = i;
        add (self, &self->stack[i], mark->offset + 1, TRUE);
        return;
      }
}

/* Whether what the paragraph before left open goes on here, and from which mark on. */
static gboolean
goes_on (Finder *self, const Mark **again)
{
  const Mark *open = &self->left_open.mark;

  *again = NULL;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->kind != open->kind || (!mark->opens && !mark->closes))
        continue;
      if (mark->opens)
        {
          *again = mark;
          return mark->c == open->c && mark->offset == self->paragraph.start;
        }
      return can_close (open, mark) && !mark->is_doubtful;
    }
  return FALSE;
}

/* The end of the paragraph before belongs to the quotation. */
static void
go_on (Finder *self, const Mark *again)
{
  LesTextRange here = self->paragraph;

  self->paragraph = self->before;
  add (self, &self->left_open, self->before.end, FALSE);
  self->paragraph = here;
  if (again == NULL)
    push (self, &self->left_open.mark, TRUE);
}

static void
walk (Finder *self)
{
  const Mark *again = NULL;
  gboolean continues;

  collect_marks (self);
  look_ahead (self);
  self->n_open = 0;
  continues = self->has_left_open && goes_on (self, &again);
  if (continues)
    go_on (self, again);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->opens)
        push (self, mark, continues && mark == again);
      else if (mark->closes)
        close_quotation (self, mark);
    }
  self->has_left_open = self->n_open > 0;
  if (self->has_left_open)
    self->left_open = self->stack[0];
  self->before = self->paragraph;
}

static int
compare_quotations (gconstpointer a, gconstpointer b)
{
  const LesQuotation *x = a;
  const LesQuotation *y = b;

  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return x->range.end > y->range.end ? -1 : x->range.end < y->range.end;
}

static void
count_depths (GArray *found)
{
  int ends[MAX_DEPTH] = { 0 };
  guint depth = 0;

  for (guint i = 0; i < found->len; i++)
    {
      LesQuotation *quotation = &g_array_index (found, LesQuotation, i);

      while (depth > 0 && ends[depth - 1] <= quotation->range.start)
        depth--;
      quotation->depth = MIN (depth, MAX_DEPTH - 1);
      ends[quotation->depth] = quotation->range.end;
      depth = quotation->depth + 1;
    }
}

/**
 * les_quotations_find:
 *
 * Finds the words in quotation marks of any style, nested ones too. One that goes
 * over several paragraphs is one in each of them. Any thread.
 *
 * Returns: (transfer full) (element-type LesQuotation): in the order of the text,
 *   outer ones first
 */
GArray *
les_quotations_find (LesDocument *document)
{
  Finder self = { les_document_get_text (document), };
  const LesBlock *blocks;
  guint n;

  g_return_val_if_fail (document != NULL, NULL);

  blocks = les_document_get_blocks (document, &n);
  self.marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self.found = g_array_new (FALSE, FALSE, sizeof (LesQuotation));
  for (guint i = 0; i < n;)
    {
      guint first = i++;

      while (i < n && !blocks[i].starts_paragraph)
        i++;
      self.paragraph = LES_TEXT_RANGE (blocks[first].range.start, blocks[i - 1].range.end);
      walk (&self);
    }
  g_array_sort (self.found, compare_quotations);
  count_depths (self.found);
  g_array_unref (self.marks);
  return self.found;
}
