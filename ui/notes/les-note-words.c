/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-tag-names.h"

#define LIGHTER_ON_DARK 0.4f

static const char * const facet_words[LES_N_NOTE_FACETS] = {
  [LES_NOTE_FACET_KIND] = N_("Kind"),
  [LES_NOTE_FACET_TAG] = N_("Tag"),
  [LES_NOTE_FACET_ARTICLE] = N_("Article"),
  [LES_NOTE_FACET_OUTLET] = N_("Outlet"),
  [LES_NOTE_FACET_SPEAKER] = N_("Speaker"),
  /* Translators: who made the annotation, as a heading in the list of filters */
  [LES_NOTE_FACET_AUTHOR] = N_("Annotated By"),
};

static const char * const unknown_words[LES_N_NOTE_FACETS] = {
  [LES_NOTE_FACET_KIND] = "",
  [LES_NOTE_FACET_TAG] = N_("No Tag"),
  [LES_NOTE_FACET_ARTICLE] = N_("Untitled Article"),
  [LES_NOTE_FACET_OUTLET] = N_("Unknown Outlet"),
  [LES_NOTE_FACET_SPEAKER] = N_("No Speaker"),
  [LES_NOTE_FACET_AUTHOR] = N_("Unknown Author"),
};

static const char * const kind_words[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = "",
  [LES_RECORD_ARTICLE] = N_("Notes on Articles"),
  [LES_RECORD_TAG] = N_("Descriptions of Tags"),
  [LES_RECORD_ANNOTATION] = N_("Annotations"),
  [LES_RECORD_LINK] = N_("Notes on Links"),
  [LES_RECORD_COMPARISON] = N_("Notes on Comparisons"),
};

/* What one note is about. */
static const char * const single_words[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = "",
  [LES_RECORD_ARTICLE] = N_("Note on the Article"),
  [LES_RECORD_TAG] = N_("Description of the Tag"),
  [LES_RECORD_ANNOTATION] = "",
  [LES_RECORD_LINK] = N_("Note on the Link"),
  [LES_RECORD_COMPARISON] = N_("Note on the Comparison"),
};

/** Returns: (transfer none): translated heading over the values of @facet */
const char *
les_note_words_get_facet (LesNoteFacet facet)
{
  return _(facet_words[facet]);
}

/* Returns: translated words for what the notes are about */
static const char *
get_words_of_kind (LesRecordKind kind)
{
  return *kind_words[kind] != '\0' ? _(kind_words[kind]) : "";
}

