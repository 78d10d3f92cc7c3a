/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-edits.h"
#include "les-search.h"
#include "les-session.h"

/* An invented event as three desks reported it. */

static inline LesArticle *
make_article (const char *id,
              const char *title,
              const char *outlet,
              const char *agency,
              const char *date,
              const char *language,
              const char *body)
{
  g_autoptr (LesText) text = les_text_new (body, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_TITLE, title);
  les_article_set (article, LES_ARTICLE_OUTLET, outlet);
  les_article_set (article, LES_ARTICLE_AGENCY, agency);
  les_article_set (article, LES_ARTICLE_DATE, date);
  les_article_set (article, LES_ARTICLE_LANGUAGE, language);
  return article;
}

static inline void
add_article (LesSession *session,
             LesArticle *article)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, article);
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
}

static inline LesSession *
make_session (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  LesSession *session = les_session_new (project);

  add_article (session, make_article ("bridge", "Harbour bridge closed for months", "Fenmark Post", NULL, "2024-05-03", "en",
                                      "The old harbour bridge of Fenmark stays closed.\n\nEngineers found cracks in two pillars."));
  add_article (session, make_article ("bruecke", "Alte Hafenbrücke bleibt gesperrt", NULL, "nordpress/KPD", "2024-05", "de",
                                      "FENMARK (nordpress) - Die Hafenbrücke bleibt zu.\n\nRisse in zwei Pfeilern."));
  add_article (session, make_article ("ferry", "Angry commuters take the ferry", "Island Courier", NULL, NULL, "en",
                                      "Commuters queue for the ferry since the harbour bridge was closed."));
  return session;
}

static inline char *
tag_passage (LesSession *session,
             const char *article,
             const char *tag,
             const char *parent)
{
  LesProject *project = les_session_get_project (session);
  char *id = NULL;

  les_session_perform (session, les_edits_add_tag (project, tag, parent, &id));
  les_session_perform (session, les_edits_add_annotation (project, article, LES_TEXT_RANGE (0, 8),
                                                        (const char *[]) { id, NULL }, NULL, NULL, NULL));
  return id;
}
