/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-share-button.h"

#include <glib/gi18n.h>

#include "les-share-bar.h"

#define WIDE_BAR 180

/**
 * LesShareButton:
 *
 * Two small bars, the left article above the right one: how much of each the
 * other one has. Opens the same by position, in words.
 */
struct _LesShareButton
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *button;

  /* Borrowed: in button */
  LesShareBar *bars[LES_N_SIDES];
  GtkGrid *grid;

  /* Weak */
  LesSession *session;
};

G_DEFINE_FINAL_TYPE (LesShareButton, les_share_button, GTK_TYPE_WIDGET)

static const char *
word_position (LesSharePosition position)
{
  switch (position)
    {
    case LES_SHARE_HEADLINE:
      return _("Headline");
    case LES_SHARE_LEAD:
      return _("Lead");
    case LES_SHARE_BODY:
      return _("Body");
    case LES_SHARE_WHOLE:
      return _("Whole text");
    case LES_N_SHARE_POSITIONS:
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
make_label (const char *words, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static void
attach_count (LesShareButton *self, LesSharePosition position, const LesShareCount *count, int *row)
{
  GtkWidget *bar = les_share_bar_new ();
  g_autofree char *words = les_share_bar_dup_words (count);

  if (les_share_count_get_n_words (count) == 0)
    return;
  g_object_ref_sink (bar);
  les_share_bar_set_count (LES_SHARE_BAR (bar), count);
  gtk_widget_set_size_request (bar, WIDE_BAR, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, make_label (word_position (position), "caption-heading"), 0, *row, 1, 1);
  gtk_grid_attach (self->grid, bar, 1, *row, 1, 1);
  gtk_grid_attach (self->grid, make_label (words, "caption"), 1, *row + 1, 1, 1);
  g_object_unref (bar);
  *row += 2;
}

static void
attach_side (LesShareButton *self, LesSession *session, LesSide side, int *row)
{
  static const LesSharePosition order[] = { LES_SHARE_WHOLE, LES_SHARE_HEADLINE, LES_SHARE_LEAD, LES_SHARE_BODY };
  const LesShares *shares = les_session_get_shares (session);
  g_autofree char *heading = les_article_dup_heading (les_session_get_article (session, side));
  GtkWidget *label = make_label (heading, "heading");

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (*row > 0)
    gtk_widget_set_margin_top (label, 12);
  gtk_grid_attach (self->grid, label, 0, (*row)++, 2, 1);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    attach_count (self, order[i], side == LES_SIDE_LEFT ? &shares->left[order[i]] : &shares->right[order[i]], row);
}

/* When it is opened: what it says may have changed many times since. */
static void
fill_grid (LesShareButton *self)
{
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (self->session == NULL || les_session_get_shares (self->session) == NULL)
    return;
  for (int side = 0; side < LES_N_SIDES; side++)
    attach_side (self, self->session, side, &row);
}

static void
les_share_button_dispose (GObject *object)
{
  g_clear_weak_pointer (&LES_SHARE_BUTTON (object)->session);
  g_clear_pointer (&LES_SHARE_BUTTON (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (les_share_button_parent_class)->dispose (object);
}

static void
les_share_button_class_init (LesShareButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = les_share_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
les_share_button_init (LesShareButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *popover = gtk_popover_new ();

  self->button = gtk_menu_button_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      self->bars[side] = LES_SHARE_BAR (les_share_bar_new ());
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bars[side]));
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->grid));
  g_signal_connect_object (popover, "show", G_CALLBACK (fill_grid), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (popover, "share-popover");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
describe (LesShareButton *self, const LesShares *shares)
{
  g_autofree char *left = les_share_bar_dup_words (&shares->left[LES_SHARE_WHOLE]);
  g_autofree char *right = les_share_bar_dup_words (&shares->right[LES_SHARE_WHOLE]);
  /* Translators: the shares of both articles: "41 % taken over, ..." each */
  g_autofree char *words = g_strdup_printf (_("Left: %s\nRight: %s"), left, right);

  gtk_widget_set_tooltip_text (self->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Shares in Common"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/** Shows what the session has now; hides where nothing is compared. */
void
les_share_button_show (LesShareButton *self, LesSession *session)
{
  const LesShares *shares = les_session_get_shares (session);

  g_return_if_fail (LES_IS_SHARE_BUTTON (self));

  g_set_weak_pointer (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self), shares != NULL);
  if (shares == NULL)
    return;
  les_share_bar_set_count (self->bars[LES_SIDE_LEFT], &shares->left[LES_SHARE_WHOLE]);
  les_share_bar_set_count (self->bars[LES_SIDE_RIGHT], &shares->right[LES_SHARE_WHOLE]);
  describe (self, shares);
}
