/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "les-journal-line.h"
#include "les-project-format.h"

/* What is written is read again and written as the same bytes, and nothing is
 * set aside that was not before. */
static void
check_round_trip (LesProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once = les_project_format_write (project, NULL, &error);
  g_autoptr (LesLoadedProject) again = NULL;
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  again = les_project_format_read (once, NULL, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind < LES_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (les_project_get_n_records (project, kind), ==,
                      les_project_get_n_records (again->project, kind));
  twice = les_project_format_write (again->project, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (once, twice));
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesLoadedProject) loaded = les_project_format_read (bytes, NULL, &error);
  LesJsonSpan ignored;

  g_assert_true ((loaded == NULL) == (error != NULL));
  if (loaded != NULL)
    check_round_trip (loaded->project);
  les_journal_line_read ((const char *) data, size, &ignored);
  return 0;
}
