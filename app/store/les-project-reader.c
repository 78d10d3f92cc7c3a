/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-project-format.h"

#include <glib/gi18n-lib.h>

#include "les-error.h"
#include "les-extra.h"
#include "les-findings.h"
#include "les-json-gate.h"
#include "les-placing.h"
#include "les-record-names.h"
#include "les-record-reader.h"

#define FORMAT "lesart-project"
#define VERSION 1

/*
 * Bytes of a project file -> records that refer to each other rightly. What
 * cannot be placed is set aside in the project's own "unplaced", is tried again
 * with each reading, and comes back out with each writing.
 */
typedef struct
{
  LesJsonSpan root;
  LesJsonSpan tables[LES_N_RECORD_KINDS];
  LesJsonSpan unplaced;
  GCancellable *cancellable;

  LesRecord *info;
  LesExtra extra;                            /* of the project */
  GPtrArray *findings;                       /* of LesFinding */
  LesPlacing placing;                        /* and the records */
} ProjectReader;

/* One element of a table, or one that was set aside from it earlier. */
typedef struct
{
  LesRecordKind kind;
  LesJsonSpan source;
  LesJsonSpan unplaced;      /* the element of "unplaced"; not set when it stands in its table */
} Candidate;

static const char *
name_of (Candidate *candidate)
{
  return les_record_names_get_table (candidate->kind);
}

static void
set_aside (ProjectReader *self, Candidate *candidate, const char *id, const char *cause)
{
  g_autofree char *label = les_findings_dup_label (candidate->source);

  les_findings_aside (self->findings, candidate->kind, id, label, NULL, cause);
  if (les_json_span_is_set (candidate->unplaced))
    les_extra_keep (&self->extra, candidate->unplaced);
  else
    les_extra_set_aside (&self->extra, name_of (candidate), candidate->source, cause);
}

/* An id that follows from what the record says: the same file gives the same ids. */
static char *
derive_id (LesJsonSpan source, guint attempt)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *salt = g_strdup_printf ("%u:", attempt);
  const char *hex;

  g_checksum_update (checksum, (const guchar *) salt, -1);
  g_checksum_update (checksum, (const guchar *) source.bytes, source.n_bytes);
  hex = g_checksum_get_string (checksum);
  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hex, hex + 8, hex + 12, hex + 15, hex + 18);
}

static char *
dup_free_id (ProjectReader *self, Candidate *candidate)
{
  char *id = NULL;

  for (guint attempt = 0; id == NULL; attempt++)
    {
      id = derive_id (candidate->source, attempt);
      if (les_placing_has (&self->placing, candidate->kind, id))
        g_clear_pointer (&id, g_free);
    }
  return id;
}

static char *
dup_id (ProjectReader *self, Candidate *candidate)
{
  char *id = les_json_span_dup_string (les_json_span_find (candidate->source, "id"));

  if (id == NULL || *id == '\0')
    {
      g_free (id);
      id = dup_free_id (self, candidate);
      les_findings_note (self->findings, "%s %s: had no id, got this one", name_of (candidate), id);
    }
  else if (les_placing_has (&self->placing, candidate->kind, id))
    {
      g_autofree char *old = id;

      id = dup_free_id (self, candidate);
      les_findings_error (self->findings, "%s %s: the id stands twice; the second one is now %s",
                          name_of (candidate), old, id);
    }
  return id;
}

static void
read_candidate (ProjectReader *self, Candidate *candidate)
{
  g_autofree char *id = NULL;
  LesRecord *record;
  const char *cause;

  if (!les_json_span_is_object (candidate->source))
    {
      set_aside (self, candidate, "-", N_("not an object"));
      return;
    }
  id = dup_id (self, candidate);
  record = les_record_reader_read (candidate->kind, candidate->source, id, self->findings);
  cause = les_placing_place (&self->placing, record);
  if (cause == NULL)
    {
      if (les_json_span_is_set (candidate->unplaced) && !les_placing_is_unplaced (record))
        les_findings_note (self->findings, "%s %s: was set aside and has its place again", name_of (candidate), id);
      les_placing_add (&self->placing, record);
      return;
    }
  set_aside (self, candidate, id, cause);
  g_object_unref (record);
}

