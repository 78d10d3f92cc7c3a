/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-editor.h"

#include <glib/gi18n.h>

#include "les-codebook-edits.h"
#include "les-codebook.h"
#include "les-color-choice.h"
#include "les-dialogs.h"
#include "les-tag-counts.h"

#define MAX_ARTICLES 5

typedef struct
{
  LesArticle *article;    /* borrowed */
  int n;
} Use;

/**
 * LesTagEditor:
 *
 * Name, description, colour, shortcut and sets of one tag, where it is used, and
 * a way to delete it. What is applied is one step of undoing; so is deleting,
 * which tells how many annotations lose the tag.
 */
struct _LesTagEditor
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *apply;
  GtkEditable *name;
  GtkTextView *explanation;
  GtkEditable *shortcut;
  GtkEditable *sets;
  GtkSwitch *heading;
  GtkEditable *code;
  GtkLabel *complaint;
  LesColorChoice *colors;
  GtkWidget *removal;
  GtkLabel *uses;
  GtkLabel *articles;

  /* Owned */
  LesSession *session;
  char *tag;              /* id; NULL for a new one */
  char *above;            /* id of the tag above it, or NULL */

  gboolean leaving;       /* the user has been asked, or has applied */
};

G_DEFINE_FINAL_TYPE (LesTagEditor, les_tag_editor, ADW_TYPE_WINDOW)

static LesTag *
get_tag (LesTagEditor *self)
{
  return les_project_get_tag (les_session_get_project (self->session), self->tag);
}

static const char *
get_field (LesTagEditor *self, LesTagField field)
{
  LesTag *tag = get_tag (self);

  return tag != NULL ? les_tag_get (tag, field) : NULL;
}

static LesProject *
get_project (LesTagEditor *self)
{
  return les_session_get_project (self->session);
}

/* What is wrong with the name, in words; NULL when nothing is. */
static char *
dup_name_fault (LesTagEditor *self)
{
  g_autofree char *clean = les_tag_name_dup_clean (gtk_editable_get_text (self->name));

  if (clean == NULL)
    return g_strdup ("");
  if (les_codebook_find_named (get_project (self), clean, self->above, self->tag) != NULL)
    return g_strdup (_("Another tag here has this name already."));
  return NULL;
}

static char *
dup_shortcut_fault (LesTagEditor *self)
{
  const char *typed = gtk_editable_get_text (self->shortcut);
  g_autofree char *clean = les_tag_shortcut_dup_clean (typed);
  LesTag *other;

  if (*typed == '\0')
    return NULL;
  if (clean == NULL)
    return g_strdup (_("A shortcut is one or two letters or digits."));
  other = les_codebook_find_conflict (get_project (self), clean, self->tag);
  if (other == NULL)
    return NULL;
  /* Translators: the first %s is the name of a tag, the second its shortcut. */
  return g_strdup_printf (_("“%s” has the shortcut %s, which would get in the way."), les_tag_get (other, LES_TAG_NAME),
                          les_tag_get (other, LES_TAG_SHORTCUT));
}

static char *
dup_color_fault (LesTagEditor *self)
{
  return les_tag_color_is_valid (gtk_editable_get_text (self->code))
         ? NULL : g_strdup (_("A color is # and six digits or letters from A to F."));
}

static void
check (LesTagEditor *self)
{
  g_autofree char *name = NULL;
  g_autofree char *shortcut = NULL;
  g_autofree char *color = NULL;
  const char *fault;

  if (self->session == NULL)
    return;
  name = dup_name_fault (self);
  shortcut = dup_shortcut_fault (self);
  color = dup_color_fault (self);
  fault = name != NULL && *name != '\0' ? name : shortcut != NULL ? shortcut : color;
  gtk_label_set_text (self->complaint, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), fault != NULL);
  gtk_widget_set_sensitive (self->apply, name == NULL && fault == NULL);
}

static char *
dup_explanation (LesTagEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->explanation);
  GtkTextIter start, end;
  char *words;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strchomp (words);
}

