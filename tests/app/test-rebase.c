/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "les-display-text.h"
#include "les-edited-text.h"
#include "les-limits.h"
#include "les-proposal.h"
#include "les-rebase.h"

typedef struct
{
  const char *before;
  const char *after;
  const char *passage;      /* of the old text */
  const char *found;        /* of the new text; NULL: to be placed */
  LesRebaseVerdict verdict;
} Case;

static const Case cases[] = {
  /* An edit elsewhere */
  { "Der Rat tagt heute.", "Heute: Der Rat tagt heute.", "Rat tagt", "Rat tagt", LES_REBASE_KEPT },
  { "Der Rat tagt heute.", "Der Rat tagt morgen.", "Der Rat", "Der Rat", LES_REBASE_KEPT },
  { "Der Rat der Stadt tagt.", "Der Rat tagt.", "tagt.", "tagt.", LES_REBASE_KEPT },
  /* Inside */
  { "Die Brücko ist gesperrt.", "Die Brücke ist gesperrt.", "Brücko", "Brücke", LES_REBASE_CHANGED },
  { "Die Brücko ist gesperrt.", "Die Brücke ist gesperrt.", "Die Brücko ist", "Die Brücke ist", LES_REBASE_CHANGED },
  { "Der Rat tagt heute Abend.", "Der kleine Rat tagt heute Abend.", "Der Rat tagt", "Der kleine Rat tagt", LES_REBASE_CHANGED },
  { "Gestern tagte der kleine Rat.", "Gestern tagte der Rat.", "der kleine Rat", "der Rat", LES_REBASE_CHANGED },
  /* Nothing is taken in at the edges, but for letters that make another word */
  { "Der Rat tagt.", "Der große Rat tagt.", "Rat tagt", "Rat tagt", LES_REBASE_KEPT },
  { "Der Rat tagt.", "Der Rat der Stadt tagt.", "Der Rat", "Der Rat", LES_REBASE_KEPT },
  { "Die Brück ist zu.", "Die Brücke ist zu.", "Brück", "Brücke", LES_REBASE_CHANGED },
  { "ie Brücke ist zu.", "Die Brücke ist zu.", "ie Brücke", "Die Brücke", LES_REBASE_CHANGED },
  { "Der Rat tagt.", "Der Rat, der tagt.", "Rat", "Rat", LES_REBASE_KEPT },
  /* Words at the edge replaced */
  { "Am Montag tagt der Rat der Stadt Fenmark.", "Am Montag berät der Rat der Stadt Fenmark.",
    "tagt der Rat der Stadt", "berät der Rat der Stadt", LES_REBASE_CHANGED },
  /* The same words once more in front */
  { "see the the bridge", "see the bridge", "the bridge", "the bridge", LES_REBASE_KEPT },
  { "see the bridge", "see the the bridge", "the bridge", "the bridge", LES_REBASE_KEPT },
  /* Lines joined anew */
  { "Der Rat\ntagt heute.", "Der Rat tagt heute.", "Rat\ntagt", "Rat tagt", LES_REBASE_KEPT },
  /* Elsewhere */
  { "Zuerst sprach die Ministerin lange über das Wetter. Dann kam der Regen auf und blieb über Nacht in allen Tälern.",
    "Dann kam der Regen auf und blieb über Nacht in allen Tälern. Zuerst sprach die Ministerin lange über das Wetter.",
    "die Ministerin lange über", "die Ministerin lange über", LES_REBASE_MOVED },
  /* Gone */
  { "Der Rat tagt. Niemand war verletzt. Es regnet.", "Der Rat tagt. Es regnet.", "Niemand war verletzt", NULL, LES_REBASE_UNPLACED },
  { "Der Rat tagt heute.", "", "Rat tagt", NULL, LES_REBASE_UNPLACED },
  { "Der Rat tagt heute.", "Völlig anderes steht nun hier, von Anfang an.", "Rat tagt", NULL, LES_REBASE_UNPLACED },
  { "", "Der Rat.", "", NULL, LES_REBASE_UNPLACED },
};

