/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-html.h"

#include "les-codebook.h"
#include "les-export-claims.h"
#include "les-export-data.h"
#include "les-html-text.h"
#include "les-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FALLBACK_COLOR "#77767b"

static const char style[] =
  ":root{color-scheme:light dark}"
  "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Georgia,'Noto Serif',serif}"
  "h1,h2,h3,h4,nav,.meta,.notes,.tags{font-family:system-ui,Cantarell,sans-serif;line-height:1.3}"
  "h2{margin-top:3rem;padding-top:1rem;border-top:1px solid}"
  ".meta,.small,time{font-size:.85rem;opacity:.8}"
  ".lead{font-weight:bold}"
  "body{overflow-wrap:anywhere}"
  "h1,h2,h3,p,blockquote{white-space:pre-line}"
  "mark{color:inherit;background:none;border-bottom:.16em solid " FALLBACK_COLOR "}"
  "mark.many{border-bottom-style:double;border-bottom-width:.28em}"
  "sup{font:.7rem system-ui,sans-serif}"
  "blockquote{margin:.3rem 0;padding-left:.8rem;border-left:.2rem solid " FALLBACK_COLOR "}"
  ".notes li,.tags li{margin-bottom:1rem}"
  ".tag{font-weight:bold}"
  ".tag::before{content:'';display:inline-block;width:.7em;height:.7em;margin-right:.35em;"
  "border:1px solid;background:" FALLBACK_COLOR "}"
  ".claims{border-collapse:collapse;width:100%;font-size:.95rem}"
  ".claims th,.claims td{border:1px solid;padding:.3rem .5rem;text-align:left;vertical-align:top}"
  ".claims p{margin:0 0 .3rem}.claims td a{color:inherit;text-decoration:none}"
  ".claims u{text-decoration:underline;font-weight:bold}"
  "@media print{body{max-width:none;margin:0;font-size:10.5pt}nav{display:none}"
  "h2{break-after:avoid}li{break-inside:avoid}a{color:inherit;text-decoration:none}"
  "mark,.tag::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

typedef struct
{
  LesProject *project;
  GString *out;
  GHashTable *links;          /* id of an annotation -> its links */
  GPtrArray *tags;            /* of LesTag, in the order of the tree */
  GHashTable *tag_classes;    /* id of a tag -> name of its CSS class */
} Page;

static gboolean
is_color (const char *value)
{
  return value != NULL && strlen (value) == 7 && value[0] == '#'
         && strspn (value + 1, "0123456789abcdefABCDEF") == 6;
}

static char *
make_style (Page *page)
{
  GString *css = g_string_new (style);

  for (guint i = 0; i < page->tags->len; i++)
    {
      const char *color = les_tag_get (page->tags->pdata[i], LES_TAG_COLOR);

      color = is_color (color) ? color : FALLBACK_COLOR;
      g_string_append_printf (css, "mark.c%u{border-color:%s}.tag.c%u::before{background:%s}",
                              i, color, i, color);
    }
  return g_string_free (css, FALSE);
}

static char *
hash_style (const char *css)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) css, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

static char *
dup_title (LesProject *project)
{
  const char *title = les_project_info_get (les_project_get_info (project), LES_PROJECT_INFO_TITLE);

  return g_strdup (title != NULL ? title : _("Untitled Project"));
}

/* Nothing may be loaded or run: only the style sheet of this very page counts. */
static void
append_head (Page *page)
{
  g_autofree char *title = dup_title (page->project);
  g_autofree char *css = make_style (page);
  g_autofree char *hash = hash_style (css);

  /* Translators: the code of the language that you translate into, as in "de" */
  g_string_append_printf (page->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          C_("language code", "en"));
  g_string_append_printf (page->out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"referrer\" content=\"no-referrer\">\n<title>", hash);
  les_html_append (page->out, title);
  g_string_append_printf (page->out, "</title>\n<style>%s</style>\n</head>\n<body>\n<h1>", css);
  les_html_append (page->out, title);
  g_string_append (page->out, "</h1>\n");
}

static void
append_paragraph (GString *out, const char *css_class, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<p class=\"%s\">", css_class);
  les_html_append (out, text);
  g_string_append (out, "</p>\n");
}

static void
append_contents (Page *page, GPtrArray *articles)
{
  g_string_append (page->out, "<nav>\n<ol>\n");
  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *heading = les_article_dup_heading (articles->pdata[i]);
      g_autofree char *id = les_html_dup_id ("x-", les_record_get_id (articles->pdata[i]));

      g_string_append_printf (page->out, "<li><a href=\"#%s\">", id);
      les_html_append (page->out, heading);
      g_string_append (page->out, "</a></li>\n");
    }
  g_string_append (page->out, "</ol>\n</nav>\n");
}

static void
append_url (GString *out, const char *url)
{
  gboolean is_web = url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));

  if (!is_web)
    {
      append_paragraph (out, "meta", url);
      return;
    }
  g_string_append (out, "<p class=\"meta\"><a rel=\"noopener noreferrer\" href=\"");
  les_html_append (out, url);
  g_string_append (out, "\">");
  les_html_append (out, url);
  g_string_append (out, "</a></p>\n");
}

