/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-pattern.h"

static GRegex *
ensure_regex (LesPattern *self)
{
  if (g_once_init_enter (&self->regex))
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (self->source, G_REGEX_EXTENDED | G_REGEX_OPTIMIZE, 0, &error);

      if (regex == NULL)
        g_error ("%s: %s", self->source, error->message);
      g_once_init_leave (&self->regex, (gsize) regex);
    }
  return (GRegex *) self->regex;
}

static LesSlice
get_group (GMatchInfo *match, guint number, LesSlice within)
{
  int start;
  int end;

  if (!g_match_info_fetch_pos (match, number, &start, &end) || start < 0)
    return LES_SLICE (within.end, within.end);
  return LES_SLICE (within.start + start, within.start + end);
}

/**
 * les_pattern_match:
 * @within: where to search; keep it short, it is scanned whole
 * @groups: (out caller-allocates) (array length=n_groups): the whole match and
 *   the groups; empty ones at the end of @within
 *
 * Returns: whether it matches
 */
gboolean
les_pattern_match (LesPattern *self, LesSlice within, LesSlice *groups, guint n_groups)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match_full (ensure_regex (self), within.start, les_slice_n_bytes (within),
                           0, 0, &match, NULL))
    return FALSE;
  for (guint i = 0; i < n_groups; i++)
    groups[i] = get_group (match, i, within);
  return TRUE;
}
