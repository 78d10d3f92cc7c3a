/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-picker.h"

#include <adwaita.h>
#include <time.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-tag-choices.h"

/* A key is to be answered within a frame of 16 ms; this is a failure on any machine, sanitizers included. */
#define KEY_LIMIT_USEC (160 * 1000)

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  GtkWidget *text;          /* what the picker hangs on */
  LesTagPicker *picker;
  GtkEditable *entry;
  GtkTextBuffer *note;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->window = gtk_window_new ();
  fixture->text = gtk_text_view_new ();
  fixture->picker = LES_TAG_PICKER (g_object_ref_sink (les_tag_picker_new (fixture->session)));
  fixture->entry = find_named (GTK_WIDGET (fixture->picker), "entry");
  fixture->note = gtk_text_view_get_buffer (find_named (GTK_WIDGET (fixture->picker), "note"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->text);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (fixture->window));
  gtk_widget_grab_focus (fixture->text);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer picker = fixture->picker;

  g_object_add_weak_pointer (picker, &picker);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (picker);
  wait_until (picker == NULL);
  drop_session (fixture->session);
}

static void
popup_for (Fixture *fixture, const char *words)
{
  g_assert_true (les_tag_picker_popup_for_selection (fixture->picker, LES_SIDE_LEFT,
                                                     find_words (fixture->session, LES_SIDE_LEFT, words),
                                                     fixture->text, NULL, FALSE));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->picker)));
}

static gboolean
press (Fixture *fixture, guint keyval)
{
  return les_tag_picker_handle_key (fixture->picker, keyval, 0);
}

static void
type (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (fixture->entry, words);
}

static gboolean
is_closed (Fixture *fixture)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (fixture->picker));
}

#define assert_current_tags(fixture, expected) \
  assert_tags ((fixture)->session, les_session_get_annotation_id ((fixture)->session), expected)

static void
test_create (Fixture *fixture, gconstpointer data)
{
  popup_for (fixture, " Una Falk ");
  type (fixture, "  Eye\nwitness ");
  g_assert_true (press (fixture, GDK_KEY_Return));
  wait_until (is_closed (fixture));
  assert_current_tags (fixture, "Eye witness");
  wait_until (gtk_widget_has_focus (fixture->text));

  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 0);
}

static void
test_take_best (Fixture *fixture, gconstpointer data)
{
  g_free (les_annotating_find_tag (fixture->session, "Old verdict"));
  g_free (les_annotating_find_tag (fixture->session, "Verdict"));
  g_free (les_annotating_find_tag (fixture->session, "Averdi"));
  popup_for (fixture, "Una Falk");
  type (fixture, "VERD");
  g_assert_true (press (fixture, GDK_KEY_KP_Enter));
  assert_current_tags (fixture, "Verdict");
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 3);
}

static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  static const char * const typed[] = { "caf\xC3\xA9", "CAFE\xCC\x81", " Caf\xC3\xA9 " };

  g_free (les_annotating_find_tag (fixture->session, "Caf\xC3\xA9"));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      popup_for (fixture, "Una Falk");
      type (fixture, typed[i]);
      g_assert_true (press (fixture, GDK_KEY_Return));
      wait_until (is_closed (fixture));
    }
  assert_current_tags (fixture, "Caf\xC3\xA9");
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 1);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 1);
}

static void
test_hostile_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (5000, 'w');
  const char *names[] = { "<b>&amp;</b>", "%s %n", long_name };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      popup_for (fixture, "Una Falk");
      type (fixture, names[i]);
      g_assert_true (press (fixture, GDK_KEY_Return));
      wait_until (is_closed (fixture));
      g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, i + 1);
    }
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_free (les_annotating_find_tag (fixture->session, "Alpha"));
  g_free (les_annotating_find_tag (fixture->session, "Beta"));
  g_free (les_annotating_find_tag (fixture->session, "Gamma"));
  popup_for (fixture, "Una Falk");
  type (fixture, "al");
  g_assert_true (les_tag_picker_handle_key (fixture->picker, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_false (is_closed (fixture));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  assert_current_tags (fixture, "Alpha");

  g_assert_false (press (fixture, GDK_KEY_space));      /* not on a row: goes into the entry */
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_space));
  assert_current_tags (fixture, "Alpha, Beta");
  g_assert_true (press (fixture, GDK_KEY_space));
  assert_current_tags (fixture, "Alpha");
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_true (press (fixture, GDK_KEY_space));
  assert_current_tags (fixture, "Alpha, Gamma");
  g_assert_true (press (fixture, GDK_KEY_BackSpace));
  assert_current_tags (fixture, "Alpha");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  wait_until (is_closed (fixture));
}