static void
append_tags (Page *page, LesAnnotation *annotation)
{
  const char * const *ids = les_annotation_get_tags (annotation);

  for (int i = 0; ids[i] != NULL; i++)
    {
      LesTag *tag = les_project_get_tag (page->project, ids[i]);

      if (tag == NULL)
        continue;
      g_string_append_printf (page->out, "<span class=\"tag %s\">",
                              (const char *) g_hash_table_lookup (page->tag_classes, ids[i]));
      les_html_append (page->out, les_tag_get (tag, LES_TAG_NAME));
      g_string_append (page->out, "</span> ");
    }
}

static void
append_labelled (GString *out, const char *label, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (out, "<br>");
  les_html_append (out, label);
  g_string_append (out, ": ");
  les_html_append (out, value);
}

static void
append_link_target (Page *page, LesLink *link)
{
  LesAnnotation *to = les_project_get_annotation (page->project, les_link_get (link, LES_LINK_TO));
  LesArticle *article = les_project_get_article (page->project, les_link_get (link, LES_LINK_MISSING_IN));
  g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : NULL;
  g_autofree char *id = to != NULL ? les_html_dup_id ("a-", les_record_get_id (LES_RECORD (to)))
                        : article != NULL ? les_html_dup_id ("x-", les_record_get_id (LES_RECORD (article))) : NULL;

  if (id == NULL)
    return;
  g_string_append_printf (page->out, " <a href=\"#%s\">", id);
  les_html_append (page->out, to != NULL ? les_annotation_get (to, LES_ANNOTATION_EXACT) : heading);
  g_string_append (page->out, "</a>");
}

static void
append_links (Page *page, LesAnnotation *annotation)
{
  GPtrArray *links = g_hash_table_lookup (page->links, les_record_get_id (LES_RECORD (annotation)));

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      g_string_append (page->out, "<br>↔ ");
      les_html_append (page->out, les_relations_get_name (page->project, les_link_get (links->pdata[i], LES_LINK_RELATION)));
      append_link_target (page, links->pdata[i]);
      if (les_link_get (links->pdata[i], LES_LINK_NOTE) != NULL)
        append_labelled (page->out, _("Note"), les_link_get (links->pdata[i], LES_LINK_NOTE));
    }
}

static void
append_note (Page *page, LesAnnotation *annotation)
{
  const char *record_id = les_record_get_id (LES_RECORD (annotation));
  g_autofree char *id = les_html_dup_id ("a-", record_id);
  g_autofree char *back = les_html_dup_id ("t-", record_id);

  g_string_append_printf (page->out, "<li id=\"%s\"><blockquote>", id);
  les_html_append (page->out, les_annotation_get (annotation, LES_ANNOTATION_EXACT));
  if (les_annotation_get_review (annotation) == LES_REVIEW_UNPLACED)
    g_string_append_printf (page->out, " (%s)</blockquote>\n", _("not in the text any more"));
  else
    g_string_append_printf (page->out, " <a href=\"#%s\">↑</a></blockquote>\n", back);
  append_tags (page, annotation);
  append_labelled (page->out, _("Speaker"), les_annotation_get (annotation, LES_ANNOTATION_SPEAKER));
  append_labelled (page->out, _("Passed on by"), les_annotation_get (annotation, LES_ANNOTATION_RELAY));
  append_links (page, annotation);
  append_paragraph (page->out, "note", les_annotation_get (annotation, LES_ANNOTATION_NOTE));
  g_string_append (page->out, "</li>\n");
}

static void
append_language (GString *out, LesArticle *article)
{
  if (les_article_get (article, LES_ARTICLE_LANGUAGE) == NULL)
    return;
  g_string_append (out, " lang=\"");
  les_html_append (out, les_article_get (article, LES_ARTICLE_LANGUAGE));
  g_string_append_c (out, '"');
}

static void
append_article (Page *page, LesArticle *article)
{
  const char *record_id = les_record_get_id (LES_RECORD (article));
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (page->project, record_id);
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *details = les_export_dup_details (article);
  g_autofree char *id = les_html_dup_id ("x-", record_id);

  g_string_append_printf (page->out, "<article>\n<h2 id=\"%s\"", id);
  append_language (page->out, article);
  g_string_append_c (page->out, '>');
  les_html_append (page->out, heading);
  g_string_append (page->out, "</h2>\n");
  append_paragraph (page->out, "meta", details);
  append_url (page->out, les_article_get (article, LES_ARTICLE_URL));
  append_paragraph (page->out, "note", les_article_get (article, LES_ARTICLE_NOTE));

  g_string_append (page->out, "<div");
  append_language (page->out, article);
  g_string_append (page->out, ">\n");
  les_html_append_marked (page->out, article, annotations, page->tag_classes);
  g_string_append (page->out, "</div>\n");

  if (annotations->len > 0)
    {
      g_string_append (page->out, "<ol class=\"notes\">\n");
      for (guint i = 0; i < annotations->len; i++)
        append_note (page, annotations->pdata[i]);
      g_string_append (page->out, "</ol>\n");
    }
  g_string_append (page->out, "</article>\n");
}

