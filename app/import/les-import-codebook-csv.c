/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-codebook.h"

#include <string.h>

#include "les-encoding.h"
#include "les-error.h"
#include "les-limits.h"

/* A codebook as a table: with a heading row our own columns, those of Taguette
 * and whatever is called like them, in any order; without one, names or paths
 * with a description behind each. Parted by commas, semicolons or tabs. */

typedef enum
{
  COLUMN_ID,
  COLUMN_PARENT,
  COLUMN_NAME,
  COLUMN_PATH,
  COLUMN_DESCRIPTION,
  COLUMN_COLOR,
  COLUMN_SHORTCUT,
  COLUMN_KIND,
  COLUMN_SETS,
  N_COLUMNS
} Column;

static const char * const column_names[N_COLUMNS][6] = {
  [COLUMN_ID] = { "id", "guid", "uuid" },
  [COLUMN_PARENT] = { "parent", "parent id", "parent_id" },
  [COLUMN_NAME] = { "name", "tag", "code", "code name", "codename" },
  [COLUMN_PATH] = { "path", "tag path", "code path" },
  [COLUMN_DESCRIPTION] = { "description", "memo", "comment", "definition", "note" },
  [COLUMN_COLOR] = { "color", "colour" },
  [COLUMN_SHORTCUT] = { "shortcut", "key" },
  [COLUMN_KIND] = { "kind" },
  [COLUMN_SETS] = { "sets", "groups", "code groups" },
};

typedef struct
{
  char *cells[N_COLUMNS];   /* NULL: empty or no such column */
  int line;
  int index;                /* of its tag; -1: not placed yet */
  gboolean visiting;
} Row;

typedef struct
{
  LesCodebook *codebook;
  GPtrArray *rows;          /* of Row */
  GHashTable *by_id;        /* id -> Row, borrowed */
  GHashTable *by_name;      /* key of the name -> Row, borrowed; the first one */
  GHashTable *places;       /* index of the parent, line end, key of the name -> index + 1 */
  GHashTable *implied;      /* index of a tag that only a path has named */
  GHashTable *sets;         /* key -> LesCodebookSet */
  GError **error;
} Table;

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

/* Cells */

static char
find_separator (const char *text)
{
  const char candidates[] = ",;\t";
  int counts[3] = { 0 };
  gboolean quoted = FALSE;
  int best = 0;

  for (const char *p = text; *p != '\0' && (quoted || *p != '\n'); p++)
    {
      const char *found = strchr (candidates, *p);

      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && found != NULL)
        counts[found - candidates]++;
    }
  for (int i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static void
set_fault (GError **error, int line, const char *cause)
{
  g_set_error (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "%d: %s", line, cause);
}

/* Reads one cell and stands on what ends it; NULL when a quotation mark is not closed. */
static char *
read_cell (const char **p, char separator, int *line)
{
  GString *cell = g_string_new (NULL);

  if (**p != '"')
    {
      for (; **p != '\0' && **p != '\n' && **p != separator; (*p)++)
        g_string_append_c (cell, **p);
      return g_string_free (cell, FALSE);
    }
  for ((*p)++; **p != '\0' && !((*p)[0] == '"' && (*p)[1] != '"'); *p += **p == '"' ? 2 : 1)
    {
      *line += **p == '\n';
      g_string_append_c (cell, **p);
    }
  if (**p == '\0')
    {
      g_string_free (cell, TRUE);
      return NULL;
    }
  for ((*p)++; **p != '\0' && **p != '\n' && **p != separator; (*p)++)
    g_string_append_c (cell, **p);
  return g_string_free (cell, FALSE);
}

/* What was put in front so that a spreadsheet does not run the cell. */
static const char *
without_guard (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t\r\n", cell[1]) != NULL ? cell + 1 : cell;
}

static GPtrArray *
read_line (const char **p, char separator, int *line, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  int first = *line;

  for (;;)
    {
      g_autofree char *cell = read_cell (p, separator, line);

      if (cell == NULL)
        {
          set_fault (error, first, "a quotation mark is not closed");
          return NULL;
        }
      g_ptr_array_add (cells, g_strdup (without_guard (cell)));
      if (**p != separator)
        break;
      (*p)++;
    }
  *line += **p == '\n';
  *p += **p == '\n';
  return g_steal_pointer (&cells);
}

/* Columns */

static gboolean
is_column (Column column, const char *title)
{
  g_autofree char *key = les_tag_name_dup_key (title);

  g_strstrip (key);
  for (guint i = 0; i < G_N_ELEMENTS (column_names[column]) && column_names[column][i] != NULL; i++)
    if (g_str_equal (column_names[column][i], key))
      return TRUE;
  return FALSE;
}

/* Returns: whether @titles is a heading row */
static gboolean
find_columns (GPtrArray *titles, int *columns)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = -1;
      for (guint j = 0; columns[i] < 0 && j < titles->len; j++)
        if (is_column (i, titles->pdata[j]))
          columns[i] = j;
    }
  return columns[COLUMN_NAME] >= 0 || columns[COLUMN_PATH] >= 0;
}

