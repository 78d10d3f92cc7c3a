/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-findings.h"

/* A file that is wrong in every line must not fill the memory with words. */
#define MAX_FINDINGS 10000

/** @finding: (transfer full) */
void
les_finding_free (LesFinding *finding)
{
  g_free (finding->message);
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

static void
add (GPtrArray *findings, gboolean is_error, const char *format, va_list args)
{
  LesFinding *finding;

  if (findings->len >= MAX_FINDINGS)
    return;
  finding = g_new0 (LesFinding, 1);
  finding->message = make_one_line (g_strdup_vprintf (format, args));
  finding->is_error = is_error;
  g_ptr_array_add (findings, finding);
}

/** Notes something that the reader could put right or that does no harm. */
void
les_findings_note (GPtrArray *findings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (findings, FALSE, format, args);
  va_end (args);
}

/** Notes something that had to be set aside. */
void
les_findings_error (GPtrArray *findings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add (findings, TRUE, format, args);
  va_end (args);
}