static void
test_digits (Fixture *fixture, gconstpointer data)
{
  mark (fixture->session, LES_SIDE_LEFT, "Lighthouse", "First");
  mark (fixture->session, LES_SIDE_LEFT, "on Friday", "Second");
  popup_for (fixture, "Una Falk");
  g_assert_false (press (fixture, GDK_KEY_9));
  g_assert_true (press (fixture, GDK_KEY_2));
  wait_until (is_closed (fixture));
  assert_current_tags (fixture, "First");

  popup_for (fixture, "Una Falk");
  type (fixture, "Act ");
  g_assert_false (press (fixture, GDK_KEY_2));
}

static void
test_untagged (Fixture *fixture, gconstpointer data)
{
  popup_for (fixture, "Una Falk");
  g_assert_true (press (fixture, GDK_KEY_Return));
  wait_until (is_closed (fixture));
  assert_current_tags (fixture, "");
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 1);
}

static void
test_escape_makes_nothing (Fixture *fixture, gconstpointer data)
{
  popup_for (fixture, "Una Falk");
  type (fixture, "half a na");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  wait_until (is_closed (fixture));
  g_assert_false (les_history_get_can_undo (les_session_get_history (fixture->session))
                  && count_records (fixture->session, LES_RECORD_TAG) > 0);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  const char *id;

  popup_for (fixture, "Una Falk");
  type (fixture, "Person");
  g_assert_true (press (fixture, GDK_KEY_Tab));
  assert_current_tags (fixture, "Person");
  g_assert_true (gtk_widget_get_visible (find_named (GTK_WIDGET (fixture->picker), "chips")));
  g_assert_nonnull (gtk_widget_get_first_child (find_named (GTK_WIDGET (fixture->picker), "chips")));
  gtk_text_buffer_insert_at_cursor (fixture->note, "who is she", -1);
  gtk_popover_popdown (GTK_POPOVER (fixture->picker));
  wait_until (is_closed (fixture));
  id = les_session_get_annotation_id (fixture->session);
  g_assert_cmpstr (les_annotation_get (get_annotation (fixture->session, id), LES_ANNOTATION_NOTE), ==, "who is she");

  g_assert_true (les_tag_picker_popup_for_annotation (fixture->picker, id, fixture->text, NULL, TRUE));
  g_assert_cmpint (gtk_text_buffer_get_char_count (fixture->note), ==, 10);
}

static void
test_other_session (Fixture *fixture, gconstpointer data)
{
  LesSession *other = make_session ();
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");

  g_assert_true (les_tag_picker_popup_for_annotation (fixture->picker, id, fixture->text, NULL, TRUE));
  gtk_text_buffer_insert_at_cursor (fixture->note, "kept", -1);
  les_tag_picker_set_session (fixture->picker, other);
  wait_until (is_closed (fixture));
  g_assert_cmpstr (les_annotation_get (get_annotation (fixture->session, id), LES_ANNOTATION_NOTE), ==, "kept");
  les_tag_picker_set_session (fixture->picker, fixture->session);
  drop_session (other);
}

static const char *
get_current_note (Fixture *fixture)
{
  LesAnnotation *annotation = les_session_get_annotation (fixture->session);

  return annotation != NULL ? les_annotation_get (annotation, LES_ANNOTATION_NOTE) : NULL;
}

/* The note of a selection: one step of undoing with the annotation it makes. */
static void
test_resting_note (Fixture *fixture, gconstpointer data)
{
  LesHistory *history = les_session_get_history (fixture->session);

  popup_for (fixture, "Una Falk");
  gtk_text_buffer_insert_at_cursor (fixture->note, "why ", -1);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
  wait_until (g_strcmp0 (get_current_note (fixture), "why") == 0);
  g_assert_false (is_closed (fixture));
  gtk_text_buffer_insert_at_cursor (fixture->note, "her", -1);
  wait_until (g_strcmp0 (get_current_note (fixture), "why her") == 0);
  gtk_text_buffer_insert_at_cursor (fixture->note, "?", -1);
  g_assert_true (press (fixture, GDK_KEY_Escape));
  wait_until (is_closed (fixture));
  g_assert_cmpstr (get_current_note (fixture), ==, "why her?");

  g_assert_true (les_history_undo (history));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_true (les_history_redo (history));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 1);
}

static void
test_note_only (Fixture *fixture, gconstpointer data)
{
  const char *id;

  popup_for (fixture, "Una Falk");
  gtk_text_buffer_insert_at_cursor (fixture->note, "why", -1);
  les_tag_picker_commit (fixture->picker);
  id = les_session_get_annotation_id (fixture->session);
  g_assert_cmpstr (les_annotation_get (get_annotation (fixture->session, id), LES_ANNOTATION_NOTE), ==, "why");
  type (fixture, "Later");
  g_assert_true (press (fixture, GDK_KEY_Return));
  assert_tags (fixture->session, id, "Later");
}

