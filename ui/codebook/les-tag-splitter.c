/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-splitter.h"

#include <glib/gi18n.h>

#include "les-codebook-edits.h"
#include "les-tag-split.h"

/* More rows than anybody ticks one by one. */
#define MAX_PARTS 500

/**
 * LesTagSplitter:
 *
 * Some of the annotations of a tag get another one: those of certain articles,
 * outlets, speakers, those that carry another tag too, or that hold certain words.
 * One new tag, or one for each part. Says how many change before it is done.
 */
struct _LesTagSplitter
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *apply;
  GtkDropDown *by;
  GtkEditable *words;
  GtkWidget *parts_window;
  GtkListBox *parts;
  GtkWidget *each_row;
  GtkSwitch *each;
  GtkWidget *name;
  GtkSwitch *below;
  GtkSwitch *keep;
  GtkLabel *outcome;

  /* Owned */
  LesSession *session;
  char *tag;
};

G_DEFINE_FINAL_TYPE (LesTagSplitter, les_tag_splitter, ADW_TYPE_WINDOW)

static LesSplitBy
get_by (LesTagSplitter *self)
{
  return gtk_drop_down_get_selected (self->by);
}

static gboolean
wants_each (LesTagSplitter *self)
{
  return get_by (self) != LES_SPLIT_BY_WORDS && gtk_switch_get_active (self->each);
}

static char **
dup_keys (LesTagSplitter *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->parts, i)) != NULL; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row))))
      g_strv_builder_add (keys, g_object_get_data (G_OBJECT (row), "key"));
  return g_strv_builder_end (keys);
}

/* NULL while a name is wanted and there is none. */
static LesChange *
make_change (LesTagSplitter *self)
{
  g_auto (GStrv) keys = dup_keys (self);
  g_autofree char *name = les_tag_name_dup_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const LesTagSplit split = {
    .by = get_by (self),
    .keys = (const char * const *) keys,
    .words = gtk_editable_get_text (self->words),
    .name = wants_each (self) ? NULL : name,
    .below = gtk_switch_get_active (self->below),
    .keep = gtk_switch_get_active (self->keep),
  };

  if (!wants_each (self) && name == NULL)
    return NULL;
  return les_tag_split_perform (les_session_get_project (self->session), self->tag, &split);
}

static guint
count_new (LesChange *change)
{
  guint n = 0;

  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    n += les_change_get_edit (change, i)->kind == LES_RECORD_TAG;
  return n;
}

static char *
dup_outcome (LesChange *change)
{
  guint n_changed = change != NULL ? les_codebook_count_changed (change) : 0;
  guint n_new = change != NULL ? count_new (change) : 0;
  g_autofree char *annotations = g_strdup_printf (ngettext ("%u annotation changes.", "%u annotations change.", n_changed), n_changed);
  g_autofree char *tags = g_strdup_printf (ngettext ("%u new tag.", "%u new tags.", n_new), n_new);

  if (change == NULL)
    return g_strdup (_("The new tag needs a name."));
  return g_strconcat (annotations, " ", tags, NULL);
}

static void
preview (LesTagSplitter *self)
{
  LesChange *change;
  g_autofree char *words = NULL;

  if (self->session == NULL)
    return;
  gtk_widget_set_visible (self->name, !wants_each (self));
  change = make_change (self);
  words = dup_outcome (change);
  gtk_label_set_text (self->outcome, words);
  gtk_widget_set_sensitive (self->apply, change != NULL && les_codebook_count_changed (change) > 0);
  g_clear_pointer (&change, les_change_unref);
}

static void
apply_cb (LesTagSplitter *self)
{
  LesChange *change = make_change (self);

  if (change != NULL)
    les_session_perform (self->session, change);
  gtk_window_close (GTK_WINDOW (self));
}

static const char *
get_unknown (LesSplitBy by)
{
  return by == LES_SPLIT_BY_OUTLET ? _("Outlet Not Known") : by == LES_SPLIT_BY_SPEAKER ? _("Nobody") : "";
}

static void
add_part (LesTagSplitter *self, const LesSplitPart *part)
{
  g_autofree char *words = g_strdup_printf ("%s (%u)", part->label != NULL ? part->label : get_unknown (get_by (self)),
                                            part->n_annotations);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (preview), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (part->key), g_free);
  gtk_list_box_append (self->parts, row);
}

static void
fill_parts (LesTagSplitter *self)
{
  g_autoptr (GPtrArray) parts = les_tag_split_list_parts (les_session_get_project (self->session), self->tag, get_by (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->parts, 0)) != NULL)
    gtk_list_box_remove (self->parts, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (parts->len, MAX_PARTS); i++)
    add_part (self, parts->pdata[i]);
}

static void
by_changed_cb (LesTagSplitter *self)
{
  gboolean words = get_by (self) == LES_SPLIT_BY_WORDS;

  if (self->session == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->words), words);
  gtk_widget_set_visible (self->parts_window, !words);
  gtk_widget_set_visible (self->each_row, !words);
  fill_parts (self);
  preview (self);
}

static void
les_tag_splitter_finalize (GObject *object)
{
  LesTagSplitter *self = LES_TAG_SPLITTER (object);

  g_clear_object (&self->session);
  g_free (self->tag);

  G_OBJECT_CLASS (les_tag_splitter_parent_class)->finalize (object);
}

static void
les_tag_splitter_class_init (LesTagSplitterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_tag_splitter_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-splitter.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, apply);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, by);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, words);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, parts_window);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, parts);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, each_row);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, each);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, name);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, below);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, keep);
  gtk_widget_class_bind_template_child (widget_class, LesTagSplitter, outcome);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview);
}

static void
les_tag_splitter_init (LesTagSplitter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** @tag: id of the tag to split */
GtkWidget *
les_tag_splitter_new (LesSession *session, const char *tag)
{
  LesTagSplitter *self = g_object_new (LES_TYPE_TAG_SPLITTER, NULL);
  LesTag *record = les_project_get_tag (les_session_get_project (session), tag);
  g_autofree char *title = NULL;

  self->session = g_object_ref (session);
  self->tag = g_strdup (tag);
  /* Translators: %s is the name of a tag. */
  title = g_strdup_printf (_("Split “%s”"), record != NULL ? les_tag_get (record, LES_TAG_NAME) : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
  by_changed_cb (self);
  return GTK_WIDGET (self);
}

void
les_tag_splitter_present (LesSession *session, const char *tag, GtkWindow *parent)
{
  GtkWidget *splitter = les_tag_splitter_new (session, tag);

  gtk_window_set_transient_for (GTK_WINDOW (splitter), parent);
  gtk_window_present (GTK_WINDOW (splitter));
  gtk_widget_grab_focus (GTK_WIDGET (LES_TAG_SPLITTER (splitter)->by));
}