static LesTextRange
find (LesText *text, const char *passage)
{
  LesTextRange range = les_text_find (text, passage, 0);

  return range.start < 0 ? LES_TEXT_RANGE (0, 0) : range;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (LesText) before = les_text_new (c->before, -1);
      g_autoptr (LesText) after = les_text_new (c->after, -1);
      g_autoptr (LesRebase) rebase = les_rebase_new (before, after, NULL);
      LesRebased rebased = les_rebase_range (rebase, find (before, c->passage));
      g_autofree char *found = les_text_dup_range (after, rebased.range);

      g_test_message ("case %u: %s", i, c->after);
      g_assert_cmpstr (found, ==, c->found != NULL ? c->found : "");
      g_assert_cmpint (rebased.verdict, ==, c->verdict);
    }
}

static void
test_place_of_what_is_gone (void)
{
  g_autoptr (LesText) before = les_text_new ("Der Rat tagt. Niemand war verletzt. Es regnet.", -1);
  g_autoptr (LesText) after = les_text_new ("Der Rat tagt. Es regnet.", -1);
  g_autoptr (LesRebase) rebase = les_rebase_new (before, after, NULL);
  LesRebased rebased = les_rebase_range (rebase, find (before, "Niemand war verletzt"));

  g_assert_cmpint (rebased.range.start, ==, 14);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    int removed;
    int added;
  } counts[] = {
    { "Der Rat tagt heute.", "Der Rat tagt heute.", 0, 0 },
    { "Der Rat tagt heute.", "Der Rat tagt morgen früh.", 1, 2 },
    { "Der Rat tagt heute.", "DER RAT tagt, heute!", 0, 0 },
    { "Die Brücko ist zu.", "Die Brücke ist zu.", 1, 1 },
    { "", "Der Rat tagt.", 0, 3 },
    { "Der Rat tagt.", "", 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (LesText) before = les_text_new (counts[i].before, -1);
      g_autoptr (LesText) after = les_text_new (counts[i].after, -1);
      g_autoptr (LesKeptSet) kept = les_kept_set_new (before, after, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpint (kept->words_removed, ==, counts[i].removed);
      g_assert_cmpint (kept->words_added, ==, counts[i].added);
    }
}

/* Random texts and edits */

static const char * const syllables[] = { "ba", "dö", "fi", "gu", "ha", "ké", "la", "mo", "nu", "pä", "re", "so", "😀" };

static void
append_words (GString *out, GRand *rand, guint n, guint n_syllables)
{
  for (guint i = 0; i < n; i++)
    {
      for (int k = g_rand_int_range (rand, 1, 4); k > 0; k--)
        g_string_append (out, syllables[g_rand_int_range (rand, 0, n_syllables)]);
      g_string_append (out, g_rand_int_range (rand, 0, 12) == 0 ? ".\n\n" : " ");
    }
}

static LesTextRange
choose_range (GRand *rand, int n_chars)
{
  int start = g_rand_int_range (rand, 0, n_chars);

  return LES_TEXT_RANGE (start, MIN (n_chars, start + g_rand_int_range (rand, 1, 60)));
}

static LesText *
splice (LesText *text, LesTextRange range, const char *words)
{
  g_autofree char *head = les_text_dup_range (text, LES_TEXT_RANGE (0, range.start));
  g_autofree char *tail = les_text_dup_range (text, LES_TEXT_RANGE (range.end, les_text_get_n_chars (text)));
  g_autofree char *all = g_strconcat (head, words, tail, NULL);

  return les_text_new (all, -1);
}

static gboolean
is_valid (LesRebased rebased, LesText *after)
{
  return rebased.range.start >= 0 && rebased.range.start <= rebased.range.end
         && rebased.range.end <= les_text_get_n_chars (after)
         && (rebased.verdict == LES_REBASE_UNPLACED) == les_text_range_is_empty (rebased.range);
}

static gboolean
touches_letter (LesText *text, int offset)
{
  return g_unichar_isalnum (les_text_get_char (text, offset - 1)) || g_unichar_isalnum (les_text_get_char (text, offset));
}

/* One edit: every range before or behind it keeps its exact words, at its exact
 * place but where the same words stand next to it. */
static void
check_one_edit (GRand *rand, guint n_syllables)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (LesText) before = NULL;
  g_autoptr (LesText) after = NULL;
  g_autoptr (LesRebase) rebase = NULL;
  LesTextRange edit;

  append_words (words, rand, 60, n_syllables);
  append_words (typed, rand, g_rand_int_range (rand, 0, 6), n_syllables);
  before = les_text_new (words->str, -1);
  edit = choose_range (rand, les_text_get_n_chars (before));
  if (g_rand_boolean (rand))
    edit.end = edit.start;
  after = splice (before, edit, typed->str);
  rebase = les_rebase_new (before, after, NULL);

  for (guint i = 0; i < 40; i++)
    {
      LesTextRange range = choose_range (rand, les_text_get_n_chars (before));
      LesRebased rebased = les_rebase_range (rebase, range);
      g_autofree char *old = les_text_dup_range (before, range);
      g_autofree char *now = les_text_dup_range (after, rebased.range);

      g_assert_true (is_valid (rebased, after));
      /* Letters that come to stand right beside a passage may become part of it. */
      if ((range.end < edit.start || range.start > edit.end)
          || (range.end == edit.start && !touches_letter (before, range.end))
          || (range.start == edit.end && !touches_letter (before, range.start)))
        {
          g_assert_cmpint (rebased.verdict, ==, LES_REBASE_KEPT);
          g_assert_cmpstr (now, ==, old);
        }
    }
}

