/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-data.h"

#include <string.h>

#define N_WORDS 60000
#define N_TAGS 30

static const char * const onsets[] = {
  "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "w", "z", "br", "dr", "fl", "gr", "kl",
  "pr", "sch", "st", "tr", "zw",
};

static const char * const vowels[] = { "a", "e", "i", "o", "u", "ä", "ö", "ü", "au", "ei", "ie" };

static const char * const codas[] = { "", "", "", "n", "r", "l", "s", "t", "ng", "cht", "ß" };

#define PICK(random, list) (list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))]

static char *
make_word (GRand *random)
{
  GString *word = g_string_new (NULL);
  int n_syllables = g_rand_int_range (random, 1, 5);

  for (int i = 0; i < n_syllables; i++)
    {
      g_string_append (word, PICK (random, onsets));
      g_string_append (word, PICK (random, vowels));
      g_string_append (word, PICK (random, codas));
    }
  return g_string_free (word, FALSE);
}

BenchData *
bench_data_new (guint32 seed)
{
  BenchData *self = g_new0 (BenchData, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  self->random = g_rand_new_with_seed (seed);
  self->words = g_ptr_array_new_with_free_func (g_free);
  while (self->words->len < N_WORDS)
    {
      char *word = make_word (self->random);

      if (g_hash_table_contains (seen, word))
        {
          g_free (word);
          continue;
        }
      g_hash_table_add (seen, word);
      g_ptr_array_add (self->words, word);
    }
  return self;
}

void
bench_data_free (BenchData *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/** @rank: 0 is the most frequent word */
const char *
bench_data_get_word (BenchData *self, guint rank)
{
  return g_ptr_array_index (self->words, rank);
}

/* Few words are frequent and most are rare, as in a language. */
static const char *
pick_word (BenchData *self)
{
  double place = g_rand_double (self->random);

  return bench_data_get_word (self, (guint) (place * place * place * place * N_WORDS));
}

static void
append_sentence (BenchData *self, GString *text)
{
  int n_words = g_rand_int_range (self->random, 6, 22);

  for (int i = 0; i < n_words; i++)
    {
      const char *word = pick_word (self);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (i == 0 || g_rand_int_range (self->random, 0, 4) == 0)
        {
          g_autofree char *upper = g_utf8_strup (word, g_utf8_next_char (word) - word);

          g_string_append (text, upper);
          word = g_utf8_next_char (word);
        }
      g_string_append (text, word);
    }
  g_string_append (text, ". ");
}

/** Returns: (transfer full): a headline, a dateline and paragraphs of about @n_bytes */
char *
bench_data_make_article (BenchData *self, gsize n_bytes)
{
  GString *text = g_string_new (NULL);

  append_sentence (self, text);
  g_string_set_size (text, text->len - 2);
  g_string_append (text, "\n\nORT (abc) - ");
  while (text->len < n_bytes)
    {
      append_sentence (self, text);
      if (g_rand_int_range (self->random, 0, 5) == 0)
        g_string_append (text, "\n\n");
    }
  return g_string_free (text, FALSE);
}

void
bench_data_write_files (BenchData *self, const char *folder, guint n_files, gsize n_bytes)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/report-%05u.txt", folder, i);
      g_autofree char *text = bench_data_make_article (self, n_bytes);
      g_autoptr (GError) error = NULL;

      if (!g_file_set_contents (path, text, -1, &error))
        g_error ("%s", error->message);
    }
}

static LesArticle *
make_article_record (BenchData *self, guint number, gsize n_bytes)
{
  char *utf8 = bench_data_make_article (self, n_bytes);
  g_autoptr (LesText) text = les_text_new_take (utf8, strlen (utf8));
  g_autofree char *title = g_strndup (utf8, strcspn (utf8, "\n"));
  g_autofree char *date = g_strdup_printf ("2024-%02u-%02u", number % 12 + 1, number % 28 + 1);
  LesArticle *article = les_article_new (NULL, text);

  les_article_set (article, LES_ARTICLE_TITLE, title);
  les_article_set (article, LES_ARTICLE_AGENCY, "abc");
  les_article_set (article, LES_ARTICLE_DATE, date);
  les_article_set (article, LES_ARTICLE_LANGUAGE, "de");
  return article;
}

static LesAnnotation *
make_annotation (BenchData *self, LesArticle *article, LesTag *tag)
{
  LesText *text = les_article_get_text (article);
  int start = g_rand_int_range (self->random, 0, MAX (1, les_text_get_n_chars (text) - 120));
  LesTextRange range = LES_TEXT_RANGE (start, MIN (start + 80, les_text_get_n_chars (text)));
  const char *tags[] = { les_record_get_id (LES_RECORD (tag)), NULL };
  LesAnnotation *annotation;

  annotation = les_annotation_new (NULL, les_record_get_id (LES_RECORD (article)), range);
  les_annotation_anchor (annotation, text);
  les_annotation_set_tags (annotation, tags);
  les_annotation_set (annotation, LES_ANNOTATION_NOTE, pick_word (self));
  les_annotation_set (annotation, LES_ANNOTATION_CREATED, "2024-05-14T09:00:00Z");
  return annotation;
}

/** Returns: (transfer full): a project with so many articles of about @n_bytes each */
LesProject *
bench_data_make_project (BenchData *self, guint n_articles, gsize n_bytes, guint n_annotations)
{
  LesProject *project = les_project_new ();
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_OTHER);
  g_autoptr (LesChange) inverse = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (guint i = 0; i < n_articles; i++)
    {
      g_ptr_array_add (articles, make_article_record (self, i, n_bytes));
      les_change_put (change, articles->pdata[i]);
    }
  for (guint i = 0; i < N_TAGS; i++)
    {
      g_ptr_array_add (tags, les_tag_new (NULL, bench_data_get_word (self, i), les_tag_palette_color (i)));
      les_change_put (change, tags->pdata[i]);
    }
  for (guint i = 0; i < n_annotations; i++)
    les_change_put (change, make_annotation (self, articles->pdata[i % n_articles], tags->pdata[i % N_TAGS]));
  inverse = les_project_apply (project, change);
  return project;
}
