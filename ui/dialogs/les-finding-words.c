/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-finding-words.h"

#include <glib/gi18n.h>

#define MAX_LABEL_CHARS 60
#define MAX_LISTED 12

static const char * const kinds[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = N_("Project"),
  [LES_RECORD_ARTICLE] = N_("Article"),
  [LES_RECORD_TAG] = N_("Tag"),
  [LES_RECORD_TAG_SET] = N_("Set of tags"),
  [LES_RECORD_RELATION] = N_("Relation"),
  [LES_RECORD_ANNOTATION] = N_("Annotation"),
  [LES_RECORD_LINK] = N_("Link"),
  [LES_RECORD_COMPARISON] = N_("Comparison"),
};

static char *
dup_short (const char *label)
{
  g_autofree char *start = NULL;
  g_autofree char *line = g_strdup (label);

  g_strdelimit (line, "\r\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= MAX_LABEL_CHARS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_LABEL_CHARS);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
dup_subject (const LesFinding *finding)
{
  g_autofree char *label = finding->label != NULL ? dup_short (finding->label) : NULL;
  g_autofree char *named = NULL;

  if (label == NULL)
    named = g_strdup (_(kinds[finding->kind]));
  else
    /* Translators: a kind of record and its words or its name: Annotation “It was late” */
    named = g_strdup_printf (_("%s “%s”"), _(kinds[finding->kind]), label);
  return finding->what != NULL ? g_strdup_printf ("%s (%s)", named, finding->what) : g_steal_pointer (&named);
}

/* Returns: one line in the user's language */
static char *
dup_line (const LesFinding *finding)
{
  g_autofree char *subject = NULL;

  if (finding->cause == NULL)
    return g_strdup (finding->message);
  subject = dup_subject (finding);
  /* Translators: what is wrong in a project file, and why: Annotation “It was late”: its article does not exist */
  return g_strdup_printf (_("%s: %s"), subject, _(finding->cause));
}

/**
 * les_finding_words_dup_all:
 * @findings: (element-type LesFinding): those that are errors are listed
 *
 * Returns: (transfer full): a line for each of the first ones, and how many more there are
 */
char *
les_finding_words_dup_all (GPtrArray *findings)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LesFinding *finding = findings->pdata[i];
      g_autofree char *line = NULL;

      if (!finding->is_error || n++ >= MAX_LISTED)
        continue;
      line = dup_line (finding);
      g_string_append_printf (words, "%s.\n", line);
    }
  if (n > MAX_LISTED)
    g_string_append_printf (words, ngettext ("and %u more", "and %u more", n - MAX_LISTED), n - MAX_LISTED);
  return g_strchomp (g_string_free (words, FALSE));
}