static void
test_one_edit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20311);

  for (guint i = 0; i < 1500; i++)
    check_one_edit (rand, i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : G_N_ELEMENTS (syllables));
}

/* Many edits at once in a text of many words: what no edit touches keeps its
 * exact words. Repeated words may stand for each other, so the texts have enough
 * different ones. */
static void
check_many_edits (GRand *rand)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (LesText) before = NULL;
  g_autoptr (LesText) after = NULL;
  g_autoptr (LesRebase) rebase = NULL;
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  int n_edits = g_rand_int_range (rand, 1, 12);

  append_words (words, rand, 400, G_N_ELEMENTS (syllables));
  before = les_text_new (words->str, -1);
  after = les_text_ref (before);
  /* From the end to the front, so that the offsets of the old text hold. */
  for (int i = n_edits - 1; i >= 0; i--)
    {
      int part = les_text_get_n_chars (before) / n_edits;
      int start = i * part + g_rand_int_range (rand, 0, part / 2);
      LesTextRange edit = { start, start + g_rand_int_range (rand, 0, part / 3) };
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (LesText) old = after;

      append_words (typed, rand, g_rand_int_range (rand, 0, 4), G_N_ELEMENTS (syllables));
      after = splice (old, edit, typed->str);
      g_array_append_val (edits, edit);
    }
  rebase = les_rebase_new (before, after, NULL);
  for (guint i = 0; i < 60; i++)
    {
      LesTextRange range = choose_range (rand, les_text_get_n_chars (before));
      LesRebased rebased = les_rebase_range (rebase, range);
      g_autofree char *old = les_text_dup_range (before, range);
      g_autofree char *now = les_text_dup_range (after, rebased.range);
      gboolean touched = FALSE;

      g_assert_true (is_valid (rebased, after));
      for (guint k = 0; k < edits->len; k++)
        {
          LesTextRange edit = g_array_index (edits, LesTextRange, k);

          touched |= range.end >= edit.start && range.start <= edit.end;
        }
      if (touched)
        continue;
      g_assert_cmpint (rebased.verdict, ==, LES_REBASE_KEPT);
      g_assert_cmpstr (now, ==, old);
    }
}

static void
test_many_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20312);

  for (guint i = 0; i < 300; i++)
    check_many_edits (rand);
}

/* Whatever the two texts are, every answer is inside the new one. */
static void
test_unrelated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20313);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);
      g_autoptr (LesText) before = NULL;
      g_autoptr (LesText) after = NULL;
      g_autoptr (LesRebase) rebase = NULL;

      append_words (a, rand, 30, 1 + i % 3);
      append_words (b, rand, i % 40, 1 + i % 3);
      before = les_text_new (a->str, -1);
      after = les_text_new (b->str, -1);
      rebase = les_rebase_new (before, after, NULL);
      for (guint k = 0; k < 30; k++)
        g_assert_true (is_valid (les_rebase_range (rebase, choose_range (rand, les_text_get_n_chars (before))), after));
      g_assert_true (is_valid (les_rebase_range (rebase, LES_TEXT_RANGE (-5, G_MAXINT)), after));
      g_assert_true (is_valid (les_rebase_range (rebase, LES_TEXT_RANGE (G_MAXINT - 1, G_MAXINT)), after));
    }
}

