/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-terms.h"

#include <glib/gi18n-lib.h>

/* What matches are called wherever people read of them: in the list, in the
 * table, in print, in exports. */

/** Returns: translated */
const char *
les_match_terms_get_kind (LesMatchKind kind)
{
  switch (kind)
    {
    case LES_MATCH_VERBATIM:
      return _("Word for word");
    case LES_MATCH_EDITED:
      return _("Taken over with changes");
    case LES_MATCH_REWORDED:
      return _("Reworded");
    default:
      g_assert_not_reached ();
    }
}

/** Returns: translated: how sure it is */
const char *
les_match_terms_get_grade (LesMatchGrade grade)
{
  switch (grade)
    {
    case LES_GRADE_ASSERTED:
      /* Translators: how sure the program is that two passages belong together */
      return _("certain");
    case LES_GRADE_PROBABLE:
      return _("probable");
    case LES_GRADE_POSSIBLE:
      return _("possible");
    default:
      g_assert_not_reached ();
    }
}

/** Returns: translated: what disagrees between two passages */
const char *
les_match_terms_get_detail (LesDetailKind kind)
{
  switch (kind)
    {
    case LES_DETAIL_NUMBER:
      /* Translators: a detail in which two passages differ, followed by both wordings */
      return _("Number");
    case LES_DETAIL_DATE:
      return _("Date");
    case LES_DETAIL_NAME:
      return _("Name");
    case LES_DETAIL_NEGATION:
      return _("Negation");
    case LES_DETAIL_HEDGE:
      /* Translators: whether a statement is called certain, alleged, tried, planned */
      return _("Certainty");
    case LES_DETAIL_QUOTATION:
      return _("Wording of the quotation");
    default:
      g_assert_not_reached ();
    }
}

/** Returns: (transfer full): kind, grade and whether it stands elsewhere, for people */
char *
les_match_terms_dup_kind (const LesMatch *match)
{
  const char *kind = les_match_terms_get_kind (match->kind);
  const char *grade = les_match_terms_get_grade (match->grade);

  if (match->moved)
    /* Translators: kind and grade of a match: "In other words · probable · moved" */
    return g_strdup_printf (_("%s · %s · moved"), kind, grade);
  /* Translators: kind and grade of a match: "In other words · probable" */
  return g_strdup_printf (_("%s · %s"), kind, grade);
}

/** Returns: (transfer full): how alike both passages are, as "87 %" */
char *
les_match_terms_dup_score (const LesMatch *match)
{
  /* Translators: how alike two passages are; %d is a number from 0 to 100, %% is the percent sign, the blank does not break */
  return g_strdup_printf (_("%d %%"), CLAMP ((match->score + 5) / 10, 0, 100));
}
