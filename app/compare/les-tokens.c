/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tokens.h"

#include "les-plain-letters.h"
#include "les-spellings.h"

#define CANCEL_CHECK_TOKENS 4096
#define MAX_MARKS 255
#define MAX_PENDING 32
/* Room is made for words of this length; more comes where they are shorter. */
#define USUAL_TOKEN_BYTES 6
/* In a long text a new word comes after so many bytes. */
#define BYTES_PER_DIFFERENT_WORD 75
/* So far behind the last word a quotation mark may stand. */
#define MAX_CLOSING_CHARS 3

/* A word that waits for its number. */
typedef struct
{
  const char *start;
  gsize n_bytes;
  guint32 hash;
} Pending;

typedef struct
{
  const char *p;
  const char *end;
  int offset;          /* Unicode characters */
  LesSpellings *spellings;         /* NULL if nobody asks for numbers */
  Pending pending[MAX_PENDING];    /* the last words, which have none yet */
  guint n_pending;
  gboolean is_opening; /* whether what was skipped last may start a sentence */
  int n_skipped;       /* how much was skipped last, in Unicode characters */
  gboolean is_blank;   /* whether it was blank */
  guint n_behind;      /* marks that belong to the word before */
  guint n_before;      /* marks that belong to the word behind */
  gboolean is_behind;  /* whether the mark in work may belong to the word before */
  gboolean is_quote;   /* whether what was skipped last is a quotation mark */
  gboolean closes;     /* whether one stands behind the word before */
} Scanner;

static gboolean
is_ignorable (gunichar c)
{
  return c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060;
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF)
         || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gunichar
char_after (const Scanner *scanner, const char *p)
{
  p = g_utf8_next_char (p);
  return p < scanner->end ? g_utf8_get_char (p) : 0;
}

/* Whether @c stands inside a word rather than behind it. */
static gboolean
joins_word (const Scanner *scanner, gunichar c, gunichar previous)
{
  if (is_apostrophe (c))
    return g_unichar_isalpha (previous) && g_unichar_isalpha (char_after (scanner, scanner->p));
  if (c == '.' || c == ',')
    return g_unichar_isdigit (previous) && g_unichar_isdigit (char_after (scanner, scanner->p));
  return c >= 0x80 && (is_ignorable (c) || g_unichar_ismark (c));
}

