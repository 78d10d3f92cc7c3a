/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "les-edits.h"
#include "les-codebook-edits.h"
#include "les-export-notes.h"
#include "les-note-edits.h"
#include "les-note-list.h"
#include "les-relations.h"
#include "les-session.h"

/* An invented harbour, two reports, a tree of tags. */
typedef struct
{
  LesSession *session;
  LesProject *project;
  LesNoteList *list;
  guint n_signals;        /* items-changed since the last look */
  guint position;
  guint n_removed;
  guint n_added;
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Fixture *fixture)
{
  fixture->n_signals++;
  fixture->position = position;
  fixture->n_removed = n_removed;
  fixture->n_added = n_added;
}

static void
put (Fixture *fixture, gpointer record)
{
  LesChange *change = les_change_new (LES_CHANGE_OTHER);

  les_change_put (change, record);
  les_session_perform (fixture->session, change);
}

static void
add_article (Fixture *fixture, const char *id, const char *outlet, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_OUTLET, outlet);
  put (fixture, article);
}

static void
add_tag (Fixture *fixture, const char *id, const char *name, const char *parent)
{
  LesTag *tag = les_tag_new (id, name, "#336699");

  les_tag_set (tag, LES_TAG_PARENT, parent);
  put (fixture, tag);
}

static void
add_annotation (Fixture    *fixture,
                const char *id,
                const char *article,
                const char *words,
                const char *tag,
                const char *speaker,
                const char *created)
{
  LesText *text = les_article_get_text (les_project_get_article (fixture->project, article));
  LesAnnotation *annotation = les_annotation_new (id, article, les_text_find (text, words, 0));

  les_annotation_anchor (annotation, text);
  les_annotation_set_tags (annotation, (const char * const[]) { tag, NULL });
  les_annotation_set (annotation, LES_ANNOTATION_SPEAKER, speaker);
  les_annotation_set (annotation, LES_ANNOTATION_CREATED, created);
  put (fixture, annotation);
}

static void
set_note (Fixture *fixture, LesRecordKind kind, const char *id, const char *note)
{
  les_session_perform (fixture->session, les_edits_set_note (fixture->project, kind, id, note));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = les_project_new ();
  fixture->session = les_session_new (fixture->project);
  add_article (fixture, "a", "Harbour Post", "The crane fell. Nobody was hurt, said Ida Möller. Work stops.");
  add_article (fixture, "b", "Coast Wire", "A crane has fallen. Two men were hurt. Work goes on.");
  add_tag (fixture, "t-harm", "Harm", NULL);
  add_tag (fixture, "t-hurt", "Hurt", "t-harm");
  add_tag (fixture, "t-work", "Work", NULL);
  add_annotation (fixture, "a2", "a", "Nobody was hurt", "t-hurt", "Ida Möller", "2025-03-04T12:00:00Z");
  add_annotation (fixture, "a1", "a", "The crane fell", NULL, NULL, "2025-03-05T12:00:00Z");
  add_annotation (fixture, "b1", "b", "Two men were hurt", "t-hurt", NULL, "2025-04-01T12:00:00Z");
  add_annotation (fixture, "b2", "b", "Work goes on", "t-work", "A. Crew", NULL);
  fixture->list = les_note_list_new (fixture->project);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->project);
}

static void
append_row (GString *words, LesNoteRow *row)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (les_note_row_is_heading (row))
    g_string_append_printf (words, "[%u:%s:%u]", les_note_row_get_group (row),
                            les_note_row_get_value (row) != NULL ? les_note_row_get_value (row) : "",
                            les_note_row_get_n_below (row));
  else
    g_string_append (words, les_record_get_id (les_note_row_get_record (row)));
}

static char *
dup_rows (Fixture *fixture)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      append_row (words, row);
    }
  return g_string_free (words, FALSE);
}

#define assert_rows(fixture, expected) \
  G_STMT_START { \
    g_autofree char *_rows = dup_rows (fixture); \
    g_assert_cmpstr (_rows, ==, expected); \
  } G_STMT_END

