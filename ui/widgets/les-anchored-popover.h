/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_ANCHORED_POPOVER (les_anchored_popover_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesAnchoredPopover, les_anchored_popover, LES, ANCHORED_POPOVER, GtkPopover)

struct _LesAnchoredPopoverClass
{
  GtkPopoverClass parent_class;
};

void les_anchored_popover_hang_on (LesAnchoredPopover *self,
                                   GtkWidget          *anchor);

G_END_DECLS
