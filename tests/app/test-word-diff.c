/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparer.h"
#include "les-fine-diff.h"

typedef struct
{
  const char *left;
  const char *right;
  const char *differences;     /* "left>right" split by | */
  LesMatchKind kind;
} DiffCase;

static const DiffCase diff_cases[] = {
  { "Der Rat tagt heute.", "Der Rat tagt heute.", "", LES_MATCH_VERBATIM },
  { "Der Rat tagt heute.", "„DER RAT“ tagt – heute!", "", LES_MATCH_VERBATIM },
  { "Das Maß ist voll.", "Das Mass ist voll.", "", LES_MATCH_VERBATIM },
  { "Der Rat tagt heute.", "Der Rat tagt morgen.", "heute>morgen", LES_MATCH_EDITED },
  { "Der Rat tagt heute.", "Der Rat tagt heute abermals.", ">abermals", LES_MATCH_EDITED },
  { "Gestern tagte der kleine Rat.", "Gestern tagte der Rat.", "kleine>", LES_MATCH_EDITED },
  { "Nun tagt der Rat der Stadt.", "Der Rat der Stadt tagt.", "Nun tagt>|>tagt", LES_MATCH_EDITED },
  { "", "Der Rat.", ">Der Rat", LES_MATCH_REWORDED },
  { "...", "Der Rat.", ">Der Rat", LES_MATCH_REWORDED },
  { "", "", "", LES_MATCH_REWORDED },
};

static char *
join_differences (const LesMatch *match, LesText *left, LesText *right)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);
      g_autofree char *a = les_text_dup_range (left, difference->left);
      g_autofree char *b = les_text_dup_range (right, difference->right);

      g_string_append_printf (joined, "%s%s>%s", i > 0 ? "|" : "", a, b);
    }
  return g_string_free (joined, FALSE);
}

static void
test_differences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (diff_cases); i++)
    {
      const DiffCase *c = &diff_cases[i];
      g_autoptr (LesText) left_text = les_text_new (c->left, -1);
      g_autoptr (LesText) right_text = les_text_new (c->right, -1);
      g_autoptr (LesDocument) left = les_document_new_raw (left_text, "de");
      g_autoptr (LesDocument) right = les_document_new_raw (right_text, "de");
      g_autoptr (LesMatch) match = les_compare_passages (left, les_text_get_range (left_text),
                                                         right, les_text_get_range (right_text));
      g_autofree char *joined = join_differences (match, left_text, right_text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (joined, ==, c->differences);
      g_assert_cmpint (match->kind, ==, c->kind);
      g_assert_true (les_text_range_equal (match->left, les_text_get_range (left_text)));
      g_assert_true (les_text_range_equal (match->right, les_text_get_range (right_text)));
    }
}

/* Passages in the middle of a text: offsets count from its start. */
static void
test_offsets (void)
{
  g_autoptr (LesText) left_text = les_text_new ("Öl.\n\nDer große Rat tagt.\n\nEnde.", -1);
  g_autoptr (LesText) right_text = les_text_new ("😀 Der kleine Rat tagt.", -1);
  g_autoptr (LesDocument) left = les_document_new_raw (left_text, "de");
  g_autoptr (LesDocument) right = les_document_new_raw (right_text, "de");
  g_autoptr (LesMatch) match = les_compare_passages (left, LES_TEXT_RANGE (5, 24), right, LES_TEXT_RANGE (2, 22));
  const LesDifference *difference;

  g_assert_cmpuint (match->differences->len, ==, 1);
  difference = &g_array_index (match->differences, LesDifference, 0);
  g_assert_true (les_text_range_equal (difference->left, LES_TEXT_RANGE (9, 14)));
  g_assert_true (les_text_range_equal (difference->right, LES_TEXT_RANGE (6, 12)));
}

typedef struct
{
  const char *left;
  const char *right;
  LesFineDiff wanted;
  const char *differences;
} FineCase;

#define BOTH (LES_FINE_DIFF_CASE | LES_FINE_DIFF_MARKS)

static const FineCase fine_cases[] = {
  { "Der Rat tagt heute.", "der Rat tagt heute!", LES_FINE_DIFF_NONE, "" },
  { "Der Rat tagt heute.", "der Rat tagt heute!", BOTH, "Der>der" },
  { "Der Rat tagt heute.", "der Rat tagt heute!", LES_FINE_DIFF_MARKS, "" },
  { "Der Rat tagt heute.", "DER RAT tagt heute.", LES_FINE_DIFF_CASE, "Der Rat>DER RAT" },
  { "Die Straße ist frei.", "Die STRASSE ist frei.", LES_FINE_DIFF_CASE, "Straße>STRASSE" },
  { "Das Maß ist voll.", "Das Mass ist voll.", BOTH, "" },
  { "Er rief „Halt an“ und ging.", "Er rief »Halt an« und ging.", LES_FINE_DIFF_CASE, "" },
  { "Er rief „Halt an“ und ging.", "Er rief »Halt an« und ging.", LES_FINE_DIFF_MARKS, "„>»|“>«" },
  { "Er rief „Halt an“ und ging.", "Er rief Halt an und ging.", LES_FINE_DIFF_MARKS, "„>|“>" },
  { "Er rief „Halt an“ und ging.", "Er rief „Halt ein“ und ging.", BOTH, "an>ein" },
  { "Er rief „Halt an“ und ging.", "Er rief »halt ein“ und ging.", BOTH, "„>»|Halt>halt|an>ein" },
  { "She said 'stop' and don't.", "She said ‘stop’ and don’t.", LES_FINE_DIFF_MARKS, "'>‘|'>’" },
  { "„Ja“ sagte der Rat gestern Abend.", "Ja sagte der Rat gestern Abend.", BOTH, "„>|“>" },
};

static LesMatchSet *
put_in_set (LesMatch *match)
{
  LesMatchSet *set = les_match_set_new ();

  les_match_set_take (set, match);
  return set;
}

static void
test_fine (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fine_cases); i++)
    {
      const FineCase *c = &fine_cases[i];
      g_autoptr (LesText) left_text = les_text_new (c->left, -1);
      g_autoptr (LesText) right_text = les_text_new (c->right, -1);
      g_autoptr (LesDocument) left = les_document_new_raw (left_text, "de");
      g_autoptr (LesDocument) right = les_document_new_raw (right_text, "de");
      g_autoptr (LesMatchSet) set = put_in_set (les_compare_passages (left, les_text_get_range (left_text),
                                                                      right, les_text_get_range (right_text)));
      g_autofree char *joined = NULL;

      g_test_message ("fine case %u", i);
      les_fine_diff_add (set, left, right, c->wanted);
      joined = join_differences (les_match_set_get (set, 0), left_text, right_text);
      g_assert_cmpstr (joined, ==, c->differences);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/differences", test_differences);
  g_test_add_func ("/word-diff/offsets", test_offsets);
  g_test_add_func ("/word-diff/fine", test_fine);
  return g_test_run ();
}