#define ALL_BY_ARTICLE "[0:a:2] a1 a2 [0:b:2] b1 b2"

/* What the user calls a relation or a set of tags is no note on it. */
static void
test_kinds_without_notes (Fixture *fixture, gconstpointer data)
{
  put (fixture, les_relation_new ("r", "doubts", "#336699"));
  put (fixture, les_tag_set_new ("s", "Tone"));
  assert_rows (fixture, ALL_BY_ARTICLE);
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_TAG);
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_ARTICLE);
  assert_rows (fixture, ALL_BY_ARTICLE);
  set_note (fixture, LES_RECORD_RELATION, "r", "No name");
  g_assert_cmpstr (les_relations_get_name (fixture->project, "r"), ==, "doubts");
}

static LesNoteFilter *
get_filter (Fixture *fixture)
{
  return les_note_list_get_filter (fixture->list);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, ALL_BY_ARTICLE);
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_TAG);
  assert_rows (fixture, "[0:t-hurt:2] a2 b1 [0:t-work:1] b2 [1::1] a1");
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_SPEAKER);
  assert_rows (fixture, "[0:A. Crew:1] b2 [0:Ida Möller:1] a2 [1::2] a1 b1");
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_NONE);
  assert_rows (fixture, "a1 a2 b1 b2");
}

/* One annotation under two tags has two rows, and both keep being the same objects. */
static void
test_several_groups (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "a2", NULL };
  g_autoptr (LesNoteRow) before = NULL;
  g_autoptr (LesNoteRow) after = NULL;

  les_session_perform (fixture->session, les_edits_tag_all (fixture->project, ids, "t-work"));
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_TAG);
  assert_rows (fixture, "[0:t-hurt:2] a2 b1 [0:t-work:2] a2 b2 [1::1] a1");
  before = g_list_model_get_item (G_LIST_MODEL (fixture->list), 4);
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_NONE);
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_TAG);
  after = g_list_model_get_item (G_LIST_MODEL (fixture->list), 4);
  g_assert_true (before == after);
}

static void
test_filter_values (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    LesNoteFacet facet;
    const char *value;
    const char *rows;
  } cases[] = {
    { LES_NOTE_FACET_TAG, "t-harm", "[0:a:1] a2 [0:b:1] b1" },
    { LES_NOTE_FACET_TAG, "t-hurt", "[0:a:1] a2 [0:b:1] b1" },
    { LES_NOTE_FACET_TAG, "", "[0:a:1] a1" },
    { LES_NOTE_FACET_ARTICLE, "b", "[0:b:2] b1 b2" },
    { LES_NOTE_FACET_OUTLET, "Harbour Post", "[0:a:2] a1 a2" },
    { LES_NOTE_FACET_SPEAKER, "Ida Möller", "[0:a:1] a2" },
    { LES_NOTE_FACET_SPEAKER, "", "[0:a:1] a1 [0:b:1] b1" },
    { LES_NOTE_FACET_AUTHOR, "Somebody", "" },
    { LES_NOTE_FACET_KIND, "annotations", ALL_BY_ARTICLE },
    { LES_NOTE_FACET_KIND, "links", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      les_filter_toggle (LES_FILTER (get_filter (fixture)), cases[i].facet, cases[i].value);
      assert_rows (fixture, cases[i].rows);
      les_filter_toggle (LES_FILTER (get_filter (fixture)), cases[i].facet, cases[i].value);
      assert_rows (fixture, ALL_BY_ARTICLE);
    }
}

