/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-break-private.h"

/* Opening an iterator costs as much as segmenting a page: each thread keeps
 * one of each kind. */
static void close_iterator (gpointer data);

static GPrivate iterators[LES_N_BREAK_KINDS] = {
  G_PRIVATE_INIT (close_iterator),
  G_PRIVATE_INIT (close_iterator),
};

static void
close_iterator (gpointer data)
{
  ubrk_close (data);
}

static UBreakIterator *
open_iterator (LesBreakKind kind)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator;

  iterator = ubrk_open (kind == LES_BREAK_WORD ? UBRK_WORD : UBRK_CHARACTER,
                        "", NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no break rules: %s", u_errorName (status));
  return iterator;
}

/**
 * les_break_borrow:
 * @kind: where to break
 * @utf8: valid UTF-8 that outlives the borrowing
 * @n_bytes: its length in UTF-8 bytes
 *
 * Positions of the iterator are UTF-8 bytes of @utf8. One of each kind may be
 * borrowed at a time in one thread.
 *
 * Returns: (transfer none): this thread's iterator, set to @utf8; hand it to
 *   les_break_release() afterwards
 */
UBreakIterator *
les_break_borrow (LesBreakKind kind, const char *utf8, gsize n_bytes)
{
  UBreakIterator *iterator = g_private_get (&iterators[kind]);
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;

  if (iterator == NULL)
    {
      iterator = open_iterator (kind);
      g_private_set (&iterators[kind], iterator);
    }

  utext_openUTF8 (&text, utf8, n_bytes, &status);
  ubrk_setUText (iterator, &text, &status);
  utext_close (&text);
  if (U_FAILURE (status))
    g_error ("ICU does not take the text: %s", u_errorName (status));
  return iterator;
}

/**
 * les_break_release:
 * @iterator: what les_break_borrow() gave
 *
 * Lets go of the text, which may be freed from here on.
 */
void
les_break_release (UBreakIterator *iterator)
{
  UErrorCode status = U_ZERO_ERROR;
  UText empty = UTEXT_INITIALIZER;

  utext_openUTF8 (&empty, "", 0, &status);
  ubrk_setUText (iterator, &empty, &status);
  utext_close (&empty);
}
