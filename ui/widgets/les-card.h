/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_CARD (les_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesCard, les_card, LES, CARD, GtkWidget)

/**
 * LesCardClass:
 * @current_changed: it has become the current one of its list, or is it no longer
 */
struct _LesCardClass
{
  GtkWidgetClass parent_class;

  void (*current_changed) (LesCard *self);
};

void     les_card_set_frame      (LesCard     *self,
                                  GtkWidget   *frame);
gboolean les_card_is_current     (LesCard     *self);
void     les_card_follow_current (LesCard     *self,
                                  GtkListItem *list_item);

G_END_DECLS