static LesTag *
make_tag (LesTagEditor *self)
{
  g_autofree char *name = les_tag_name_dup_clean (gtk_editable_get_text (self->name));
  g_autofree char *shortcut = les_tag_shortcut_dup_clean (gtk_editable_get_text (self->shortcut));
  g_autofree char *explanation = dup_explanation (self);
  LesTag *tag = get_tag (self) != NULL ? les_record_copy (get_tag (self)) : les_tag_new (NULL, NULL, NULL);

  les_tag_set (tag, LES_TAG_NAME, name);
  les_tag_set (tag, LES_TAG_COLOR, gtk_editable_get_text (self->code));
  les_tag_set (tag, LES_TAG_DESCRIPTION, explanation);
  les_tag_set (tag, LES_TAG_PARENT, self->above);
  les_tag_set (tag, LES_TAG_SHORTCUT, shortcut);
  if (gtk_switch_get_active (self->heading) != les_tag_is_heading (tag))
    les_tag_set (tag, LES_TAG_KIND, gtk_switch_get_active (self->heading) ? LES_TAG_KIND_HEADING : NULL);
  return tag;
}

/* The list of tags shows what has been made. */
static void
select_in_list (LesTagEditor *self, LesTag *tag)
{
  const char *ids[] = { les_record_get_id (LES_RECORD (tag)), NULL };
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.select-tags", "^as", ids);
}

static void
apply_cb (LesTagEditor *self)
{
  g_autoptr (LesTag) tag = NULL;
  const char *sets = gtk_editable_get_text (self->sets);

  check (self);
  if (!gtk_widget_get_sensitive (self->apply))
    return;
  tag = make_tag (self);
  les_session_perform (self->session, get_tag (self) != NULL ? les_codebook_edit_tag (get_project (self), tag, sets)
                                                             : les_codebook_add_tag (get_project (self), tag, sets));
  select_in_list (self, tag);
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
delete_cb (LesTagEditor *self)
{
  const char *ids[] = { self->tag, NULL };

  les_session_perform (self->session, les_codebook_remove_tags (get_project (self), ids, FALSE));
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
has_new_explanation (LesTagEditor *self)
{
  const char *description = get_field (self, LES_TAG_DESCRIPTION);
  g_autofree char *before = g_strchomp (g_strdup (description != NULL ? description : ""));
  g_autofree char *words = dup_explanation (self);

  return g_strcmp0 (words, before) != 0;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesTagEditor *self = LES_TAG_EDITOR (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "apply") == 0)
    apply_cb (self);
  if (g_strcmp0 (answer, "discard") != 0)
    return;
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* A description can be long; the rest is typed again in no time. */
static gboolean
les_tag_editor_close_request (GtkWindow *window)
{
  LesTagEditor *self = LES_TAG_EDITOR (window);
  const LesAnswer answers[] = {
    { "cancel", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "apply", _("_Apply"), FALSE },
  };
  guint n_answers = gtk_widget_get_sensitive (self->apply) ? G_N_ELEMENTS (answers) : G_N_ELEMENTS (answers) - 1;

  if (self->leaving || !has_new_explanation (self))
    return GTK_WINDOW_CLASS (les_tag_editor_parent_class)->close_request (window);
  les_dialogs_ask_async (window, _("Apply the Changes?"), _("What you changed is lost if you discard it."), answers,
                         n_answers, answered_cb, NULL);
  return GDK_EVENT_STOP;
}

/* Setting the text empties it first, which is a choice as well. */
static void
color_chosen_cb (LesTagEditor *self)
{
  g_autofree char *color = g_strdup (les_color_choice_get_color (self->colors));

  if (g_ascii_strcasecmp (color, gtk_editable_get_text (self->code)) != 0)
    gtk_editable_set_text (self->code, color);
}

/* A code that was typed is another choice than those with a dot. */
static void
code_changed_cb (LesTagEditor *self)
{
  les_color_choice_set_color (self->colors, gtk_editable_get_text (self->code));
  check (self);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return ((const Use *) b)->n - ((const Use *) a)->n;
}

/* "3 × Headline", most used first. */
static char *
dup_articles (LesTagEditor *self, LesTagCounts *counts)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (get_project (self), LES_RECORD_ARTICLE);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      Use use = { articles->pdata[i], (int) les_tag_counts_get_in (counts, self->tag, les_record_get_id (articles->pdata[i])) };

      if (use.n > 0)
        g_array_append_val (uses, use);
    }
  g_array_sort (uses, compare_counts);
  for (guint i = 0; i < MIN (uses->len, MAX_ARTICLES); i++)
    {
      g_autofree char *heading = les_article_dup_heading (g_array_index (uses, Use, i).article);

      g_string_append_printf (lines, "%s%d × %s", i > 0 ? "\n" : "", g_array_index (uses, Use, i).n, heading);
    }
  if (uses->len > MAX_ARTICLES)
    {
      guint n_more = uses->len - MAX_ARTICLES;

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %u more article", "and %u more articles", n_more), n_more);
    }
  return g_string_free (lines, FALSE);
}

