/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>

#include "les-error.h"
#include "les-exporter.h"
#include "les-import-codebook.h"
#include "les-project-format.h"

/* What was imported goes out and comes in again without a new tag. */
static void
check_format (LesProject *project, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_export (project, format, NULL, &error);
  g_autoptr (LesCodebook) codebook = NULL;
  g_autoptr (LesCodebookPlan) plan = NULL;

  g_assert_no_error (error);
  codebook = les_import_codebook_bytes (bytes, &error);
  g_assert_no_error (error);
  plan = les_codebook_plan_new (project, codebook);
  g_assert_cmpuint (plan->n_added, ==, 0);
}

static void
check_import (const LesCodebook *codebook)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesCodebookPlan) plan = les_codebook_plan_new (project, codebook);
  g_autoptr (LesChange) inverse = les_project_apply (project, plan->change);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = les_project_format_write (project, NULL, &error);
  g_autoptr (LesLoadedProject) loaded = NULL;

  g_assert_no_error (error);
  loaded = les_project_format_read (written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->findings->len, ==, 0);
  check_format (project, "qdc");
  check_format (project, "codebook-csv");
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LesCodebook) codebook = les_import_codebook_bytes (bytes, &error);

  g_assert_true ((codebook == NULL) == (error != NULL));
  if (codebook != NULL)
    check_import (codebook);
  else
    g_assert_true (error->domain == LES_ERROR);
  return 0;
}