/* Whether an element of "unplaced" is a record that may have its place by now. */
static gboolean
get_unplaced_record (LesJsonSpan unplaced, Candidate *candidate)
{
  g_autofree char *member = les_json_span_dup_string (les_json_span_find (unplaced, "member"));

  candidate->unplaced = unplaced;
  candidate->source = les_json_span_find (unplaced, "value");
  return les_record_names_find_table (member, &candidate->kind)
         && candidate->kind != LES_RECORD_INFO
         && les_json_span_is_object (candidate->source);
}

static gboolean
read_array (ProjectReader *self, LesRecordKind kind, LesJsonSpan array, GError **error)
{
  LesJsonScan scan;
  guint n = 0;

  for (les_json_scan_init (&scan, array); les_json_scan_next (&scan);)
    {
      Candidate candidate = { kind, scan.value, { NULL, 0 } };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !les_project_format_check_count (kind, ++n, error))
        return FALSE;
      read_candidate (self, &candidate);
    }
  return TRUE;
}

static void
read_unplaced (ProjectReader *self, LesRecordKind kind)
{
  LesJsonScan scan;

  if (!les_json_span_is_array (self->unplaced))
    return;
  for (les_json_scan_init (&scan, self->unplaced); les_json_scan_next (&scan);)
    {
      Candidate candidate;

      if (get_unplaced_record (scan.value, &candidate) && candidate.kind == kind)
        read_candidate (self, &candidate);
    }
}

static gboolean
read_table (ProjectReader *self, LesRecordKind kind, GError **error)
{
  if (!read_array (self, kind, self->tables[kind], error))
    return FALSE;
  read_unplaced (self, kind);
  return TRUE;
}

static gboolean
is_reserved (const char *name)
{
  const char * const reserved[] = { "format", "version", "id", NULL };
  LesRecordKind kind;

  return g_strv_contains (reserved, name)
         || (les_record_names_find_table (name, &kind) && kind != LES_RECORD_INFO);
}

static void
read_info_string (ProjectReader *self, guint field, LesJsonSpan value)
{
  g_autofree char *string = les_json_span_dup_string (value);
  const char *name = les_record_get_string_name (self->info, field);

  les_record_set_string (self->info, field, string);
  if (string != NULL || les_json_span_is_null (value))
    return;
  les_extra_set_aside (&self->extra, name, value, "not a string");
  les_findings_error (self->findings, "\"%s\": not a string; kept aside", name);
}

static void
keep_value (ProjectReader *self, LesJsonSpan unplaced)
{
  les_extra_keep (&self->extra, unplaced);
  les_findings_note (self->findings, "the project holds a value that was set aside earlier");
}

/* Whatever of "unplaced" read_unplaced() will not take. */
static void
keep_unplaced (ProjectReader *self, LesJsonSpan unplaced)
{
  LesJsonScan scan;
  Candidate candidate;

  self->unplaced = unplaced;
  if (!les_json_span_is_array (unplaced))
    {
      keep_value (self, unplaced);
      return;
    }
  for (les_json_scan_init (&scan, unplaced); les_json_scan_next (&scan);)
    if (!get_unplaced_record (scan.value, &candidate))
      keep_value (self, scan.value);
}

static void
note_table (ProjectReader *self, const char *name, LesJsonSpan value)
{
  LesRecordKind kind;

  if (!les_record_names_find_table (name, &kind))
    return;
  if (les_json_span_is_array (value))
    {
      self->tables[kind] = value;
      return;
    }
  les_extra_set_aside (&self->extra, name, value, "not an array");
  les_findings_error (self->findings, "\"%s\": not an array; kept aside", name);
}

/* What says which project this is, but says it in another way than we know. */
static void
keep_odd_head (ProjectReader *self, const char *name, LesJsonSpan value)
{
  gint64 version;

  if (g_str_equal (name, "id") && !les_json_span_is_string (value))
    les_extra_set_aside (&self->extra, name, value, "not a string");
  if (g_str_equal (name, "version") && (!les_json_span_get_int (value, &version) || version != VERSION))
    les_extra_set_aside (&self->extra, name, value, "another format version");
}