static const char *
get_kind_words (const char *name)
{
  for (int kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    if (g_strcmp0 (name, les_note_kind_get_name ((LesRecordKind) kind)) == 0)
      return get_words_of_kind ((LesRecordKind) kind);
  return name;
}

static char *
dup_article (LesProject *project, const char *id)
{
  LesArticle *article = les_project_get_article (project, id);
  g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : NULL;

  return g_strdup (heading != NULL && *heading != '\0' ? heading : _(unknown_words[LES_NOTE_FACET_ARTICLE]));
}

static char *
dup_tag (LesProject *project, const char *id)
{
  LesTag *tag = les_project_get_tag (project, id);

  return tag != NULL ? les_tag_dup_path (project, tag) : g_strdup (_(unknown_words[LES_NOTE_FACET_TAG]));
}

/** Returns: (transfer full): what a value of a filter is called */
char *
les_note_words_dup_value (LesProject *project, LesNoteFacet facet, const char *value)
{
  switch (facet)
    {
    case LES_NOTE_FACET_KIND:
      return g_strdup (get_kind_words (value));
    case LES_NOTE_FACET_TAG:
      return dup_tag (project, value);
    case LES_NOTE_FACET_ARTICLE:
      return dup_article (project, value);
    case LES_NOTE_FACET_OUTLET:
    case LES_NOTE_FACET_SPEAKER:
    case LES_NOTE_FACET_AUTHOR:
      return g_strdup (*value != '\0' ? value : _(unknown_words[facet]));
    case LES_N_NOTE_FACETS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static LesNoteFacet
get_facet_of (LesNoteGrouping grouping)
{
  switch (grouping)
    {
    case LES_NOTE_GROUPING_TAG:
      return LES_NOTE_FACET_TAG;
    case LES_NOTE_GROUPING_SPEAKER:
      return LES_NOTE_FACET_SPEAKER;
    case LES_NOTE_GROUPING_ARTICLE:
    case LES_NOTE_GROUPING_NONE:
    default:
      return LES_NOTE_FACET_ARTICLE;
    }
}

static char *
dup_article_heading (LesProject *project, const char *id)
{
  LesArticle *article = les_project_get_article (project, id);
  g_autofree char *source = article != NULL ? les_article_dup_source (article) : NULL;
  g_autofree char *heading = dup_article (project, id);

  return g_strjoin (" · ", heading, source, NULL);
}

/** Returns: (transfer full): what stands over a group */
char *
les_note_words_dup_heading (LesProject *project, LesNoteRow *heading, LesNoteGrouping grouping)
{
  switch (les_note_row_get_group (heading))
    {
    case LES_NOTE_GROUP_VALUE:
      if (grouping == LES_NOTE_GROUPING_ARTICLE)
        return dup_article_heading (project, les_note_row_get_value (heading));
      return les_note_words_dup_value (project, get_facet_of (grouping), les_note_row_get_value (heading));
    case LES_NOTE_GROUP_UNKNOWN:
      return g_strdup (_(unknown_words[get_facet_of (grouping)]));
    case LES_NOTE_GROUP_ARTICLES:
      return g_strdup (get_words_of_kind (LES_RECORD_ARTICLE));
    case LES_NOTE_GROUP_LINKS:
      return g_strdup (get_words_of_kind (LES_RECORD_LINK));
    case LES_NOTE_GROUP_COMPARISONS:
      return g_strdup (get_words_of_kind (LES_RECORD_COMPARISON));
    case LES_NOTE_GROUP_TAGS:
      return g_strdup (get_words_of_kind (LES_RECORD_TAG));
    case LES_N_NOTE_GROUPS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_words_of (LesProject *project, const char *annotation)
{
  LesAnnotation *record = les_project_get_annotation (project, annotation);

  return record != NULL ? les_annotation_get (record, LES_ANNOTATION_EXACT) : "";
}

static char *
dup_link (LesProject *project, LesLink *link)
{
  const char *missing_in = les_link_get (link, LES_LINK_MISSING_IN);
  const char *from = get_words_of (project, les_link_get (link, LES_LINK_FROM));
  g_autofree char *article = missing_in != NULL ? dup_article (project, missing_in) : NULL;

  if (article != NULL)
    /* Translators: a passage (in its own quotation marks, if any) that another article leaves out; then that
     * article's headline */
    return g_strdup_printf (_("%s – missing in “%s”"), from, article);
  return g_strdup_printf ("%s ↔ %s", from, get_words_of (project, les_link_get (link, LES_LINK_TO)));
}

static char *
dup_comparison (LesProject *project, LesComparison *comparison)
{
  g_autofree char *left = dup_article (project, les_comparison_get (comparison, LES_COMPARISON_LEFT));
  g_autofree char *right = dup_article (project, les_comparison_get (comparison, LES_COMPARISON_RIGHT));

  return g_strdup_printf ("%s ↔ %s", left, right);
}

/** Returns: (transfer full): the passage, the headline, the tag, the link or the pair that a note is about */
char *
les_note_words_dup_subject (LesProject *project, LesRecord *record)
{
  switch (les_record_get_kind (record))
    {
    case LES_RECORD_ANNOTATION:
      return g_strdup (les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_EXACT));
    case LES_RECORD_ARTICLE:
      return dup_article (project, les_record_get_id (record));
    case LES_RECORD_TAG:
      return les_tag_dup_path (project, LES_TAG (record));
    case LES_RECORD_LINK:
      return dup_link (project, LES_LINK (record));
    case LES_RECORD_COMPARISON:
      return dup_comparison (project, LES_COMPARISON (record));
    case LES_RECORD_INFO:
    case LES_N_RECORD_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static float
lighten (float value)
{
  return value + (1.0f - value) * LIGHTER_ON_DARK;
}

/* Tags are darker than 3 to 1 on a dark ground, and a dot in a line has no rim. */
static char *
dup_dot_color (LesTag *tag)
{
  const char *own = les_tag_get (tag, LES_TAG_COLOR);
  GdkRGBA color;

  if (!adw_style_manager_get_dark (adw_style_manager_get_default ()) || !gdk_rgba_parse (&color, own))
    return g_strdup (own);
  return g_strdup_printf ("#%02X%02X%02X", (unsigned) (lighten (color.red) * 255),
                          (unsigned) (lighten (color.green) * 255), (unsigned) (lighten (color.blue) * 255));
}

static void
append_tag (GString *markup, LesTag *tag)
{
  g_autofree char *name = g_markup_escape_text (les_tag_get (tag, LES_TAG_NAME), -1);
  g_autofree char *color = dup_dot_color (tag);

  if (markup->len > 0)
    g_string_append (markup, "   ");
  g_string_append_printf (markup, "<span foreground=\"%s\">●</span> %s", color, name);
}

/** Returns: (transfer full): markup: each tag of an annotation with its colour; empty for none */
char *
les_note_words_dup_tags (LesProject *project, LesRecord *record)
{
  GString *markup = g_string_new (NULL);
  const char * const *tags;

  if (!LES_IS_ANNOTATION (record))
    return g_string_free (markup, FALSE);
  for (tags = les_annotation_get_tags (LES_ANNOTATION (record)); *tags != NULL; tags++)
    {
      LesTag *tag = les_project_get_tag (project, *tags);

      if (tag != NULL)
        append_tag (markup, tag);
    }
  return g_string_free (markup, FALSE);
}

/** Returns: (transfer full): the names of the tags of an annotation; empty for none */
char *
les_note_words_dup_tag_names (LesProject *project, LesRecord *record)
{
  GString *names = g_string_new (NULL);
  const char * const *tags = LES_IS_ANNOTATION (record) ? les_annotation_get_tags (LES_ANNOTATION (record)) : NULL;

  for (; tags != NULL && *tags != NULL; tags++)
    {
      LesTag *tag = les_project_get_tag (project, *tags);

      if (tag != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", les_tag_get (tag, LES_TAG_NAME));
    }
  return g_string_free (names, FALSE);
}

static void
append_part (GString *words, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, part);
}

static void
append_article (GString *words, LesProject *project, const char *id)
{
  LesArticle *article = les_project_get_article (project, id);
  g_autofree char *source = article != NULL ? les_article_dup_source (article) : NULL;
  g_autofree char *heading = dup_article (project, id);

  append_part (words, source);
  append_part (words, heading);
}

/**
 * les_note_words_dup_source:
 * @with_article: whether nothing else says which article it is
 *
 * Returns: (transfer full): who speaks and where it stands, or what kind of note it is; may be empty
 */
char *
les_note_words_dup_source (LesProject *project, LesRecord *record, gboolean with_article)
{
  GString *words = g_string_new (NULL);

  if (LES_IS_ANNOTATION (record))
    {
      append_part (words, les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_SPEAKER));
      if (with_article)
        append_article (words, project, les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_ARTICLE));
    }
  else
    append_part (words, _(single_words[les_record_get_kind (record)]));
  return g_string_free (words, FALSE);
}