static void
take_plain_columns (int *columns)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = -1;
  columns[COLUMN_PATH] = 0;
  columns[COLUMN_DESCRIPTION] = 1;
}

static void
add_row (Table *self, GPtrArray *cells, const int *columns, int line)
{
  Row *row = g_new0 (Row, 1);

  row->line = line;
  row->index = -1;
  for (guint i = 0; i < N_COLUMNS; i++)
    if (columns[i] >= 0 && (guint) columns[i] < cells->len)
      {
        const char *cell = cells->pdata[columns[i]];

        row->cells[i] = *cell != '\0' ? g_strdup (cell) : NULL;
      }
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_blank (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (cells->pdata[i]));

      if (*cell != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rows (Table *self, const char *text)
{
  char separator = find_separator (text);
  int columns[N_COLUMNS];
  gboolean first = TRUE;
  int line = 1;

  for (const char *p = text; *p != '\0';)
    {
      int start = line;
      g_autoptr (GPtrArray) cells = read_line (&p, separator, &line, self->error);

      if (cells == NULL)
        return FALSE;
      if (is_blank (cells))
        continue;
      if (self->rows->len >= LES_LIMIT_CODEBOOK_TAGS)
        {
          set_fault (self->error, start, "too many tags");
          return FALSE;
        }
      if (first && find_columns (cells, columns))
        {
          first = FALSE;
          continue;
        }
      if (first)
        take_plain_columns (columns);
      first = FALSE;
      add_row (self, cells, columns, start);
    }
  return TRUE;
}

/* The tree */

static char **
split_path (const char *path)
{
  static const char * const separators[] = { ">>", " > ", " / " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (path, separators[i]) != NULL)
      return g_strsplit (path, separators[i], -1);
  return g_strsplit (path, "\n\n\n", 1);
}

static char *
dup_place (int parent, const char *name)
{
  g_autofree char *clean = les_tag_name_dup_clean (name);
  g_autofree char *key = les_tag_name_dup_key (clean != NULL ? clean : "");

  return g_strdup_printf ("%d\n%s", parent, key);
}

static int
find_placed (Table *self, int parent, const char *name)
{
  g_autofree char *place = dup_place (parent, name);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, place)) - 1;
}

static int
append (Table *self, const char *name, const char *id, int parent)
{
  int index = self->codebook->tags->len;

  les_codebook_append_tag (self->codebook, name, id, parent);
  g_hash_table_insert (self->places, dup_place (parent, name), GINT_TO_POINTER (index + 1));
  return index;
}

/* The tags above that the path of a row names, made where no row has done so yet. */
static int
place_path (Table *self, char **names)
{
  int parent = -1;

  for (; names[0] != NULL && names[1] != NULL; names++)
    {
      int index = find_placed (self, parent, names[0]);

      if (index < 0)
        {
          index = append (self, names[0], NULL, parent);
          g_hash_table_add (self->implied, GINT_TO_POINTER (index));
        }
      parent = index;
    }
  return parent;
}

static void
join_sets (Table *self, const char *names, guint index)
{
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *name = les_tag_name_dup_clean (*part);
      g_autofree char *key = name != NULL ? les_tag_name_dup_key (name) : NULL;
      LesCodebookSet *set;

      if (name == NULL)
        continue;
      set = g_hash_table_lookup (self->sets, key);
      if (set == NULL)
        {
          set = les_codebook_append_set (self->codebook, name, NULL);
          g_hash_table_insert (self->sets, g_steal_pointer (&key), set);
        }
      g_array_append_val (set->members, index);
    }
}

static void
fill_tag (Table *self, Row *row)
{
  LesCodebookTag *tag = self->codebook->tags->pdata[row->index];

  if (tag->guid == NULL)
    tag->guid = g_strdup (row->cells[COLUMN_ID]);
  if (tag->description == NULL)
    tag->description = g_strdup (row->cells[COLUMN_DESCRIPTION]);
  les_codebook_set_color (tag, row->cells[COLUMN_COLOR]);
  if (row->cells[COLUMN_SHORTCUT] != NULL)
    tag->shortcut = les_tag_shortcut_dup_clean (row->cells[COLUMN_SHORTCUT]);
  if (row->cells[COLUMN_KIND] != NULL)
    tag->heading = g_ascii_strcasecmp (row->cells[COLUMN_KIND], LES_TAG_KIND_HEADING) == 0;
  if (row->cells[COLUMN_SETS] != NULL)
    join_sets (self, row->cells[COLUMN_SETS], row->index);
}