/* Next to no word tells one place from another. */
static void
test_hostile (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autoptr (LesText) before = NULL;
  g_autoptr (LesText) after = NULL;
  g_autoptr (LesRebase) rebase = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_string_append (a, "x ");
  g_string_append (b, "y ");
  for (guint i = 0; i < 300000; i++)
    {
      g_string_append (a, i % 1000 == 0 ? "b " : "a ");
      g_string_append (b, i % 900 == 0 ? "c " : "a ");
    }
  g_string_append (a, "x");
  g_string_append (b, "y");
  before = les_text_new (a->str, a->len);
  after = les_text_new (b->str, b->len);
  rebase = les_rebase_new (before, after, NULL);
  for (int i = 0; i < 2000; i++)
    g_assert_true (is_valid (les_rebase_range (rebase, LES_TEXT_RANGE (i * 100, i * 100 + 300)), after));

  g_cancellable_cancel (cancellable);
  g_assert_null (les_rebase_new (before, after, cancellable));
}

static void
test_proposal (void)
{
  g_autoptr (LesText) text = les_text_new ("Am Abend regnete es. Verletzt wurde, sagte die Polizei, niemand. "
                                           "Die Brücke bleibt zu. Die Brücke ist alt.", -1);
  LesTextRange range = les_proposal_find (text, "Niemand wurde verletzt", 0);
  g_autofree char *first = les_text_dup_range (text, range);
  g_autofree char *second = les_text_dup_range (text, les_proposal_find (text, "Die Brücke fällt", 200));
  LesTextRange none = les_proposal_find (text, "gänzlich andere Wörter hier", 7);

  g_assert_cmpstr (first, ==, "Verletzt wurde");
  g_assert_cmpstr (second, ==, "Die Brücke");
  g_assert_cmpint (none.start, ==, 7);
  g_assert_true (les_text_range_is_empty (none));
  g_assert_true (les_text_range_is_empty (les_proposal_find (text, "…", 5000)));
}

/* What was shown with line ends added comes back without them. */
static void
test_edited_text (void)
{
  g_autoptr (GString) words = g_string_new ("Kopf\r\n\r\n");
  g_autoptr (LesText) before = NULL;
  g_autoptr (LesDisplayText) display = NULL;
  g_autoptr (LesText) same = NULL;
  g_autoptr (LesText) after = NULL;
  g_autoptr (GString) shown = NULL;

  for (guint i = 0; words->len < 3 * LES_LIMIT_DISPLAY_LINE_CHARS; i++)
    g_string_append_printf (words, "wort%u ", i);
  g_string_append (words, "\fEnde.");
  before = les_text_new (words->str, -1);
  display = les_display_text_new (before);
  g_assert_true (les_display_text_is_broken (display));

  same = les_edited_text_new (before, les_display_text_get_utf8 (display));
  g_assert_true (same == before);

  shown = g_string_new (les_display_text_get_utf8 (display));
  g_string_replace (shown, "wort7 ", "Wort sieben ", 0);
  g_string_replace (shown, "wort900 ", "", 0);
  g_string_append (shown, "\nNachtrag");
  after = les_edited_text_new (before, shown->str);
  g_string_replace (words, "wort7 ", "Wort sieben ", 0);
  g_string_replace (words, "wort900 ", "", 0);
  g_string_append (words, "\nNachtrag");
  g_assert_true (strcmp (les_text_get_utf8 (after), words->str) == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rebase/cases", test_cases);
  g_test_add_func ("/rebase/place-of-what-is-gone", test_place_of_what_is_gone);
  g_test_add_func ("/rebase/counts", test_counts);
  g_test_add_func ("/rebase/one-edit", test_one_edit);
  g_test_add_func ("/rebase/many-edits", test_many_edits);
  g_test_add_func ("/rebase/unrelated", test_unrelated);
  g_test_add_func ("/rebase/hostile", test_hostile);
  g_test_add_func ("/rebase/proposal", test_proposal);
  g_test_add_func ("/rebase/edited-text", test_edited_text);
  return g_test_run ();
}
