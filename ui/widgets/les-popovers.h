/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void les_popover_take_off (GtkPopover *popover);

G_END_DECLS