static void
read_info (ProjectReader *self)
{
  LesJsonScan scan;
  guint field;

  les_extra_init (&self->extra, NULL);
  for (les_json_scan_init (&scan, self->root); les_json_scan_next (&scan);)
    {
      g_autofree char *name = les_json_span_dup_string (scan.name);

      if (name == NULL)
        les_extra_add (&self->extra, scan.name, scan.value);
      else if (les_record_names_find_field (self->info, name, &field))
        read_info_string (self, field, scan.value);
      else if (g_str_equal (name, LES_UNPLACED))
        keep_unplaced (self, scan.value);
      else if (is_reserved (name))
        {
          note_table (self, name, scan.value);
          keep_odd_head (self, name, scan.value);
        }
      else
        les_extra_add (&self->extra, scan.name, scan.value);
    }
}

static void
create_info (ProjectReader *self)
{
  LesJsonSpan value = les_json_span_find (self->root, "id");
  g_autofree char *id = les_json_span_dup_string (value);

  if (id == NULL || *id == '\0')
    {
      g_free (id);
      id = derive_id (self->root, 0);
      les_findings_note (self->findings, "the project had no id, got %s", id);
    }
  self->info = LES_RECORD (les_project_info_new (id));
}

static gboolean
read_version (LesJsonSpan root, GPtrArray *findings)
{
  LesJsonSpan span = les_json_span_find (root, "version");
  g_autofree char *source = les_json_span_dup (span);
  gint64 version;

  if (les_json_span_get_int (span, &version) && version >= 1 && version <= VERSION)
    return FALSE;
  les_findings_note (findings, "format version %s is not known here (%d is): read only",
                     les_json_span_is_set (span) ? source : "(missing)", VERSION);
  return TRUE;
}

static gboolean
check_format (LesJsonSpan root, GError **error)
{
  g_autofree char *format = les_json_span_dup_string (les_json_span_find (root, "format"));

  if (les_json_span_is_object (root) && g_strcmp0 (format, FORMAT) == 0)
    return TRUE;
  g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_PROJECT,
                       "JSON, but its \"format\" is not \"" FORMAT "\"");
  return FALSE;
}

static gboolean
read_tables (ProjectReader *self, GError **error)
{
  for (guint kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    {
      if (!read_table (self, kind, error))
        return FALSE;
      if (kind == LES_RECORD_ARTICLE)
        les_placing_check_versions (&self->placing);
      if (kind == LES_RECORD_TAG)
        les_placing_check_tag_parents (&self->placing);
    }
  return TRUE;
}

static void
init_reader (ProjectReader *self)
{
  self->findings = les_findings_new ();
  les_placing_init (&self->placing, self->findings);
}

static void
clear_reader (ProjectReader *self)
{
  les_placing_clear (&self->placing);
  les_extra_clear (&self->extra);
  g_clear_object (&self->info);
  g_ptr_array_unref (self->findings);
}

static LesLoadedProject *
finish_reader (ProjectReader *self, gboolean newer_version)
{
  LesLoadedProject *loaded = g_new0 (LesLoadedProject, 1);

  les_extra_store (&self->extra, self->info);
  loaded->project = les_project_new_from_records (LES_PROJECT_INFO (self->info), self->placing.records);
  loaded->findings = g_ptr_array_ref (self->findings);
  loaded->newer_version = newer_version;
  return loaded;
}

static LesLoadedProject *
read_root (LesJsonSpan root, GCancellable *cancellable, GError **error)
{
  ProjectReader self = { .root = root, .cancellable = cancellable };
  LesLoadedProject *loaded = NULL;
  gboolean newer_version;

  init_reader (&self);
  newer_version = read_version (root, self.findings);
  create_info (&self);
  read_info (&self);
  if (read_tables (&self, error))
    loaded = finish_reader (&self, newer_version);
  clear_reader (&self);
  return loaded;
}

/**
 * les_project_format_read:
 * @bytes: what stands in the file
 *
 * Any thread. Nothing of a file that is JSON and a project gets lost: see
 * "findings" for what could not be placed; it comes back out when the project
 * is written.
 *
 * Errors: %LES_ERROR_SYNTAX (the message starts with LINE:COLUMN),
 * %LES_ERROR_EMPTY, %LES_ERROR_NOT_A_PROJECT, %LES_ERROR_PROJECT_TOO_LARGE,
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the project and what was wrong with it
 */
LesLoadedProject *
les_project_format_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  LesJsonSpan root;

  if (!les_json_gate_check (data, n_bytes, cancellable, error))
    return NULL;
  data = les_json_gate_skip_bom (data, &n_bytes);
  root = les_json_span_of (data, n_bytes);
  return check_format (root, error) ? read_root (root, cancellable, error) : NULL;
}
