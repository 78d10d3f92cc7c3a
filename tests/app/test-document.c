/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-document.h"

#define ARTICLE \
  "Fähre läuft auf Grund\n\nVon Erika Muster\n\nHAVNSTED (nna) - Vor der Küste liegt eine Fähre auf Grund. " \
  "Verletzt wurde nach Angaben der Behörde niemand.\n\nWer war schuld?\n\nDas weiß keiner, und die Reederei " \
  "schweigt bis heute zu allen Fragen, die ihr gestellt wurden.\n"

static char *
dup_words (LesDocument *document, LesTextRange range)
{
  return les_text_dup_range (les_document_get_text (document), range);
}

static void
assert_words (LesDocument *document, LesTextRange range, const char *expected)
{
  g_autofree char *words = dup_words (document, range);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_roles (void)
{
  static const LesBlockRole expected[] = {
    LES_BLOCK_HEADLINE, LES_BLOCK_BYLINE, LES_BLOCK_DATELINE, LES_BLOCK_BODY, LES_BLOCK_SUBHEAD, LES_BLOCK_BODY,
  };
  g_autoptr (LesText) text = les_text_new (ARTICLE, -1);
  g_autoptr (LesDocument) document = les_document_new (text, NULL);
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  g_assert_cmpuint (n_blocks, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_blocks; i++)
    g_assert_cmpint (blocks[i].role, ==, expected[i]);
  g_assert_cmpstr (les_document_get_language (document), ==, "de");
  g_assert_true (les_document_get_text (document) == text);
}

static void
test_sentences (void)
{
  g_autoptr (LesText) text = les_text_new (ARTICLE, -1);
  g_autoptr (LesDocument) document = les_document_new (text, "de");
  guint n;
  const LesTextRange *sentences = les_document_get_sentences (document, &n);

  g_assert_cmpuint (n, ==, 5);
  assert_words (document, sentences[0], "Fähre läuft auf Grund");
  assert_words (document, sentences[1], "Vor der Küste liegt eine Fähre auf Grund.");
  assert_words (document, sentences[2], "Verletzt wurde nach Angaben der Behörde niemand.");
  assert_words (document, sentences[3], "Wer war schuld?");
  /* Asked again, it is the same array. */
  g_assert_true (les_document_get_sentences (document, &n) == sentences);
}

/* Neither byline nor dateline are words of the report. */
static void
test_n_words (void)
{
  g_autoptr (LesText) text = les_text_new (ARTICLE, -1);
  g_autoptr (LesDocument) document = les_document_new (text, "de");
  g_autoptr (LesDocument) raw = les_document_new_raw (text, "de");

  g_assert_cmpint (les_document_get_n_words (document), ==, 4 + 8 + 7 + 3 + 16);
  g_assert_cmpint (les_document_get_n_words (raw), ==, 4 + 8 + 7 + 3 + 16 + 3 + 2);
}

static void
test_raw (void)
{
  g_autoptr (LesText) text = les_text_new (ARTICLE, -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, NULL);
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  g_assert_cmpuint (n_blocks, ==, 5);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpint (blocks[i].role, ==, LES_BLOCK_BODY);
      g_assert_true (blocks[i].starts_paragraph);
    }
  assert_words (document, blocks[1].range, "Von Erika Muster");
  g_assert_cmpstr (les_document_get_language (document), ==, "de");
}

