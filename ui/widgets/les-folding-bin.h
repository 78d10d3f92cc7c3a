/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_FOLDING_BIN (les_folding_bin_get_type ())
G_DECLARE_FINAL_TYPE (LesFoldingBin, les_folding_bin, LES, FOLDING_BIN, GtkWidget)

int les_folding_bin_get_n_fitting (LesFoldingBin *self);

G_END_DECLS
