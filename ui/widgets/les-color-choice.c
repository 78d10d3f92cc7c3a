/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-color-choice.h"

#include "les-tag-dot.h"
#include "les-tag-names.h"
#include "les-tag.h"

/**
 * LesColorChoice:
 *
 * A dot for each colour of the palette, one of which can be chosen.
 *
 * Property "color": "#RRGGBB", the one that is chosen; also one that has no dot.
 */
struct _LesColorChoice
{
  GtkBox parent_instance;

  char *color;            /* owned; NULL for none */
};

enum
{
  PROP_0,
  PROP_COLOR,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (LesColorChoice, les_color_choice, GTK_TYPE_BOX)

static GParamSpec *properties[N_PROPS];

static gboolean
is_of_color (GtkWidget *button, const char *color)
{
  return color != NULL && g_ascii_strcasecmp (g_object_get_data (G_OBJECT (button), "color"), color) == 0;
}

static GtkWidget *
find_button (LesColorChoice *self, const char *color)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (button != NULL && !is_of_color (button, color))
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static void
toggled_cb (GtkToggleButton *button, LesColorChoice *self)
{
  if (gtk_toggle_button_get_active (button) && !is_of_color (GTK_WIDGET (button), self->color))
    les_color_choice_set_color (self, g_object_get_data (G_OBJECT (button), "color"));
}

static void
add_button (LesColorChoice *self, const char *color, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));

  gtk_button_set_child (GTK_BUTTON (button), les_tag_dot_new (color));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "color-choice");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "color", g_strdup (color), g_free);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self), button);
}

static void
les_color_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COLOR:
      g_value_set_string (value, LES_COLOR_CHOICE (object)->color);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_color_choice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COLOR:
      les_color_choice_set_color (LES_COLOR_CHOICE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_color_choice_finalize (GObject *object)
{
  g_free (LES_COLOR_CHOICE (object)->color);

  G_OBJECT_CLASS (les_color_choice_parent_class)->finalize (object);
}

static void
les_color_choice_class_init (LesColorChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = les_color_choice_get_property;
  object_class->set_property = les_color_choice_set_property;
  object_class->finalize = les_color_choice_finalize;

  properties[PROP_COLOR] = g_param_spec_string ("color", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_color_choice_init (LesColorChoice *self)
{
  for (guint i = 0; i < les_tag_palette_get_n_colors (); i++)
    add_button (self, les_tag_palette_color (i), les_tag_color_get_name (i));
}

/** Returns: (transfer none) (nullable): NULL until one was chosen */
const char *
les_color_choice_get_color (LesColorChoice *self)
{
  return self->color;
}

/** @color: (nullable): the dot of that colour is marked; none if there is no such dot */
void
les_color_choice_set_color (LesColorChoice *self, const char *color)
{
  GtkWidget *chosen;
  char *copy;

  g_return_if_fail (LES_IS_COLOR_CHOICE (self));

  if (g_strcmp0 (self->color, color) == 0)
    return;
  copy = g_strdup (color);
  g_free (self->color);
  self->color = copy;
  chosen = find_button (self, color);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), button == chosen);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOR]);
}

/** Adds a dot for a colour that is not of the palette. */
void
les_color_choice_offer (LesColorChoice *self, const char *color)
{
  g_return_if_fail (LES_IS_COLOR_CHOICE (self) && color != NULL);

  if (find_button (self, color) == NULL)
    add_button (self, color, les_tag_color_get_name (G_MAXUINT));
}
