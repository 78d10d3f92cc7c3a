/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-sentences.h"

#include "les-document.h"

typedef struct
{
  const char *language;
  const char *text;
  const char *sentences;      /* split by | */
} SplitCase;

static const SplitCase split_cases[] = {
  { "de", "", "" },
  { "de", " \n\n ", "" },
  { "de", "Ohne Punkt", "Ohne Punkt" },
  { "de", "Der Rat tagt. Danach wird gewählt.", "Der Rat tagt.|Danach wird gewählt." },
  { "de", "Am 14. Oktober tagte der Rat. Am 15. wurde gewählt.", "Am 14. Oktober tagte der Rat.|Am 15. wurde gewählt." },
  { "de", "Es waren 14. Danach kam keiner.", "Es waren 14.|Danach kam keiner." },
  { "de", "Das war 1994. Niemand fragte.", "Das war 1994.|Niemand fragte." },
  { "de", "Man nahm z. B. Holz, u. a. Eiche.", "Man nahm z. B. Holz, u. a. Eiche." },
  { "de", "Bretter, Nägel usw. Die Rechnung kam später.", "Bretter, Nägel usw.|Die Rechnung kam später." },
  { "de", "Bürgermeister J. R. Harms und Dr. Lund kamen.", "Bürgermeister J. R. Harms und Dr. Lund kamen." },
  { "de", "Es kostet 3.500 Taler, also ca. 2.5 je Kopf.", "Es kostet 3.500 Taler, also ca. 2.5 je Kopf." },
  { "de", "„Wir bleiben.“ Danach ging er.", "„Wir bleiben.“|Danach ging er." },
  { "de", "»Wir bleiben!«, rief er. «Nie.» Es regnete.", "»Wir bleiben!«, rief er.|«Nie.»|Es regnete." },
  { "de", "Er sagte: \"Nein.\" \"Doch\", rief sie.", "Er sagte: \"Nein.\"|\"Doch\", rief sie." },
  { "de", "(Das steht fest.) Mehr nicht.", "(Das steht fest.)|Mehr nicht." },
  { "de", "Was nun? Ja ... vielleicht. Nein!", "Was nun?|Ja ... vielleicht.|Nein!" },
  { "de", "Und dann … Stille.", "Und dann …|Stille." },
  { "de", "Rat tagt\nDer Rat hat getagt.", "Rat tagt|Der Rat hat getagt." },
  { "de", "Rat tagt\r\nDer Rat hat getagt.\r\n", "Rat tagt|Der Rat hat getagt." },
  { "de", "Der Rat der Stadt am Fluss hat nun endlich\r\nauch getagt.", "Der Rat der Stadt am Fluss hat nun endlich\r\nauch getagt." },
  { "de", "Der Rat der Stadt am Fluss hat nun endlich\n\nauch getagt.", "Der Rat der Stadt am Fluss hat nun endlich|auch getagt." },
  { "en", "Mr. Harms met Gen. Lund at 3 p.m. on Monday.", "Mr. Harms met Gen. Lund at 3 p.m. on Monday." },
  { "en", "It ended at 14. Nobody came.", "It ended at 14.|Nobody came." },
  { "en", "He left the U.S. The council met.", "He left the U.S.|The council met." },
  { "en", "“We stay.” Then he left.", "“We stay.”|Then he left." },
  { "en", "It rose by 2.5 points. J. Harms left.", "It rose by 2.5 points.|J. Harms left." },
  { NULL, "今日は雨。明日は晴れ。", "今日は雨。|明日は晴れ。" },
  { NULL, "هل جاء؟ نعم.", "هل جاء؟|نعم." },
};

static char *
join (LesText *text, GArray *sentences)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = les_text_dup_range (text, g_array_index (sentences, LesTextRange, i));

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append (joined, sentence);
    }
  return g_string_free (joined, FALSE);
}

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (split_cases); i++)
    {
      const SplitCase *c = &split_cases[i];
      g_autoptr (LesText) text = les_text_new (c->text, -1);
      g_autoptr (GArray) sentences = les_sentences_split (text, les_text_get_range (text), c->language);
      g_autofree char *joined = join (text, sentences);

      g_test_message ("case %u", i);
      g_assert_cmpstr (joined, ==, c->sentences);
    }
}

static void
test_within (void)
{
  g_autoptr (LesText) text = les_text_new ("Eins. Zwei. Drei.", -1);
  g_autoptr (GArray) sentences = les_sentences_split (text, LES_TEXT_RANGE (2, 99), "de");
  g_autofree char *joined = join (text, sentences);

  g_assert_cmpstr (joined, ==, "ns.|Zwei.|Drei.");
}

/* A megabyte in one paragraph, and a megabyte of nothing but full stops. */
static void
test_long (void)
{
  const char fillers[] = { 'a', '.', ' ', '\n', '"', '!' };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autofree char *filled = g_strnfill (1000000, fillers[i]);
      g_autoptr (LesText) text = les_text_new (filled, 1000000);
      g_autoptr (GArray) sentences = les_sentences_split (text, les_text_get_range (text), "de");

      g_assert_cmpuint (sentences->len, <=, 1);
    }
}

static void
test_cancel (void)
{
  g_autoptr (LesText) text = les_text_new ("Eins. Zwei. Drei.", -1);
  g_autoptr (LesDocument) document = les_document_new_raw (text, "de");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n;

  g_cancellable_cancel (cancellable);
  g_assert_false (les_document_cut_sentences (document, cancellable));
  les_document_get_sentences (document, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (les_document_cut_sentences (document, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/split", test_split);
  g_test_add_func ("/sentences/within", test_within);
  g_test_add_func ("/sentences/long", test_long);
  g_test_add_func ("/sentences/cancel", test_cancel);
  return g_test_run ();
}