static gboolean
opens_sentence (guchar byte)
{
  return byte == '.' || byte == '!' || byte == '?' || byte == ':' || byte == '\n' || byte == '"'
         || byte == 0xE2 || byte == 0xC2;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

/* Marks belong to the word that they stand at, as far as no blank and nothing that
 * joins words comes between. */
static void
note_mark (Scanner *scanner, gunichar c)
{
  gboolean is_space = c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
  gboolean joins = c == '-' || c == '/';

  scanner->is_quote = is_quote (c);
  if (scanner->is_behind && is_space)
    scanner->is_behind = FALSE;
  else if (scanner->is_behind && joins)
    {
      scanner->is_behind = FALSE;
      scanner->n_behind = 0;
    }
  else if (scanner->is_behind)
    scanner->n_behind++;
  if (scanner->is_behind && scanner->is_quote && scanner->n_skipped < MAX_CLOSING_CHARS)
    scanner->closes = TRUE;
  scanner->n_before = is_space || joins ? 0 : scanner->n_before + 1;
}

/* One blank and then a word: the most common case of skip_to_word(). */
static gboolean
pass_blank (Scanner *scanner)
{
  const char *next = scanner->p + 1;

  if (next >= scanner->end || *scanner->p != ' ' || (les_plain_letters[(guchar) *next] == 0 && !les_is_latin_letter (next)))
    return FALSE;
  scanner->n_skipped = 1;
  scanner->is_blank = TRUE;
  scanner->is_behind = FALSE;
  scanner->p++;
  scanner->offset++;
  return TRUE;
}

static void
skip_to_word (Scanner *scanner)
{
  scanner->n_skipped = 0;
  scanner->n_before = scanner->n_behind = 0;
  scanner->is_behind = TRUE;
  scanner->is_quote = scanner->closes = FALSE;
  if (pass_blank (scanner))
    return;
  while (scanner->p < scanner->end)
    {
      guchar byte = *scanner->p;
      gunichar c = byte < 0x80 ? byte : g_utf8_get_char (scanner->p);

      if (byte < 0x80 ? g_ascii_isalnum (byte) : g_unichar_isalnum (c))
        return;
      note_mark (scanner, c);
      if (scanner->n_skipped++ == 0)
        scanner->is_blank = byte == ' ';
      scanner->is_opening |= opens_sentence (byte);
      scanner->p = g_utf8_next_char (scanner->p);
      scanner->offset++;
    }
}

/* Reads what needs no look at its neighbours: most words whole. */
static void
read_plain (Scanner *scanner)
{
  int n_chars;

  scanner->p = les_pass_plain (scanner->p, scanner->end, &n_chars);
  scanner->offset += n_chars;
}

/* Whether a plain sign follows, which stands in no word. */
static gboolean
ends_word (const Scanner *scanner)
{
  guchar byte = *scanner->p;

  return byte < 0x80 && byte != '\'' && byte != '.' && byte != ',';
}

static void
read_word (Scanner *scanner)
{
  const char *start = scanner->p;

  for (read_plain (scanner); scanner->p < scanner->end && !ends_word (scanner); read_plain (scanner))
    {
      gunichar c = g_utf8_get_char (scanner->p);
      gunichar previous = scanner->p > start ? g_utf8_get_char (g_utf8_prev_char (scanner->p)) : 0;

      if (!g_unichar_isalnum (c) && !joins_word (scanner, c, previous))
        break;
      if (is_ideograph (c) && previous != 0)
        break;
      scanner->p = g_utf8_next_char (scanner->p);
      scanner->offset++;
      if (is_ideograph (c))
        break;
    }
}

static void
note_pending (Scanner *scanner, const char *start)
{
  Pending *pending = &scanner->pending[scanner->n_pending++];

  pending->start = start;
  pending->n_bytes = scanner->p - start;
  pending->hash = les_spellings_prepare (scanner->spellings, start, pending->n_bytes);
}

/* Gives the last tokens, before @end, their numbers, which were left until several
 * can be looked up together. */
static void
number_pending (Scanner *scanner, LesToken *end)
{
  LesToken *token = end - scanner->n_pending;

  for (guint i = 0; i < scanner->n_pending; i++)
    {
      const Pending *pending = &scanner->pending[i];

      token[i].id = les_spellings_number (scanner->spellings, pending->start, pending->n_bytes, pending->hash);
    }
  scanner->n_pending = 0;
}

static LesToken
read_token (Scanner *scanner)
{
  const char *start = scanner->p;
  gunichar first = (guchar) *start < 0x80 ? (guchar) *start : g_utf8_get_char (start);
  LesToken token = { 0 };

  token.start = scanner->offset;
  token.is_capital = first < 0x80 ? g_ascii_isupper (first) : g_unichar_isupper (first);
  token.is_number = first < 0x80 ? g_ascii_isdigit (first) : g_unichar_isdigit (first);
  token.is_joined = scanner->n_skipped == 1 && scanner->is_blank;
  token.is_opening = scanner->is_opening;
  token.opens_quotation = scanner->is_quote;
  token.n_before = MIN (scanner->n_before, MAX_MARKS);
  scanner->is_opening = FALSE;
  read_word (scanner);
  token.end = scanner->offset;
  if (scanner->spellings != NULL)
    note_pending (scanner, start);
  return token;
}

/* Goes on to the next word and notes what stands behind the last. */
static void
close_token (Scanner *scanner, LesToken *token)
{
  skip_to_word (scanner);
  token->n_behind = MIN (scanner->n_behind, MAX_MARKS);
  token->closes_quotation = scanner->closes;
}

/* Tokens that are being collected. */
typedef struct
{
  LesToken *items;
  guint n;
  guint n_allocated;
} TokenList;

static void
open_list (TokenList *list, gsize n_bytes)
{
  list->n = 0;
  list->n_allocated = MIN (n_bytes / USUAL_TOKEN_BYTES + 16, G_MAXINT / sizeof (LesToken));
  list->items = g_new (LesToken, list->n_allocated);
}

static LesToken *
append_token (TokenList *list, LesToken token)
{
  if (list->n == list->n_allocated)
    {
      list->n_allocated += list->n_allocated / 2;
      list->items = g_renew (LesToken, list->items, list->n_allocated);
    }
  list->items[list->n] = token;
  return &list->items[list->n++];
}

static gboolean
read_range (TokenList *tokens, LesText *text, LesTextRange range, LesSpellings *spellings, GCancellable *cancellable)
{
  Scanner scanner = { 0 };

  scanner.p = les_text_peek (text, range.start);
  scanner.end = les_text_peek (text, range.end);
  scanner.offset = range.start;
  scanner.is_opening = TRUE;
  scanner.spellings = spellings;

  skip_to_word (&scanner);
  while (scanner.p < scanner.end)
    {
      close_token (&scanner, append_token (tokens, read_token (&scanner)));
      if (scanner.n_pending == MAX_PENDING)
        number_pending (&scanner, tokens->items + tokens->n);
      if (tokens->n % CANCEL_CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }
  number_pending (&scanner, tokens->items + tokens->n);
  return !g_cancellable_is_cancelled (cancellable);
}

static gboolean
takes_part (LesBlockRole role)
{
  return role != LES_BLOCK_DATE && role != LES_BLOCK_DATELINE && role != LES_BLOCK_BYLINE
         && role != LES_BLOCK_CREDIT && role != LES_BLOCK_DESK;
}

static LesTokens *
wrap_tokens (TokenList *list)
{
  LesTokens *self = g_new (LesTokens, 1);

  self->n = list->n;
  self->items = g_renew (LesToken, list->items, MAX (list->n, 1));
  return self;
}

/**
 * les_tokens_guess_different:
 *
 * Returns: about how many different words @text has, for making room
 */
guint
les_tokens_guess_different (LesText *text)
{
  return les_text_get_n_bytes (text) / BYTES_PER_DIFFERENT_WORD;
}

static LesSpellings *
open_spellings (LesText *text, LesVocabulary *vocabulary)
{
  return vocabulary == NULL ? NULL
                            : les_spellings_new (vocabulary, les_text_get_utf8 (text), les_tokens_guess_different (text));
}

/**
 * les_tokens_new:
 * @vocabulary: (nullable): where the words get their numbers; all get 0 without
 * @cancellable: (nullable): what it stops by
 *
 * Returns: (transfer full): the words of @document; some of them when cancelled
 */
LesTokens *
les_tokens_new (LesDocument *document, LesVocabulary *vocabulary, GCancellable *cancellable)
{
  LesText *text = les_document_get_text (document);
  g_autoptr (LesSpellings) spellings = open_spellings (text, vocabulary);
  TokenList tokens;
  const LesBlock *blocks;
  guint n_blocks;

  open_list (&tokens, les_text_get_n_bytes (text));
  blocks = les_document_get_blocks (document, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    if (takes_part (blocks[i].role)
        && !read_range (&tokens, text, blocks[i].range, spellings, cancellable))
      break;
  return wrap_tokens (&tokens);
}

/**
 * les_tokens_new_for_range:
 * @range: Unicode characters
 *
 * Returns: (transfer full): the words of that stretch, whatever its role
 */
LesTokens *
les_tokens_new_for_range (LesDocument *document, LesTextRange range, LesVocabulary *vocabulary)
{
  LesText *text = les_document_get_text (document);
  g_autoptr (LesSpellings) spellings = open_spellings (text, vocabulary);
  TokenList tokens;

  range = les_text_range_intersect (range, les_text_get_range (text));
  open_list (&tokens, les_text_range_length (range));
  read_range (&tokens, text, range, spellings, NULL);
  return wrap_tokens (&tokens);
}

void
les_tokens_free (LesTokens *self)
{
  g_free (self->items);
  g_free (self);
}

/**
 * les_tokens_renumber:
 * @numbers: for each number that a word has, another
 */
void
les_tokens_renumber (LesTokens *self, const guint32 *numbers)
{
  for (guint i = 0; i < self->n; i++)
    self->items[i].id = numbers[self->items[i].id];
}

static guint
find_between (const LesTokens *self, int offset, guint low, guint high)
{
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->items[middle].end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * les_tokens_find_near:
 * @offset: Unicode characters
 * @near: a token that is likely to be close
 *
 * Returns: as les_tokens_find(). Cost: logarithmic in the way from @near.
 */
guint
les_tokens_find_near (const LesTokens *self, int offset, guint near)
{
  guint low = MIN (near, self->n);
  guint high = low;
  guint step = 1;

  if (low > 0 && self->items[low - 1].end > offset)
    return find_between (self, offset, 0, low);
  while (high < self->n && self->items[high].end <= offset)
    {
      low = high + 1;
      high = self->n - high > step ? high + step : self->n;
      step *= 2;
    }
  return find_between (self, offset, low, high);
}

/**
 * les_tokens_find:
 * @offset: Unicode characters
 *
 * Returns: the first token that ends behind @offset; @n if there is none
 */
guint
les_tokens_find (LesTokens *self, int offset)
{
  return find_between (self, offset, 0, self->n);
}