static void
append_reference (Page *page, LesAnnotation *annotation)
{
  const char *article_id = les_annotation_get (annotation, LES_ANNOTATION_ARTICLE);
  LesArticle *article = les_project_get_article (page->project, article_id);
  g_autofree char *id = les_html_dup_id ("a-", les_record_get_id (LES_RECORD (annotation)));
  g_autofree char *heading = les_article_dup_heading (article);

  g_string_append_printf (page->out, "<li><a href=\"#%s\">", id);
  les_html_append (page->out, les_annotation_get (annotation, LES_ANNOTATION_EXACT));
  g_string_append (page->out, "</a><br><span class=\"meta\">");
  les_html_append (page->out, heading);
  g_string_append (page->out, "</span></li>\n");
}

static void
append_list (Page *page, GPtrArray *annotations)
{
  g_string_append (page->out, "<ul class=\"tags\">\n");
  for (guint i = 0; i < annotations->len; i++)
    append_reference (page, annotations->pdata[i]);
  g_string_append (page->out, "</ul>\n");
}

/* id of a tag -> its annotations; "" -> those without any. In the order of the articles. */
static GHashTable *
group_by_tag (Page *page, GPtrArray *articles)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (GPtrArray) annotations =
        les_project_ref_annotations_of (page->project, les_record_get_id (articles->pdata[i]));

      for (guint j = 0; j < annotations->len; j++)
        {
          const char *untagged[] = { "", NULL };
          const char * const *ids = les_annotation_get_tags (annotations->pdata[j]);

          for (ids = ids[0] != NULL ? ids : untagged; *ids != NULL; ids++)
            {
              if (!g_hash_table_contains (groups, *ids))
                g_hash_table_insert (groups, g_strdup (*ids), g_ptr_array_new_with_free_func (g_object_unref));
              g_ptr_array_add (g_hash_table_lookup (groups, *ids), g_object_ref (annotations->pdata[j]));
            }
        }
    }
  return groups;
}

static void
append_by_tag (Page *page, GPtrArray *articles)
{
  g_autoptr (GHashTable) groups = group_by_tag (page, articles);

  if (g_hash_table_size (groups) == 0)
    return;

  g_string_append (page->out, "<section>\n<h2>");
  les_html_append (page->out, _("Annotations by Tag"));
  g_string_append (page->out, "</h2>\n");
  for (guint i = 0; i < page->tags->len; i++)
    {
      GPtrArray *group = g_hash_table_lookup (groups, les_record_get_id (page->tags->pdata[i]));
      g_autofree char *path = les_codebook_dup_path (page->project, page->tags->pdata[i], " › ");

      if (group == NULL)
        continue;
      g_string_append_printf (page->out, "<h3><span class=\"tag c%u\">", i);
      les_html_append (page->out, path);
      g_string_append (page->out, "</span></h3>\n");
      append_paragraph (page->out, "note", les_tag_get (page->tags->pdata[i], LES_TAG_DESCRIPTION));
      append_list (page, group);
    }
  if (g_hash_table_contains (groups, ""))
    {
      g_string_append (page->out, "<h3>");
      les_html_append (page->out, _("Without tag"));
      g_string_append (page->out, "</h3>\n");
      append_list (page, g_hash_table_lookup (groups, ""));
    }
  g_string_append (page->out, "</section>\n");
}

static void
init_page (Page *page, LesProject *project, GString *out)
{
  page->project = project;
  page->out = out;
  page->links = les_export_index_links (project);
  page->tags = les_export_list_tags (project);
  page->tag_classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < page->tags->len; i++)
    g_hash_table_insert (page->tag_classes, g_strdup (les_record_get_id (page->tags->pdata[i])),
                         g_strdup_printf ("c%u", i));
}

static void
clear_page (Page *page)
{
  g_hash_table_unref (page->links);
  g_hash_table_unref (page->tag_classes);
  g_ptr_array_unref (page->tags);
}

static gboolean
append_articles (Page *page, GPtrArray *articles, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      append_article (page, articles->pdata[i]);
    }
  return TRUE;
}

/**
 * les_export_html:
 * @out: appended to
 *
 * One page that stands for itself: each article with its annotated passages
 * marked and its notes, then all annotations by tag, then the claims table. Loads nothing, runs
 * nothing; light and dark; fit for print. Labels are in the user's language.
 * Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_html (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  gboolean done;
  Page page;

  init_page (&page, project, out);
  append_head (&page);
  append_paragraph (out, "note", les_project_info_get (les_project_get_info (project), LES_PROJECT_INFO_NOTE));
  if (articles->len > 1)
    append_contents (&page, articles);
  done = append_articles (&page, articles, cancellable, error);
  if (done)
    {
      append_by_tag (&page, articles);
      done = les_export_claims_html (project, out, cancellable, error);
    }
  g_string_append (out, "</body>\n</html>\n");
  clear_page (&page);
  return done;
}