static void
test_with_blocks (void)
{
  g_autoptr (LesText) text = les_text_new ("Eins. Zwei.\nDrei.", -1);
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (LesBlock));
  LesBlock block = { { 0, 11 }, LES_BLOCK_CAPTION, TRUE };
  g_autoptr (LesDocument) document = NULL;
  guint n;

  g_array_append_val (given, block);
  document = les_document_new_with_blocks (text, "de", given);
  g_assert_cmpint (les_document_get_blocks (document, &n)[0].role, ==, LES_BLOCK_CAPTION);
  g_assert_cmpuint (n, ==, 1);
  les_document_get_sentences (document, &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_block_at (void)
{
  g_autoptr (LesText) text = les_text_new ("  Eins.\n\nZwei.\n", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  guint n;
  const LesBlock *blocks = les_document_get_blocks (document, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_null (les_document_get_block_at (document, 0));
  g_assert_null (les_document_get_block_at (document, -1));
  g_assert_true (les_document_get_block_at (document, 2) == &blocks[0]);
  g_assert_true (les_document_get_block_at (document, 7) == &blocks[0]);
  g_assert_true (les_document_get_block_at (document, 9) == &blocks[1]);
  g_assert_true (les_document_get_block_at (document, 999) == &blocks[1]);
}

static void
test_nothing (void)
{
  g_autoptr (LesText) text = les_text_new ("", 0);
  g_autoptr (LesDocument) document = les_document_new (text, NULL);
  guint n;

  les_document_get_blocks (document, &n);
  g_assert_cmpuint (n, ==, 0);
  les_document_get_sentences (document, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (les_document_get_n_words (document), ==, 0);
  g_assert_null (les_document_get_block_at (document, 0));
  g_assert_null (les_document_get_language (document));
}

static gpointer
ask_in_thread (gpointer data)
{
  guint n;

  les_document_get_sentences (data, &n);
  return GUINT_TO_POINTER (n + les_document_get_n_words (data));
}

static void
test_threads (void)
{
  g_autoptr (LesText) text = les_text_new (ARTICLE, -1);
  g_autoptr (LesDocument) document = les_document_new (text, "de");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asker", ask_in_thread, document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 5 + 38);
}

static void
test_role_kinds (void)
{
  for (guint role = 0; role < LES_N_BLOCK_ROLES; role++)
    g_assert_false (les_block_role_is_prose (role) && les_block_role_is_heading (role));
  g_assert_true (les_block_role_is_prose (LES_BLOCK_BODY));
  g_assert_true (les_block_role_is_prose (LES_BLOCK_LEAD));
  g_assert_true (les_block_role_is_heading (LES_BLOCK_SUBHEAD));
  g_assert_false (les_block_role_is_prose (LES_BLOCK_DESK));
  g_assert_false (les_block_role_is_heading (LES_BLOCK_KICKER));
}

static GArray *
assign (LesDocument *document, const char *words, LesBlockRole role)
{
  LesText *text = les_document_get_text (document);
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  return les_blocks_assign (blocks, n_blocks, text, les_text_find (text, words, 0), role);
}

static void
assert_block (GArray *blocks, guint index, LesDocument *document, LesBlockRole role, const char *words)
{
  LesBlock *block = &g_array_index (blocks, LesBlock, index);

  g_assert_cmpuint (index, <, blocks->len);
  g_assert_cmpint (block->role, ==, role);
  assert_words (document, block->range, words);
}

/* A part of a paragraph becomes a block, what stands around it keeps its role. */
static void
test_assign_part (void)
{
  g_autoptr (LesText) text = les_text_new ("Eins\n\nZwei drei vier\n\nFünf", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  g_autoptr (GArray) blocks = assign (document, " drei ", LES_BLOCK_BYLINE);

  g_assert_cmpuint (blocks->len, ==, 5);
  assert_block (blocks, 1, document, LES_BLOCK_BODY, "Zwei");
  assert_block (blocks, 2, document, LES_BLOCK_BYLINE, "drei");
  assert_block (blocks, 3, document, LES_BLOCK_BODY, "vier");
  g_assert_true (g_array_index (blocks, LesBlock, 1).starts_paragraph);
  g_assert_false (g_array_index (blocks, LesBlock, 2).starts_paragraph);
}

static void
test_assign_many (void)
{
  g_autoptr (LesText) text = les_text_new ("Eins\n\nZwei drei vier\n\nFünf", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  g_autoptr (GArray) blocks = assign (document, "Eins\n\nZwei", LES_BLOCK_LEAD);

  g_assert_cmpuint (blocks->len, ==, 4);
  assert_block (blocks, 0, document, LES_BLOCK_LEAD, "Eins");
  assert_block (blocks, 1, document, LES_BLOCK_LEAD, "Zwei");
  assert_block (blocks, 2, document, LES_BLOCK_BODY, "drei vier");
}

/* With the cursor only, the whole block is meant; between two, the next; at the end, the last. */
static void
test_assign_at (void)
{
  static const struct { int offset; guint index; } cases[] = { { 0, 0 }, { 4, 0 }, { 5, 1 }, { 9, 1 }, { 25, 2 }, { 99, 2 } };
  g_autoptr (LesText) text = les_text_new ("Eins\n\nZwei drei vier\n\nFünf\n", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LesTextRange cursor = LES_TEXT_RANGE (cases[i].offset, cases[i].offset);
      g_autoptr (GArray) assigned = les_blocks_assign (blocks, n_blocks, text, cursor, LES_BLOCK_CAPTION);

      g_assert_true (les_blocks_find (blocks, n_blocks, cursor) == &blocks[cases[i].index]);
      g_assert_cmpuint (assigned->len, ==, 3);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpint (g_array_index (assigned, LesBlock, j).role, ==,
                         j == cases[i].index ? LES_BLOCK_CAPTION : LES_BLOCK_BODY);
    }
}

/* What is asked for and what is changed are the same block. */
static void
test_find (void)
{
  static const struct { LesTextRange passage; int index; } cases[] = {
    { { 0, 2 }, 0 }, { { 3, 8 }, 0 }, { { 4, 8 }, 1 }, { { 5, 8 }, 1 }, { { 4, 6 }, -1 }, { { 26, 27 }, -1 }, { { 20, 99 }, 2 },
  };
  g_autoptr (LesText) text = les_text_new ("Eins\n\nZwei drei vier\n\nFünf\n", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (document, &n_blocks);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LesBlock *found = les_blocks_find (blocks, n_blocks, cases[i].passage);

      g_assert_true (found == (cases[i].index < 0 ? NULL : &blocks[cases[i].index]));
    }
  g_assert_null (les_blocks_find (NULL, 0, LES_TEXT_RANGE (0, 0)));
}

static void
test_assign_nothing (void)
{
  g_autoptr (LesText) text = les_text_new (" \n", -1);
  g_autoptr (GArray) blocks = les_blocks_assign (NULL, 0, text, LES_TEXT_RANGE (0, 0), LES_BLOCK_LEAD);

  g_assert_cmpuint (blocks->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/roles", test_roles);
  g_test_add_func ("/document/sentences", test_sentences);
  g_test_add_func ("/document/n-words", test_n_words);
  g_test_add_func ("/document/raw", test_raw);
  g_test_add_func ("/document/with-blocks", test_with_blocks);
  g_test_add_func ("/document/block-at", test_block_at);
  g_test_add_func ("/document/nothing", test_nothing);
  g_test_add_func ("/document/threads", test_threads);
  g_test_add_func ("/document/role-kinds", test_role_kinds);
  g_test_add_func ("/document/assign-part", test_assign_part);
  g_test_add_func ("/document/assign-many", test_assign_many);
  g_test_add_func ("/document/assign-at", test_assign_at);
  g_test_add_func ("/document/find-block", test_find);
  g_test_add_func ("/document/assign-nothing", test_assign_nothing);
  return g_test_run ();
}