static Row *
find_parent (Table *self, Row *row)
{
  g_autofree char *key = NULL;
  Row *parent;

  if (row->cells[COLUMN_PARENT] == NULL)
    return NULL;
  parent = g_hash_table_lookup (self->by_id, row->cells[COLUMN_PARENT]);
  if (parent != NULL)
    return parent;
  key = les_tag_name_dup_key (row->cells[COLUMN_PARENT]);
  return g_hash_table_lookup (self->by_name, key);
}

static const char *
get_last (char **names)
{
  return names[0] != NULL ? names[g_strv_length (names) - 1] : "";
}

static gboolean
place_row (Table *self, Row *row, int level)
{
  g_auto (GStrv) names = split_path (row->cells[COLUMN_PATH] != NULL ? row->cells[COLUMN_PATH] : "");
  const char *name = row->cells[COLUMN_NAME] != NULL ? row->cells[COLUMN_NAME] : get_last (names);
  g_autofree char *clean = les_tag_name_dup_clean (name);
  Row *above = find_parent (self, row);
  int parent = -1;

  if (row->index >= 0 || clean == NULL)
    return TRUE;
  if (level > LES_LIMIT_CODEBOOK_DEPTH_LEVELS || g_strv_length (names) > LES_LIMIT_CODEBOOK_DEPTH_LEVELS)
    {
      set_fault (self->error, row->line, "tags lie too many levels deep");
      return FALSE;
    }
  row->visiting = TRUE;
  /* A tag that would stand below itself comes to the root. */
  if (above != NULL && !above->visiting)
    {
      if (!place_row (self, above, level + 1))
        return FALSE;
      parent = above->index;
    }
  else if (row->cells[COLUMN_PARENT] == NULL)
    parent = place_path (self, names);
  row->visiting = FALSE;
  if (self->codebook->tags->len >= LES_LIMIT_CODEBOOK_TAGS)
    {
      set_fault (self->error, row->line, "too many tags");
      return FALSE;
    }
  row->index = find_placed (self, parent, name);
  if (row->index < 0 || !g_hash_table_remove (self->implied, GINT_TO_POINTER (row->index)))
    row->index = append (self, name, row->cells[COLUMN_ID], parent);
  fill_tag (self, row);
  return TRUE;
}

static void
index_rows (Table *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      char *key = row->cells[COLUMN_NAME] != NULL ? les_tag_name_dup_key (row->cells[COLUMN_NAME]) : NULL;

      if (row->cells[COLUMN_ID] != NULL && !g_hash_table_contains (self->by_id, row->cells[COLUMN_ID]))
        g_hash_table_insert (self->by_id, row->cells[COLUMN_ID], row);
      if (key != NULL && !g_hash_table_contains (self->by_name, key))
        g_hash_table_insert (self->by_name, g_steal_pointer (&key), row);
      g_free (key);
    }
}

static gboolean
place_rows (Table *self)
{
  index_rows (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (!place_row (self, row, 1))
        return FALSE;
      self->codebook->n_skipped += row->index < 0;
    }
  if (self->codebook->tags->len > 0)
    return TRUE;
  g_set_error_literal (self->error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "no row has the name of a tag");
  return FALSE;
}

static void
init_table (Table *self)
{
  self->codebook = les_codebook_new ();
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->implied = g_hash_table_new (NULL, NULL);
  self->sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
clear_table (Table *self)
{
  g_clear_pointer (&self->codebook, les_codebook_free);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->implied);
  g_hash_table_unref (self->sets);
}

/**
 * les_import_codebook_csv:
 *
 * The character encoding is recognised as for articles.
 *
 * Errors: %LES_ERROR_NOT_A_CODEBOOK (the message starts with LINE:),
 * %LES_ERROR_BINARY, %LES_ERROR_ENCODING.
 */
LesCodebook *
les_import_codebook_csv (GBytes *bytes, GError **error)
{
  g_auto (LesDecoded) decoded = { NULL };
  Table self = { .error = error };
  LesCodebook *codebook = NULL;

  if (!les_encoding_decode (&decoded, bytes, NULL, error))
    return NULL;
  init_table (&self);
  if (read_rows (&self, decoded.utf8) && place_rows (&self))
    codebook = g_steal_pointer (&self.codebook);
  clear_table (&self);
  return codebook;
}
