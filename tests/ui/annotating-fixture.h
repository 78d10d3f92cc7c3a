/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-annotating.h"
#include "les-edits.h"
#include "les-session.h"

/* An invented event as two desks reported it. */
#define LEFT_TEXT \
  "Lighthouse of Gorm goes dark\n\n" \
  "The lighthouse of Gorm stopped working on Friday, the coast guard said. " \
  "\"Nobody told the ships,\" keeper Una Falk complained. A new lamp costs 30,000 crowns.\n"
#define RIGHT_TEXT \
  "Gorm lighthouse out of order\n\n" \
  "On Friday the lighthouse of Gorm stopped working, the coast guard said. " \
  "According to keeper Una Falk no ship was warned.\n"

static inline char *
add_text (LesSession *session,
          const char *id,
          const char *outlet,
          const char *words)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LesText) text = les_text_new (words, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_OUTLET, outlet);
  les_article_set (article, LES_ARTICLE_LANGUAGE, "en");
  g_ptr_array_add (articles, article);
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
  return g_strdup (id);
}

static inline LesSession *
make_session (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  LesSession *session = les_session_new (project);

  g_free (add_text (session, "left", "Gorm Gazette", LEFT_TEXT));
  g_free (add_text (session, "right", "Coast Wire", RIGHT_TEXT));
  les_session_open_pair (session, "left", "right");
  return session;
}

static inline gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Waits for a condition, at most five seconds. */
#define wait_until(condition) \
  G_STMT_START { \
    gint64 _end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC; \
    guint _tick = g_timeout_add (20, tick_cb, NULL); \
    while (!(condition) && g_get_monotonic_time () < _end) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (_tick); \
    g_assert_true (condition); \
  } G_STMT_END

/* Nothing may hold a session for longer than its owner, not even the engine at work. */
static inline void
drop_session (LesSession *session)
{
  g_assert_finalize_object (session);
}

static inline LesTextRange
find_words (LesSession *session,
            LesSide     side,
            const char *words)
{
  LesTextRange range = les_text_find (les_article_get_text (les_session_get_article (session, side)), words, 0);

  g_assert_cmpint (range.start, >=, 0);
  return range;
}

/* Marks @words and returns the id of the annotation, which the project owns. */
static inline const char *
mark (LesSession *session,
      LesSide     side,
      const char *words,
      const char *tags)
{
  g_autofree char *id = les_annotating_annotate_named (session, side, find_words (session, side, words), tags, NULL);

  g_assert_nonnull (id);
  return les_record_get_id (LES_RECORD (les_project_get_annotation (les_session_get_project (session), id)));
}

static inline LesAnnotation *
get_annotation (LesSession *session,
                const char *id)
{
  return les_project_get_annotation (les_session_get_project (session), id);
}

static inline guint
count_records (LesSession   *session,
               LesRecordKind kind)
{
  return les_project_get_n_records (les_session_get_project (session), kind);
}

static inline char *
dup_tag_names (LesSession *session,
               const char *id)
{
  const char * const *tags = les_annotation_get_tags (get_annotation (session, id));
  GString *names = g_string_new (NULL);

  for (; *tags != NULL; tags++)
    {
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, les_tag_get (les_project_get_tag (les_session_get_project (session), *tags),
                                           LES_TAG_NAME));
    }
  return g_string_free (names, FALSE);
}

#define assert_tags(session, id, expected) \
  G_STMT_START { \
    g_autofree char *_names = dup_tag_names (session, id); \
    g_assert_cmpstr (_names, ==, expected); \
  } G_STMT_END