static void
show_uses (LesTagEditor *self)
{
  g_autoptr (LesTagCounts) counts = les_tag_counts_new (get_project (self));
  guint n = les_tag_counts_get (counts, self->tag);
  g_autofree char *articles = dup_articles (self, counts);
  g_autofree char *words = NULL;

  words = n == 0 ? g_strdup (_("No annotation carries this tag."))
                 : g_strdup_printf (ngettext ("%u annotation carries this tag. It is kept when the tag is deleted.",
                                              "%u annotations carry this tag. They are kept when the tag is deleted.", n), n);
  gtk_label_set_text (self->uses, words);
  gtk_label_set_text (self->articles, articles);
  gtk_widget_set_visible (GTK_WIDGET (self->articles), n > 0);
}

static void
show_field (GtkEditable *editable, const char *value)
{
  gtk_editable_set_text (editable, value != NULL ? value : "");
}

static void
show_tag (LesTagEditor *self)
{
  LesTag *tag = get_tag (self);
  const char *description = get_field (self, LES_TAG_DESCRIPTION);
  g_autofree char *sets = tag != NULL ? les_codebook_dup_sets_of (get_project (self), self->tag) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), tag != NULL ? _("Edit Tag") : _("New Tag"));
  gtk_editable_set_text (self->code, tag != NULL ? les_tag_get (tag, LES_TAG_COLOR)
                                                 : les_codebook_get_free_color (get_project (self)));
  show_field (self->name, get_field (self, LES_TAG_NAME));
  show_field (self->shortcut, get_field (self, LES_TAG_SHORTCUT));
  show_field (self->sets, sets);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->explanation), description != NULL ? description : "", -1);
  gtk_switch_set_active (self->heading, tag != NULL && les_tag_is_heading (tag));
  gtk_widget_set_visible (self->removal, tag != NULL);
  if (tag != NULL)
    show_uses (self);
  check (self);
}

static void
les_tag_editor_finalize (GObject *object)
{
  LesTagEditor *self = LES_TAG_EDITOR (object);

  g_clear_object (&self->session);
  g_free (self->tag);
  g_free (self->above);

  G_OBJECT_CLASS (les_tag_editor_parent_class)->finalize (object);
}

static void
les_tag_editor_class_init (LesTagEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_tag_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = les_tag_editor_close_request;

  g_type_ensure (LES_TYPE_COLOR_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, apply);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, name);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, explanation);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, complaint);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, colors);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, removal);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, uses);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, articles);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, shortcut);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, sets);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, code);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, color_chosen_cb);
}

static void
les_tag_editor_init (LesTagEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create (LesSession *session, const char *tag, const char *above)
{
  LesTagEditor *self = g_object_new (LES_TYPE_TAG_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->tag = g_strdup (tag);
  self->above = g_strdup (above);
  show_tag (self);
  return GTK_WIDGET (self);
}

static void
present (GtkWidget *editor, GtkWindow *parent)
{
  gtk_window_set_transient_for (GTK_WINDOW (editor), parent);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_widget_grab_focus (GTK_WIDGET (LES_TAG_EDITOR (editor)->name));
}

/** @tag: (nullable): id of the tag to edit, NULL for a new one */
GtkWidget *
les_tag_editor_new (LesSession *session, const char *tag)
{
  LesTag *record = les_project_get_tag (les_session_get_project (session), tag);

  return create (session, tag, record != NULL ? les_tag_get (record, LES_TAG_PARENT) : NULL);
}

/** Shows the editor over @parent. @tag: (nullable): id, NULL for a new tag */
void
les_tag_editor_present (LesSession *session, const char *tag, GtkWindow *parent)
{
  present (les_tag_editor_new (session, tag), parent);
}

/** Shows the editor over @parent, for a new tag. @above: (nullable): id of the tag it shall stand below */
void
les_tag_editor_present_below (LesSession *session, const char *above, GtkWindow *parent)
{
  present (create (session, NULL, above), parent);
}