static void
test_filter_together (Fixture *fixture, gconstpointer data)
{
  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_TAG, "t-hurt");
  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_TAG, "t-work");
  assert_rows (fixture, "[0:a:1] a2 [0:b:2] b1 b2");
  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_ARTICLE, "b");
  assert_rows (fixture, "[0:b:2] b1 b2");
  g_assert_cmpuint (les_note_list_count (fixture->list).n_annotations, ==, 2);
  g_assert_cmpuint (les_note_list_count (fixture->list).n_all_annotations, ==, 4);
  les_filter_clear (LES_FILTER (get_filter (fixture)));
  assert_rows (fixture, ALL_BY_ARTICLE);
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  les_filter_set_range (LES_FILTER (get_filter (fixture)), "2025-03-05", NULL);
  assert_rows (fixture, "[0:a:1] a1 [0:b:1] b1");
  les_filter_set_range (LES_FILTER (get_filter (fixture)), "2025", "2025-03");
  assert_rows (fixture, "[0:a:2] a1 a2");
  les_filter_set_range (LES_FILTER (get_filter (fixture)), NULL, "2024");
  assert_rows (fixture, "");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new (NULL);

  les_note_filter_set_words (get_filter (fixture), "MOLLER");
  assert_rows (fixture, "[0:a:1] a2");
  les_note_filter_set_words (get_filter (fixture), "hurt \"were hurt\"");
  assert_rows (fixture, "[0:b:1] b1");
  set_note (fixture, LES_RECORD_ANNOTATION, "b2", "were hurt or not?");
  assert_rows (fixture, "[0:b:2] b1 b2");
  les_note_filter_set_words (get_filter (fixture), "  ");
  assert_rows (fixture, ALL_BY_ARTICLE);

  for (int i = 0; i < 40; i++)
    g_string_append_printf (many, "w%d ", i);
  les_note_filter_set_words (get_filter (fixture), many->str);
  assert_rows (fixture, "");
  g_assert_true (les_note_filter_is_too_long (get_filter (fixture)));
}

static void
add_other_notes (Fixture *fixture)
{
  LesLink *link = les_link_new ("l", "contradicts", "a2");

  les_link_set (link, LES_LINK_TO, "b1");
  put (fixture, link);
  put (fixture, les_comparison_new ("c", "a", "b"));
  assert_rows (fixture, ALL_BY_ARTICLE);
  set_note (fixture, LES_RECORD_LINK, "l", "one of them errs");
  set_note (fixture, LES_RECORD_COMPARISON, "c", "the same day");
  set_note (fixture, LES_RECORD_ARTICLE, "b", "from the wire");
  set_note (fixture, LES_RECORD_TAG, "t-hurt", "people, not things");
}

static void
test_other_notes (Fixture *fixture, gconstpointer data)
{
  add_other_notes (fixture);
  assert_rows (fixture, "[0:a:3] a1 a2 l [0:b:3] b b1 b2 [4::1] c [5::1] t-hurt");
  g_assert_cmpuint (les_note_list_count (fixture->list).n_all_notes, ==, 4);
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_TAG);
  assert_rows (fixture, "[0:t-hurt:3] t-hurt a2 b1 [0:t-work:1] b2 [1::1] a1 [2::1] b [3::1] l [4::1] c");
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_ARTICLE);
  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_KIND, "links");
  assert_rows (fixture, "[0:a:1] l");
  les_note_filter_set_only (get_filter (fixture), LES_NOTE_FACET_ARTICLE, "b");
  assert_rows (fixture, "[0:a:1] l [0:b:3] b b1 b2 [4::1] c");
  set_note (fixture, LES_RECORD_COMPARISON, "c", NULL);
  assert_rows (fixture, "[0:a:1] l [0:b:3] b b1 b2");
}

