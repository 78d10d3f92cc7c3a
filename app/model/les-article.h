/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-record.h"

G_BEGIN_DECLS

/**
 * LesArticleField:
 *
 * What is known about an article; each nullable.
 * @LES_ARTICLE_TITLE: the headline
 * @LES_ARTICLE_OUTLET: where it appeared
 * @LES_ARTICLE_AGENCY: whose copy it is, "dpa-AFX", "APA/Reuters/AFP"
 * @LES_ARTICLE_PLACE: the place of the dateline
 * @LES_ARTICLE_DATE: 2025, 2025-02 or 2025-12-03
 * @LES_ARTICLE_RETRIEVED: RFC 3339 in UTC
 * @LES_ARTICLE_LANGUAGE: BCP 47, "de"
 * @LES_ARTICLE_VERSION_OF: id of the article that this is a newer version of
 * @LES_ARTICLE_ORIGIN_NAME: name of the file it came from, without folders
 * @LES_ARTICLE_ORIGIN_TYPE: its media type
 * @LES_ARTICLE_ORIGIN_SHA256: of the bytes that were read, in hexadecimal
 * @LES_ARTICLE_ORIGIN_ENCODING: the character encoding it was read in
 */
typedef enum
{
  LES_ARTICLE_TITLE,
  LES_ARTICLE_OUTLET,
  LES_ARTICLE_AGENCY,
  LES_ARTICLE_AUTHOR,
  LES_ARTICLE_PLACE,
  LES_ARTICLE_DATE,
  LES_ARTICLE_URL,
  LES_ARTICLE_RETRIEVED,
  LES_ARTICLE_LANGUAGE,
  LES_ARTICLE_CORRECTION,
  LES_ARTICLE_NOTE,
  LES_ARTICLE_VERSION_OF,
  LES_ARTICLE_ORIGIN_NAME,
  LES_ARTICLE_ORIGIN_TYPE,
  LES_ARTICLE_ORIGIN_SHA256,
  LES_ARTICLE_ORIGIN_ENCODING,
  LES_ARTICLE_N_STRINGS
} LesArticleField;

#define LES_TYPE_ARTICLE (les_article_get_type ())
G_DECLARE_FINAL_TYPE (LesArticle, les_article, LES, ARTICLE, LesRecord)

LesArticle  *les_article_new          (const char      *id,
                                       LesText         *text);
const char  *les_article_get          (LesArticle      *self,
                                       LesArticleField  field);
void         les_article_set          (LesArticle      *self,
                                       LesArticleField  field,
                                       const char      *value);
LesText     *les_article_get_text     (LesArticle      *self);
void         les_article_set_text     (LesArticle      *self,
                                       LesText         *text);
GArray      *les_article_get_blocks   (LesArticle      *self);
void         les_article_set_blocks   (LesArticle      *self,
                                       GArray          *blocks);
LesDocument *les_article_get_document (LesArticle      *self);
char        *les_article_dup_heading  (LesArticle      *self);
char        *les_article_dup_source   (LesArticle      *self);
char        *les_article_dup_name     (LesArticle      *self);
int          les_article_count_days_between (LesArticle *self,
                                       LesArticle      *other);

G_END_DECLS
