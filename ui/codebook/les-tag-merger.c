/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-merger.h"

#include <glib/gi18n.h>

#include "les-codebook-edits.h"
#include "les-tag-counts.h"
#include "les-tag-names.h"

#define TITLE_CHARS 26

/**
 * LesTagMerger:
 *
 * Several tags become one: of those selected the one that stays is chosen, or
 * for a single one any other. Says how many annotations change before it is done.
 */
struct _LesTagMerger
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *apply;
  GtkLabel *from;
  GtkDropDown *into;
  GtkLabel *outcome;

  /* Owned */
  LesSession *session;
  char **ids;
  GPtrArray *choices;     /* of LesTag, as in the drop-down */
};

G_DEFINE_FINAL_TYPE (LesTagMerger, les_tag_merger, ADW_TYPE_WINDOW)

static const char *
get_into (LesTagMerger *self)
{
  guint selected = gtk_drop_down_get_selected (self->into);

  return selected < self->choices->len ? les_record_get_id (self->choices->pdata[selected]) : NULL;
}

static LesChange *
make_change (LesTagMerger *self)
{
  return les_codebook_merge_tags (les_session_get_project (self->session), (const char * const *) self->ids,
                                  get_into (self));
}

static guint
count_leaving (LesTagMerger *self)
{
  const char *into = get_into (self);

  return g_strv_length (self->ids) - (into != NULL && g_strv_contains ((const char * const *) self->ids, into));
}

static void
preview (LesTagMerger *self)
{
  g_autoptr (LesChange) change = NULL;
  g_autofree char *annotations = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (self->session == NULL || self->choices == NULL || get_into (self) == NULL)
    return;
  change = make_change (self);
  n = les_codebook_count_changed (change);
  annotations = g_strdup_printf (ngettext ("%u annotation changes.", "%u annotations change.", n), n);
  n = count_leaving (self);
  tags = g_strdup_printf (ngettext ("%u tag goes; what it says and the tags below it are kept.",
                                    "%u tags go; what they say and the tags below them are kept.", n), n);
  words = g_strconcat (annotations, " ", tags, NULL);
  gtk_label_set_text (self->outcome, words);
  gtk_widget_set_sensitive (self->apply, les_change_get_n_edits (change) > 0);
}

static void
apply_cb (LesTagMerger *self)
{
  if (get_into (self) != NULL)
    les_session_perform (self->session, make_change (self));
  gtk_window_close (GTK_WINDOW (self));
}

/* With what stands above it behind the name, so that one can search by the name. */
static char *
dup_title (LesProject *project, LesTag *tag)
{
  LesTag *above = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
  g_autofree char *path = above != NULL ? les_tag_dup_path (project, above) : NULL;
  const char *name = les_tag_get (tag, LES_TAG_NAME);

  return path == NULL ? g_strdup (name) : g_strdup_printf ("%s — %s", name, path);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (les_tag_get (*(LesTag * const *) a, LES_TAG_NAME), les_tag_get (*(LesTag * const *) b, LES_TAG_NAME));
}

static GPtrArray *
list_choices (LesTagMerger *self)
{
  LesProject *project = les_session_get_project (self->session);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  gboolean several = g_strv_length (self->ids) > 1;
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tags->len; i++)
    if (g_strv_contains ((const char * const *) self->ids, les_record_get_id (tags->pdata[i])) == several)
      g_ptr_array_add (choices, g_object_ref (tags->pdata[i]));
  g_ptr_array_sort (choices, compare_titles);
  return choices;
}

/* The one that is used most is most likely to stay. */
static guint
find_most_used (LesTagMerger *self)
{
  g_autoptr (LesTagCounts) counts = les_tag_counts_new (les_session_get_project (self->session));
  guint best = 0;

  for (guint i = 1; i < self->choices->len; i++)
    if (les_tag_counts_get (counts, les_record_get_id (self->choices->pdata[i]))
        > les_tag_counts_get (counts, les_record_get_id (self->choices->pdata[best])))
      best = i;
  return best;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), title);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), title);
}

/* As usual, but a long name must not widen the window. */
static void
set_factory (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
fill (LesTagMerger *self)
{
  LesProject *project = les_session_get_project (self->session);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *choices = list_choices (self);

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      LesTag *tag = les_project_get_tag (project, self->ids[i]);
      /* Translators: the name of a tag, in the quotation marks of the language */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), tag != NULL ? les_tag_get (tag, LES_TAG_NAME) : "");

      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", quoted);
    }
  gtk_label_set_text (self->from, names->str);
  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *words = dup_title (project, choices->pdata[i]);

      gtk_string_list_append (titles, words);
    }
  set_factory (self->into);
  gtk_drop_down_set_expression (self->into, title);
  gtk_drop_down_set_model (self->into, G_LIST_MODEL (titles));
  self->choices = choices;
  gtk_widget_set_sensitive (self->apply, choices->len > 0);
  if (g_strv_length (self->ids) > 1)
    gtk_drop_down_set_selected (self->into, find_most_used (self));
  preview (self);
}

static void
les_tag_merger_finalize (GObject *object)
{
  LesTagMerger *self = LES_TAG_MERGER (object);

  g_clear_object (&self->session);
  g_strfreev (self->ids);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (les_tag_merger_parent_class)->finalize (object);
}

static void
les_tag_merger_class_init (LesTagMergerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_tag_merger_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-merger.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagMerger, apply);
  gtk_widget_class_bind_template_child (widget_class, LesTagMerger, from);
  gtk_widget_class_bind_template_child (widget_class, LesTagMerger, into);
  gtk_widget_class_bind_template_child (widget_class, LesTagMerger, outcome);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview);
}

static void
les_tag_merger_init (LesTagMerger *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** @ids: the tags to merge; a single one is merged into another one, to be chosen */
GtkWidget *
les_tag_merger_new (LesSession *session, const char * const *ids)
{
  LesTagMerger *self = g_object_new (LES_TYPE_TAG_MERGER, NULL);

  self->session = g_object_ref (session);
  self->ids = g_strdupv ((char **) ids);
  fill (self);
  return GTK_WIDGET (self);
}

/** Shows the merger over @parent. @ids: of the tags, ended by NULL */
void
les_tag_merger_present (LesSession *session, const char * const *ids, GtkWindow *parent)
{
  GtkWidget *merger = les_tag_merger_new (session, ids);

  gtk_window_set_transient_for (GTK_WINDOW (merger), parent);
  gtk_window_present (GTK_WINDOW (merger));
  /* Of several one is proposed: Enter is enough. */
  gtk_widget_grab_focus (ids[0] != NULL && ids[1] != NULL ? LES_TAG_MERGER (merger)->apply
                                                          : GTK_WIDGET (LES_TAG_MERGER (merger)->into));
}
