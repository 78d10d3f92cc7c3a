/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-metadata.h"

/* Function words tell a language apart after a sentence or two; the first
 * thousands of words are enough for any text. */
#define MAX_WORDS 3000
#define MIN_HITS 4
/* In running text of these languages at least a sixth are such words. */
#define MIN_HITS_PERMILLE 150

typedef struct
{
  const char *code;
  const char *words;
} Language;

/* Those besides German and English keep their texts from being taken for one of the two. */
static const Language languages[] = {
  { "de", "der die das und ist nicht mit von den dem ein eine einer eines einem einen auf für sich auch als wird werden wurde "
          "sei im zu zum zur bei nach aus dass daß wie aber noch nur oder hat haben hatte sie er es wir ich ihr sind war "
          "durch über unter vor gegen wenn man mehr kann so des" },
  { "en", "the of and to in a is that for it was on with as his he be by at this had not are but from or have an they which "
          "one were all her she there would their we him been has when who will no more if out so said what up its about "
          "into than them i you" },
  { "fr", "le la les de des du un une et est que qui dans en pour pas sur au aux avec ce cette il elle ils son sa ses "
          "par plus ne se mais ont été sont leur nous vous je ou à" },
  { "it", "il la le lo gli i di del della dei delle che e è un una in per non con si da al alla sono ha come anche "
          "più ma nel nella dal su questo questa ai ho" },
  { "es", "el la los las de del que y en un una es por con no para se su al lo como más pero sus le ya o este sí "
          "porque esta entre cuando muy sin sobre también me hasta hay" },
  { "pt", "o a os as de do da dos das que e em um uma é por com não para se seu ao na no mais mas como foi ele ela "
          "são à pelo pela também já" },
  { "nl", "de het een en van is dat die in te niet op aan met voor er maar om hij ook als bij dan nog naar zijn "
          "haar wordt werd heeft door over uit wel geen zij wij ze" },
  { "sv", "och att det som en på är av för med till den har de inte om ett han men var jag från vi så kan när "
          "skulle ska eller också sig efter" },
  { "da", "og at det er en på af for med til den har de ikke om et han men var jeg fra vi så kan når skulle skal "
          "eller også sig efter der i" },
};

static GHashTable *
index_words (void)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) words = g_strsplit (languages[i].words, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (index, words[j]));

          if (*words[j] != '\0')
            g_hash_table_insert (index, g_strdup (words[j]), GUINT_TO_POINTER (known | 1u << i));
        }
    }
  return index;
}

static GHashTable *
get_index (void)
{
  static gsize index = 0;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, (gsize) index_words ());
  return (GHashTable *) index;
}

/* Copies the next word in small letters; words too long for a function word come out empty. */
static const char *
read_word (const char *p, char *word, gsize size)
{
  gsize n = 0;

  while (*p != '\0' && !g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        break;
      if (n + 6 < size)
        n += g_unichar_to_utf8 (g_unichar_tolower (c), word + n);
      else
        n = size;
    }
  word[n < size ? n : 0] = '\0';
  return p;
}

/* Returns the number of words looked at. */
static guint
count_hits (const char *p, guint *hits)
{
  GHashTable *index = get_index ();
  guint n_words = 0;
  char word[32];

  while (n_words < MAX_WORDS)
    {
      guint mask;

      p = read_word (p, word, sizeof word);
      if (*p == '\0' && *word == '\0')
        break;
      n_words++;
      mask = GPOINTER_TO_UINT (g_hash_table_lookup (index, word));
      for (guint i = 0; mask != 0; i++, mask >>= 1)
        hits[i] += mask & 1;
    }
  return n_words;
}

/**
 * les_language_guess:
 * @text: a text
 *
 * Guesses from the function words. Texts that are short, mixed or in a
 * language this does not know give none. Any thread. Cost: bounded.
 *
 * Returns: (transfer full) (nullable): BCP 47, "de"
 */
char *
les_language_guess (LesText *text)
{
  guint hits[G_N_ELEMENTS (languages)] = { 0, };
  guint n_words = count_hits (les_text_get_utf8 (text), hits);
  guint best = 0;
  guint second = 0;

  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    if (hits[i] > hits[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i != best)
      second = MAX (second, hits[i]);

  if (hits[best] < MIN_HITS || hits[best] * 1000 < n_words * MIN_HITS_PERMILLE || hits[best] * 2 < second * 3)
    return NULL;
  return g_strdup (languages[best].code);
}
