/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-chips.h"

#include <glib/gi18n.h>

#include "les-tag-dot.h"
#include "les-tag-names.h"
#include "les-wrap-layout.h"

/**
 * LesTagChips:
 *
 * The tags of an annotation, each with its colour and its name, broken into
 * lines as they fit. With "removable" each has a button that emits
 * "remove-tag" (id).
 */
struct _LesTagChips
{
  GtkWidget parent_instance;

  /* Borrowed: our own child behind the chips */
  GtkWidget *end;

  /* State */
  gboolean removable;
  char *shown;          /* what the chips say, to leave them alone when nothing changed */
};

enum
{
  REMOVE_TAG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesTagChips, les_tag_chips, GTK_TYPE_WIDGET)

static void
remove_clicked_cb (GtkButton *button, LesTagChips *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "tag"));

  g_signal_emit (self, signals[REMOVE_TAG], 0, id);
}

static GtkWidget *
new_remove_button (LesTagChips *self, LesTag *tag)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is the name of a tag */
  g_autofree char *words = g_strdup_printf (_("Remove tag “%s”"), les_tag_get (tag, LES_TAG_NAME));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (les_record_get_id (LES_RECORD (tag))), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
new_chip (LesTagChips *self, LesProject *project, LesTag *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (les_tag_get (tag, LES_TAG_NAME));
  g_autofree char *path = les_tag_dup_path (project, tag);

  gtk_widget_add_css_class (chip, "tag-chip");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_tooltip_text (chip, path);
  gtk_box_append (GTK_BOX (chip), les_tag_dot_new (les_tag_get (tag, LES_TAG_COLOR)));
  gtk_box_append (GTK_BOX (chip), label);
  if (self->removable)
    {
      gtk_widget_add_css_class (chip, "removable");
      gtk_box_append (GTK_BOX (chip), new_remove_button (self, tag));
    }
  return chip;
}

static void
clear_chips (LesTagChips *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->end)
        gtk_widget_unparent (child);
      child = next;
    }
}

static char *
describe_tags (LesProject *project, const char * const *tags)
{
  GString *words = g_string_new (NULL);

  for (; *tags != NULL; tags++)
    {
      LesTag *tag = les_project_get_tag (project, *tags);
      g_autofree char *path = tag != NULL ? les_tag_dup_path (project, tag) : NULL;

      if (tag != NULL)
        g_string_append_printf (words, "%s\n%s\n%s", *tags, les_tag_get (tag, LES_TAG_COLOR), path);
    }
  return g_string_free (words, FALSE);
}

static void
les_tag_chips_dispose (GObject *object)
{
  LesTagChips *self = LES_TAG_CHIPS (object);

  clear_chips (self);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (les_tag_chips_parent_class)->dispose (object);
}

static void
les_tag_chips_class_init (LesTagChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_tag_chips_dispose;

  signals[REMOVE_TAG] = g_signal_new ("remove-tag", LES_TYPE_TAG_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "tagchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
les_tag_chips_init (LesTagChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), les_wrap_layout_new (6));
}

/** Before the first les_tag_chips_show(). */
void
les_tag_chips_set_removable (LesTagChips *self, gboolean removable)
{
  g_return_if_fail (LES_IS_TAG_CHIPS (self));

  self->removable = removable;
}

/**
 * les_tag_chips_show:
 * @tags: ids ended by NULL; unknown ones are passed over
 */
void
les_tag_chips_show (LesTagChips *self, LesProject *project, const char * const *tags)
{
  g_autofree char *description = NULL;

  g_return_if_fail (LES_IS_TAG_CHIPS (self));

  description = describe_tags (project, tags);
  if (g_strcmp0 (description, self->shown) == 0)
    return;

  clear_chips (self);
  for (const char * const *id = tags; *id != NULL; id++)
    {
      LesTag *tag = les_project_get_tag (project, *id);

      if (tag != NULL)
        gtk_widget_insert_before (new_chip (self, project, tag), GTK_WIDGET (self), self->end);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), *description != '\0' || self->end != NULL);
  g_free (self->shown);
  self->shown = g_steal_pointer (&description);
}

/** Sets @widget (transfer floating) behind the last chip, for good. */
void
les_tag_chips_add_end (LesTagChips *self, GtkWidget *widget)
{
  g_return_if_fail (LES_IS_TAG_CHIPS (self) && self->end == NULL);

  self->end = widget;
  gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}
