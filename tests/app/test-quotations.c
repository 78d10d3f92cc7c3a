/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-quotations.h"

typedef struct
{
  const char *text;
  const char *quotations;      /* the words of each, nested ones behind "+", continued ones behind "~"; split by | */
} QuoteCase;

static const QuoteCase cases[] = {
  { "„Das Eis trägt“, sagte sie.", "Das Eis trägt" },
  { "»Das Eis trägt«, sagte sie.", "Das Eis trägt" },
  { "«Das Eis trägt», sagte sie.", "Das Eis trägt" },
  { "« Das Eis trägt », dit-elle.", "Das Eis trägt" },
  { "« Das Eis trägt », dit-elle.", "Das Eis trägt" },
  { "“The ice holds,” she said.", "The ice holds," },
  { "\"The ice holds,\" she said.", "The ice holds," },
  { "‘The ice holds,’ she said.", "The ice holds," },
  { "'The ice holds,' she said.", "The ice holds," },
  { "‹Das Eis trägt›, ›das Eis hält‹.", "Das Eis trägt|das Eis hält" },
  { "”Isen håller”, sade hon.", "Isen håller" },
  { "»Jää kestää», hän sanoi.", "Jää kestää" },
  { "„Das Eis trägt”, sagte sie.", "Das Eis trägt" },
  { "Sie sagte: „Er rief ‚Halt!‘ und ging.“", "Er rief ‚Halt!‘ und ging.|+Halt!" },
  { "Sie sagte: »Er rief ›Halt!‹ und ging.«", "Er rief ›Halt!‹ und ging.|+Halt!" },
  { "He said: “She cried ‘Stop!’ and left.”", "She cried ‘Stop!’ and left.|+Stop!" },
  { "“‘Stop!’ she cried,” he said.", "‘Stop!’ she cried,|+Stop!" },
  { "„Ja“ und „nein“ und (»vielleicht«).", "Ja|nein|vielleicht" },
  { "Die „Möwe“-Mannschaft und SPIEGEL-\"Titel\".", "Möwe|Titel" },
  { "„... und dann“, sagte er, \"... nichts\".", "... und dann|... nichts" },
  /* Apostrophes and inches */
  { "It's the ships' crews' turn; don't wait, rock 'n' roll, 'tis late.", "" },
  { "‘It’s the boys’ choir,’ he said.", "It’s the boys’ choir," },
  { "„‚Ich hab’s, geh’ heim‘, rief er“, sagte sie.", "‚Ich hab’s, geh’ heim‘, rief er|+Ich hab’s, geh’ heim" },
  { "Ein 15\" und ein 17\" Rohr, 6'2\" lang.", "" },
  { "\"Ein 15\" Rohr reicht\", sagte er.", "Ein 15\" Rohr reicht" },
  { "\"Bus 15\" fährt, \"Bus 17\" nicht.", "Bus 15|Bus 17" },
  /* Marks that do not go in pairs */
  { "„Das Eis trägt, sagte sie.", "" },
  { "Das Eis trägt“, sagte sie.", "" },
  { "„Eins, sagte er. „Zwei“, sagte sie.", "Zwei" },
  { "„Eins« und »zwei“.", "Eins« und »zwei" },
  { "Wort \" Wort \" Wort", "" },
  { "„“ \"\" »« ‚‘ „...“ \"—\"", "" },
  { "„Außen ‚innen“ ohne Ende‘.", "Außen ‚innen" },
  { "\"", "" },
  { "", "" },
  /* Over the end of paragraphs */
  { "„Eins.\n\n„Zwei.\n\n„Drei“, sagte er.", "Eins.|~Zwei.|~Drei" },
  { "“One.\n\n“Two,” he said.", "One.|~Two," },
  { "\"One.\n\n\"Two,\" he said.", "One.|~Two," },
  { "Er sagte: „Eins.\n\nZwei“, und ging. „Drei“", "Eins.|~Zwei|Drei" },
  { "Er sagte: „Eins.\n\nZwei sagte er. „Drei“", "Drei" },
  { "Er sagte: „Eins.\n\nNichts.\n\nZwei“, und ging.", "" },
  { "„Eins.\n\n\"Zwei\", sagte er.", "Zwei" },
  { "„Eins über\nzwei Zeilen“, sagte er.", "Eins über|~zwei Zeilen" },
  { "Er fragte: „Eins, ‚zwei.\n\n„Drei‘ vier“, sagte er.", "Eins, ‚zwei.|~Drei‘ vier" },
};

static char *
describe (LesText *text, GArray *found)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const LesQuotation *quotation = &g_array_index (found, LesQuotation, i);
      g_autofree char *words = les_text_dup_range (text, quotation->words);

      g_strdelimit (words, "\n", ' ');
      g_string_append (all, i > 0 ? "|" : "");
      for (guint k = 0; k < quotation->depth; k++)
        g_string_append_c (all, '+');
      g_string_append_printf (all, "%s%s", quotation->continues ? "~" : "", words);
      g_assert_cmpint (quotation->range.start, <=, quotation->words.start);
      g_assert_cmpint (quotation->range.end, >=, quotation->words.end);
    }
  return g_string_free (all, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesText) text = les_text_new (cases[i].text, -1);
      g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
      g_autoptr (GArray) found = les_quotations_find (document);
      g_autofree char *words = describe (text, found);

      g_test_message ("case %u: %s", i, cases[i].text);
      g_assert_cmpstr (words, ==, cases[i].quotations);
    }
}

static void
test_ranges (void)
{
  g_autoptr (LesText) text = les_text_new ("😀 „ Ö! “", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  g_autoptr (GArray) found = NULL;
  g_autoptr (LesText) tight = les_text_new ("😀 „Ö! “ „Ä“", -1);
  g_autoptr (LesDocument) other = les_document_new_raw (tight, "de");

  found = les_quotations_find (document);
  g_assert_cmpuint (found->len, ==, 0);
  g_array_unref (found);
  found = les_quotations_find (other);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (les_text_range_equal (g_array_index (found, LesQuotation, 0).range, LES_TEXT_RANGE (8, 11)));
  g_assert_true (les_text_range_equal (g_array_index (found, LesQuotation, 0).words, LES_TEXT_RANGE (9, 10)));
}

/* Half a million and more of each: done at once, or the whole run of tests hangs. */
static void
test_hostile (void)
{
  static const char * const pieces[] = { "\"", "„", "“", "‚", "'", "’", "»", "«", "„‚„‚", "»›»›", " \"", "\" ", "a\"", "\"a", "\"a\" ",
                                         "5\" ", "s' ", "„a ‚b ", "„a\n\n", "\"a\n\n", "a“\n\n", "“‘\"'»›" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) many = g_string_new (NULL);
      g_autoptr (LesText) text = NULL;
      g_autoptr (LesDocument) document = NULL;
      g_autoptr (GArray) found = NULL;

      while (many->len < 1000000)
        g_string_append (many, pieces[i]);
      text = les_text_new (many->str, (gssize) many->len);
      document = les_document_new_raw (text, "de");
      found = les_quotations_find (document);
      for (guint k = 0; k < found->len; k++)
        {
          const LesQuotation *quotation = &g_array_index (found, LesQuotation, k);

          g_assert_cmpint (quotation->words.start, <, quotation->words.end);
          g_assert_cmpint (quotation->range.end, <=, les_text_get_n_chars (text));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quotations/cases", test_cases);
  g_test_add_func ("/quotations/ranges", test_ranges);
  g_test_add_func ("/quotations/hostile", test_hostile);
  return g_test_run ();
}
