/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-findings.h"

#include "les-record-names.h"

/* A file that is wrong in every line must not fill the memory with words. */
#define MAX_FINDINGS 10000

/** @finding: (transfer full) */
void
les_finding_free (LesFinding *finding)
{
  g_free (finding->message);
  g_free (finding->label);
  g_free (finding->what);
  g_free (finding->to_place);
  g_free (finding);
}

/** Returns: (transfer full) (element-type LesFinding): an empty list */
GPtrArray *
les_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) les_finding_free);
}

/* Ids and names come from the file: nothing of them may break the line. */
static char *
make_one_line (char *message)
{
  for (char *p = message; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return message;
}

static LesFinding *
add (GPtrArray *findings, gboolean is_error, char *message)
{
  LesFinding *finding;

  if (findings->len >= MAX_FINDINGS)
    {
      g_free (message);
      return NULL;
    }
  finding = g_new0 (LesFinding, 1);
  finding->message = make_one_line (message);
  finding->is_error = is_error;
  g_ptr_array_add (findings, finding);
  return finding;
}

/** Notes something that the reader could put right or that does no harm. */
void
les_findings_note (GPtrArray *findings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (findings, FALSE, g_strdup_vprintf (format, args));
  va_end (args);
}

/** Notes something that had to be set aside. */
void
les_findings_error (GPtrArray *findings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (findings, TRUE, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * les_findings_dup_label:
 * @source: a record as a file has it
 *
 * Returns: (transfer full) (nullable): its words, its name, its headline or
 *   its note, whatever else is wrong with it
 */
char *
les_findings_dup_label (LesJsonSpan source)
{
  static const char * const members[] = { "exact", "name", "title", "note" };
  char *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members) && label == NULL && les_json_span_is_object (source); i++)
    label = les_json_span_dup_string (les_json_span_find (source, members[i]));
  return label;
}

/**
 * les_findings_aside:
 * @label: (nullable): by what a person knows the record
 * @what: (nullable): the part of it that is wrong, NULL for the whole
 * @cause: a static phrase of English that is offered to translators
 *
 * Notes that a record, or a part of it, was set aside.
 */
void
les_findings_aside (GPtrArray *findings, LesRecordKind kind, const char *id, const char *label, const char *what,
                    const char *cause)
{
  const char *table = les_record_names_get_table (kind);
  LesFinding *finding = add (findings, TRUE,
                             what != NULL ? g_strdup_printf ("%s %s: %s: %s; kept aside", table, id, what, cause)
                                          : g_strdup_printf ("%s %s: %s; kept aside", table, id, cause));

  if (finding == NULL)
    return;
  finding->cause = cause;
  finding->kind = kind;
  finding->label = g_strdup (label);
  finding->what = g_strdup (what);
}

/**
 * les_findings_to_place:
 * @id: of the annotation
 * @label: (nullable): its words
 * @cause: as of les_findings_aside()
 *
 * Notes that an annotation is in the project, but a person has to place it.
 */
void
les_findings_to_place (GPtrArray *findings, const char *id, const char *label, const char *cause)
{
  LesFinding *finding = add (findings, TRUE, g_strdup_printf ("annotations %s: %s; to be placed", id, cause));

  if (finding == NULL)
    return;
  finding->cause = cause;
  finding->kind = LES_RECORD_ANNOTATION;
  finding->label = g_strdup (label);
  finding->to_place = g_strdup (id);
}

/** Adds what another list holds. */
void
les_findings_copy (GPtrArray *findings, const LesFinding *finding)
{
  LesFinding *copy = add (findings, finding->is_error, g_strdup (finding->message));

  if (copy == NULL)
    return;
  copy->cause = finding->cause;
  copy->kind = finding->kind;
  copy->label = g_strdup (finding->label);
  copy->what = g_strdup (finding->what);
  copy->to_place = g_strdup (finding->to_place);
}