/* A change of one annotation moves no other row. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  const char *gone[] = { "a1", NULL };

  fixture->n_signals = 0;
  set_note (fixture, LES_RECORD_ANNOTATION, "a2", "said on the quay");
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  les_session_perform (fixture->session, les_edits_remove_annotations (fixture->project, gone));
  assert_rows (fixture, "[0:a:1] a2 [0:b:2] b1 b2");
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 1);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (fixture->n_added, ==, 0);
  les_history_undo (les_session_get_history (fixture->session));
  assert_rows (fixture, ALL_BY_ARTICLE);
}

static void
test_article_gone (Fixture *fixture, gconstpointer data)
{
  const char *gone[] = { "a", NULL };

  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_ARTICLE, "a");
  les_session_perform (fixture->session, les_edits_remove_articles (fixture->project, gone));
  g_assert_false (les_filter_is_active (LES_FILTER (get_filter (fixture))));
  assert_rows (fixture, "[0:b:2] b1 b2");
}

static void
test_tag_moves (Fixture *fixture, gconstpointer data)
{
  LesTag *tag = les_record_copy (les_project_get_tag (fixture->project, "t-work"));

  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_TAG, "t-harm");
  les_tag_set (tag, LES_TAG_PARENT, "t-harm");
  put (fixture, tag);
  assert_rows (fixture, "[0:a:1] a2 [0:b:2] b1 b2");
  les_session_perform (fixture->session, les_codebook_remove_tags (fixture->project,
                                                                   (const char * const[]) { "t-harm", NULL }, FALSE));
  assert_rows (fixture, ALL_BY_ARTICLE);
}

/* A broken file can name parents in a circle. */
static void
test_tag_circle (Fixture *fixture, gconstpointer data)
{
  LesTag *tag = les_record_copy (les_project_get_tag (fixture->project, "t-harm"));

  les_tag_set (tag, LES_TAG_PARENT, "t-hurt");
  put (fixture, tag);
  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_TAG, "t-harm");
  les_note_list_set_grouping (fixture->list, LES_NOTE_GROUPING_TAG);
  assert_rows (fixture, "[0:t-hurt:2] a2 b1");
}

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_ARTICLE, "b");
  les_note_list_hold (fixture->list, LES_RECORD_ARTICLE, "a");
  assert_rows (fixture, "[0:a:1] a [0:b:2] b1 b2");
  g_assert_cmpint (les_note_list_find (fixture->list, LES_RECORD_ARTICLE, "a"), ==, 1);
  les_note_list_hold (fixture->list, LES_RECORD_ANNOTATION, "a1");
  assert_rows (fixture, "[0:a:1] a1 [0:b:2] b1 b2");
  les_note_list_hold (fixture->list, LES_RECORD_ANNOTATION, NULL);
  assert_rows (fixture, "[0:b:2] b1 b2");
  g_assert_cmpint (les_note_list_find (fixture->list, LES_RECORD_ANNOTATION, "a1"), ==, -1);
}

static guint
look_up (GHashTable *counts, const char *value)
{
  g_assert_true (g_hash_table_contains (counts, value));
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) tags = NULL;
  g_autoptr (GHashTable) articles = NULL;

  les_filter_toggle (LES_FILTER (get_filter (fixture)), LES_NOTE_FACET_TAG, "t-work");
  tags = les_note_list_count_values (fixture->list, LES_NOTE_FACET_TAG);
  g_assert_cmpuint (look_up (tags, "t-harm"), ==, 2);
  g_assert_cmpuint (look_up (tags, "t-work"), ==, 1);
  g_assert_cmpuint (look_up (tags, ""), ==, 1);
  articles = les_note_list_count_values (fixture->list, LES_NOTE_FACET_ARTICLE);
  g_assert_cmpuint (look_up (articles, "a"), ==, 0);
  g_assert_cmpuint (look_up (articles, "b"), ==, 1);
}

static void
test_tag_many (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "a1", "b2", "nowhere", NULL };
  LesHistory *history = les_session_get_history (fixture->session);
  g_autoptr (LesChange) nothing = NULL;
  g_autoptr (LesChange) change = les_edits_tag_all (fixture->project, ids, "t-work");

  g_assert_cmpuint (les_change_get_n_edits (change), ==, 1);
  les_session_perform (fixture->session, g_steal_pointer (&change));
  g_assert_true (les_annotation_has_tag (les_project_get_annotation (fixture->project, "a1"), "t-work"));
  nothing = les_edits_tag_all (fixture->project, ids, "t-work");
  g_assert_cmpuint (les_change_get_n_edits (nothing), ==, 0);

  les_session_perform (fixture->session, les_edits_untag_all (fixture->project, ids, "t-work"));
  g_assert_false (les_annotation_has_tag (les_project_get_annotation (fixture->project, "b2"), "t-work"));
  les_history_undo (history);
  les_history_undo (history);
  g_assert_false (les_annotation_has_tag (les_project_get_annotation (fixture->project, "a1"), "t-work"));
  g_assert_true (les_annotation_has_tag (les_project_get_annotation (fixture->project, "b2"), "t-work"));
}