static void
test_target_goes_away (Fixture *fixture, gconstpointer data)
{
  popup_for (fixture, "Una Falk");
  type (fixture, "First");
  g_assert_true (les_tag_picker_handle_key (fixture->picker, GDK_KEY_Return, GDK_CONTROL_MASK));
  les_history_undo (les_session_get_history (fixture->session));
  type (fixture, "Second");
  g_assert_true (les_tag_picker_handle_key (fixture->picker, GDK_KEY_Return, GDK_CONTROL_MASK));
  assert_current_tags (fixture, "Second");

  les_session_perform (fixture->session,
                       les_edits_remove_articles (les_session_get_project (fixture->session),
                                                  (const char * const[]) { "left", NULL }));
  type (fixture, "Third");
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
}

static void
test_anchor_goes_away (Fixture *fixture, gconstpointer data)
{
  popup_for (fixture, "Una Falk");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_assert_null (gtk_widget_get_parent (GTK_WIDGET (fixture->picker)));
  fixture->text = gtk_text_view_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->text);
  popup_for (fixture, "Una Falk");
}

static void
test_nothing_selected (Fixture *fixture, gconstpointer data)
{
  g_assert_false (les_tag_picker_popup_for_selection (fixture->picker, LES_SIDE_LEFT, LES_TEXT_RANGE (28, 30),
                                                      fixture->text, NULL, FALSE));
  g_assert_false (les_tag_picker_popup_for_annotation (fixture->picker, "no-such-id", fixture->text, NULL, FALSE));
}

/* Time that the machine gave us; others may be at work on it. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
test_many_tags (Fixture *fixture, gconstpointer data)
{
  gint64 worst = 0;

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tag number %d of the economy", i);

      g_free (les_annotating_find_tag (fixture->session, name));
    }
  popup_for (fixture, "Una Falk");
  for (const char * const *step = (const char * const[]) { "e", "ec", "eco", "eco ", "t", "ta", "tag 4", "", NULL };
       *step != NULL; step++)
    {
      gint64 start = get_cpu_time ();

      type (fixture, *step);
      worst = MAX (worst, get_cpu_time () - start);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_test_message ("slowest key: %.1f ms", worst / 1000.0);
  g_assert_cmpint (worst, <, KEY_LIMIT_USEC);
}

static void
assert_choices (LesTagChoices *choices, const char *query, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  les_tag_choices_set_query (choices, query);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_autoptr (LesTagChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);

      if (i > 0)
        g_string_append_c (names, '|');
      if (les_tag_choice_get_number (choice) > 0)
        g_string_append_printf (names, "%u:", les_tag_choice_get_number (choice));
      if (les_tag_choice_get_tag (choice) == NULL)
        g_string_append_c (names, '+');
      g_string_append (names, les_tag_choice_get_name (choice));
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_choices (void)
{
  LesSession *session = make_session ();
  LesTagChoices *choices = les_tag_choices_new (session);
  g_autofree char *parent = les_annotating_find_tag (session, "Weather");

  les_session_perform (session, les_edits_add_tag (les_session_get_project (session), "Storm", parent, NULL));
  g_free (les_annotating_find_tag (session, "Storage"));
  g_free (les_annotating_find_tag (session, "Brainstorm"));
  g_free (les_annotating_find_tag (session, "Big storm"));
  les_tag_choices_reload (choices);
  assert_choices (choices, "", "Big storm|Brainstorm|Storage|Storm|Weather");
  assert_choices (choices, "sto", "Storage|Storm|Big storm|Brainstorm|+sto");
  assert_choices (choices, "STORM", "Storm|Big storm|Brainstorm");
  assert_choices (choices, "weather", "Weather|Storm");
  assert_choices (choices, " x  y ", "+x y");
  assert_choices (choices, " \n ", "Big storm|Brainstorm|Storage|Storm|Weather");

  mark (session, LES_SIDE_LEFT, "Una Falk", "Weather");
  mark (session, LES_SIDE_LEFT, "Lighthouse", "Storage");
  les_tag_choices_reload (choices);
  assert_choices (choices, "", "1:Storage|2:Weather|Big storm|Brainstorm|Storm");
  g_assert_finalize_object (choices);
  drop_session (session);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/tag-picker/choices", test_choices);
  add ("/tag-picker/create", test_create);
  add ("/tag-picker/take-best", test_take_best);
  add ("/tag-picker/same-name", test_same_name);
  add ("/tag-picker/hostile-names", test_hostile_names);
  add ("/tag-picker/several", test_several);
  add ("/tag-picker/digits", test_digits);
  add ("/tag-picker/untagged", test_untagged);
  add ("/tag-picker/escape-makes-nothing", test_escape_makes_nothing);
  add ("/tag-picker/note", test_note);
  add ("/tag-picker/other-session", test_other_session);
  add ("/tag-picker/resting-note", test_resting_note);
  add ("/tag-picker/note-only", test_note_only);
  add ("/tag-picker/target-goes-away", test_target_goes_away);
  add ("/tag-picker/anchor-goes-away", test_anchor_goes_away);
  add ("/tag-picker/nothing-selected", test_nothing_selected);
  add ("/tag-picker/many-tags", test_many_tags);
  return g_test_run ();
}
