/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void les_chain_mark_moved (GPtrArray *matches);

G_END_DECLS