/* Annotations go with their links; everything else only loses its note. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  add_other_notes (fixture);
  g_ptr_array_add (records, les_project_get_annotation (fixture->project, "a2"));
  g_ptr_array_add (records, les_project_lookup (fixture->project, LES_RECORD_LINK, "l"));
  g_ptr_array_add (records, les_project_get_article (fixture->project, "b"));
  les_session_perform (fixture->session, les_edits_clear (fixture->project, records));
  assert_rows (fixture, "[0:a:1] a1 [0:b:2] b1 b2 [4::1] c [5::1] t-hurt");
  g_assert_null (les_project_lookup (fixture->project, LES_RECORD_LINK, "l"));
  g_assert_nonnull (les_project_get_article (fixture->project, "b"));
  les_history_undo (les_session_get_history (fixture->session));
  assert_rows (fixture, "[0:a:3] a1 a2 l [0:b:3] b b1 b2 [4::1] c [5::1] t-hurt");
}

static void
add_everything (Fixture *fixture, LesExportNotes *notes)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      if (les_note_row_is_heading (row))
        les_export_notes_add_heading (notes, "Group, one");
      else
        les_export_notes_add (notes, les_note_row_get_record (row));
    }
}

static char *
dup_export (Fixture *fixture, const char *format)
{
  g_autoptr (LesExportNotes) notes = les_export_notes_new (fixture->project);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  add_everything (fixture, notes);
  bytes = les_export_notes_write (notes, format, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autofree char *markdown = NULL;

  add_other_notes (fixture);
  set_note (fixture, LES_RECORD_ANNOTATION, "b2", "=SUM(1) *bold*");
  csv = dup_export (fixture, "csv");
  g_assert_nonnull (strstr (csv, "\r\n\"annotation\",\"a2\",\"Group, one\",\"a\","));
  g_assert_nonnull (strstr (csv, "\"'=SUM(1) *bold*\""));
  g_assert_nonnull (strstr (csv, "\"Hurt\",\"Harm > Hurt\""));
  g_assert_nonnull (strstr (csv, "\"link\",\"l\""));
  g_assert_nonnull (strstr (csv, "\"comparison b\""));
  g_assert_nonnull (strstr (csv, "\"people, not things\""));

  markdown = dup_export (fixture, "markdown");
  g_assert_nonnull (strstr (markdown, "\n## Group, one\n"));
  g_assert_nonnull (strstr (markdown, "> Nobody was hurt\n"));
  g_assert_nonnull (strstr (markdown, "=SUM(1) \\*bold\\*"));
  g_assert_nonnull (strstr (markdown, "one of them errs"));
}

static void
test_export_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesExportNotes) notes = les_export_notes_new (fixture->project);
  g_autoptr (GError) error = NULL;

  g_assert_null (les_export_notes_write (notes, "pdf", &error));
  g_assert_nonnull (error);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/note-list/kinds-without-notes", test_kinds_without_notes);
  ADD ("/note-list/groups", test_groups);
  ADD ("/note-list/several-groups", test_several_groups);
  ADD ("/note-list/filter-values", test_filter_values);
  ADD ("/note-list/filter-together", test_filter_together);
  ADD ("/note-list/dates", test_dates);
  ADD ("/note-list/words", test_words);
  ADD ("/note-list/other-notes", test_other_notes);
  ADD ("/note-list/follows", test_follows);
  ADD ("/note-list/article-gone", test_article_gone);
  ADD ("/note-list/tag-moves", test_tag_moves);
  ADD ("/note-list/tag-circle", test_tag_circle);
  ADD ("/note-list/hold", test_hold);
  ADD ("/note-list/counts", test_counts);
  ADD ("/note-edits/tag-many", test_tag_many);
  ADD ("/note-edits/clear", test_clear);
  ADD ("/export-notes/formats", test_export);
  ADD ("/export-notes/unknown", test_export_unknown);
  return g_test_run ();
}
