/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-json-gate.h"

#include <string.h>

#include "les-error.h"
#include "les-limits.h"

/* Objects with more members than this look their names up in a table. */
#define FEW_NAMES 24
/* How often a long check looks whether it was cancelled, in values. */
#define CANCEL_VALUES 4096

#define BOM "\xEF\xBB\xBF"

/*
 * A strict reader of RFC 8259 that builds nothing. It stands in front of
 * json-glib 1.6, which takes more than JSON, changes some values silently and
 * runs out of stack on deep nesting. What passes here is read by json-glib
 * without a change, apart from numbers that we do not read through it.
 */
typedef struct
{
  const char *bytes;       /* as they stand in the source, with escapes */
  guint32 n_bytes;
  gboolean escaped;
} Name;

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  GArray *names;           /* of Name, of all objects that are open */
  guint depth;
  guint n_values;
  GCancellable *cancellable;
  GError **error;
} Gate;

static gboolean check_value (Gate *self);

static gboolean
refuse_at (Gate *self, const char *place, const char *cause)
{
  int line = 1;
  const char *start_of_line = self->start;

  for (const char *p = self->start; p < place; p++)
    if (*p == '\n')
      {
        line++;
        start_of_line = p + 1;
      }
  g_set_error (self->error, LES_ERROR, LES_ERROR_SYNTAX, "%d:%ld: %s", line,
               g_utf8_strlen (start_of_line, place - start_of_line) + 1, cause);
  return FALSE;
}

static gboolean
refuse (Gate *self, const char *cause)
{
  return refuse_at (self, self->p, self->p < self->end ? cause : "the file ends too early");
}

static void
skip_blanks (Gate *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\n' || *self->p == '\t' || *self->p == '\r'))
    self->p++;
}

static int
read_hex4 (Gate *self, const char *digits)
{
  int value = 0;

  if (self->end - digits < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static gboolean
check_unicode_escape (Gate *self)
{
  int unit = read_hex4 (self, self->p + 2);

  if (unit < 0)
    return refuse (self, "\\u needs four hexadecimal digits");
  if (unit == 0)
    return refuse (self, "a NUL character in a string");
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    return refuse (self, "half of a surrogate pair");
  if (unit >= 0xD800 && unit <= 0xDBFF)
    {
      int low = self->end - self->p >= 12 && self->p[6] == '\\' && self->p[7] == 'u'
                ? read_hex4 (self, self->p + 8) : -1;

      if (low < 0xDC00 || low > 0xDFFF)
        return refuse (self, "half of a surrogate pair");
      self->p += 6;
    }
  self->p += 6;
  return TRUE;
}

static gboolean
check_escape (Gate *self)
{
  if (self->end - self->p < 2)
    {
      self->p = self->end;
      return refuse (self, "");
    }
  if (self->p[1] == 'u')
    return check_unicode_escape (self);
  if (self->p[1] == '\0' || strchr ("\"\\/bfnrt", self->p[1]) == NULL)
    return refuse (self, "an unknown escape in a string");
  self->p += 2;
  return TRUE;
}

static gboolean
check_string (Gate *self, Name *name)
{
  const char *opening = self->p++;
  gboolean escaped = FALSE;

  while (self->p < self->end && *self->p != '"')
    {
      if (*self->p == '\\')
        {
          escaped = TRUE;
          if (!check_escape (self))
            return FALSE;
        }
      else if ((guchar) *self->p < 0x20)
        return refuse (self, "a raw control character in a string");
      else
        self->p++;
    }
  if (self->p >= self->end)
    return refuse_at (self, opening, "a string that is not closed; the file ends too early");

  *name = (Name) { opening + 1, self->p - opening - 1, escaped };
  self->p++;
  return TRUE;
}

static gboolean
skip_digits (Gate *self)
{
  const char *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  return self->p > start;
}

static gboolean
check_number (Gate *self)
{
  if (*self->p == '-')
    self->p++;
  if (self->p < self->end && *self->p == '0')
    self->p++;
  else if (!skip_digits (self))
    return refuse (self, "a number without digits");

  if (self->p < self->end && *self->p == '.')
    {
      self->p++;
      if (!skip_digits (self))
        return refuse (self, "a number without digits behind the point");
    }
  if (self->p < self->end && (*self->p == 'e' || *self->p == 'E'))
    {
      self->p++;
      if (self->p < self->end && (*self->p == '+' || *self->p == '-'))
        self->p++;
      if (!skip_digits (self))
        return refuse (self, "a number without digits in its exponent");
    }
  if (self->p < self->end && g_ascii_isalnum (*self->p))
    return refuse (self, "a number that is not written as JSON has it");
  return TRUE;
}

static char
unescape_simple (char c)
{
  const char *from = "bfnrt";
  const char *to = "\b\f\n\r\t";
  const char *found = strchr (from, c);

  return found != NULL ? to[found - from] : c;
}

static char *
decode_name (const Name *name)
{
  g_autoptr (GString) decoded = g_string_sized_new (name->n_bytes);
  const char *end = name->bytes + name->n_bytes;

  for (const char *p = name->bytes; p < end; p++)
    {
      if (*p != '\\')
        g_string_append_c (decoded, *p);
      else if (*++p != 'u')
        g_string_append_c (decoded, unescape_simple (*p));
      else
        {
          /* The halves of a pair are kept apart: good enough for telling names apart. */
          char unit[5] = { p[1], p[2], p[3], p[4], '\0' };

          g_string_append_unichar (decoded, g_ascii_strtoull (unit, NULL, 16));
          p += 4;
        }
    }
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

static gboolean
equal_names (const Name *a, const Name *b)
{
  g_autofree char *decoded_a = NULL;
  g_autofree char *decoded_b = NULL;

  if (!a->escaped && !b->escaped)
    return a->n_bytes == b->n_bytes && memcmp (a->bytes, b->bytes, a->n_bytes) == 0;

  decoded_a = decode_name (a);
  decoded_b = decode_name (b);
  return g_str_equal (decoded_a, decoded_b);
}

static void
fill_name_table (Gate *self, guint first, GHashTable *table)
{
  for (guint i = first; i < self->names->len; i++)
    g_hash_table_add (table, decode_name (&g_array_index (self->names, Name, i)));
}

/* Whether @name is new among the names from @first on. */
static gboolean
note_name (Gate *self, guint first, GHashTable **table, const Name *name)
{
  if (*table == NULL && self->names->len - first >= FEW_NAMES)
    {
      *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      fill_name_table (self, first, *table);
    }
  if (*table != NULL)
    return g_hash_table_add (*table, decode_name (name));

  for (guint i = first; i < self->names->len; i++)
    if (equal_names (&g_array_index (self->names, Name, i), name))
      return FALSE;
  g_array_append_val (self->names, *name);
  return TRUE;
}

static gboolean
check_member (Gate *self, guint first, GHashTable **table)
{
  const char *place = self->p;
  Name name;

  if (self->p >= self->end || *self->p != '"')
    return refuse (self, "a member name in quotation marks is missing");
  if (!check_string (self, &name))
    return FALSE;
  if (!note_name (self, first, table, &name))
    return refuse_at (self, place, "the same member name twice in one object");

  skip_blanks (self);
  if (self->p >= self->end || *self->p != ':')
    return refuse (self, "a colon is missing");
  self->p++;
  skip_blanks (self);
  return check_value (self);
}

/* Behind an item: TRUE and *@more when a comma follows, TRUE when @closing does. */
static gboolean
check_separator (Gate *self, char closing, gboolean *more)
{
  skip_blanks (self);
  *more = self->p < self->end && *self->p == ',';
  if (!*more && (self->p >= self->end || *self->p != closing))
    return refuse (self, "a comma or a closing bracket is missing");
  self->p++;
  if (*more)
    skip_blanks (self);
  return TRUE;
}

static gboolean
is_empty (Gate *self, char closing)
{
  self->p++;
  skip_blanks (self);
  if (self->p >= self->end || *self->p != closing)
    return FALSE;
  self->p++;
  return TRUE;
}

static gboolean
check_object (Gate *self)
{
  g_autoptr (GHashTable) table = NULL;
  guint first = self->names->len;
  gboolean more = !is_empty (self, '}');

  while (more)
    if (!check_member (self, first, &table) || !check_separator (self, '}', &more))
      return FALSE;
  g_array_set_size (self->names, first);
  return TRUE;
}

static gboolean
check_array (Gate *self)
{
  gboolean more = !is_empty (self, ']');

  while (more)
    if (!check_value (self) || !check_separator (self, ']', &more))
      return FALSE;
  return TRUE;
}

static gboolean
check_nested (Gate *self)
{
  gboolean good;

  if (self->depth >= LES_LIMIT_JSON_DEPTH_LEVELS)
    return refuse (self, "nested too deep");
  self->depth++;
  good = *self->p == '{' ? check_object (self) : check_array (self);
  self->depth--;
  return good;
}

static gboolean
check_word (Gate *self)
{
  const char *words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->p) >= length && memcmp (self->p, words[i], length) == 0)
        {
          self->p += length;
          return TRUE;
        }
    }
  return refuse (self, "not a JSON value");
}

static gboolean
check_value (Gate *self)
{
  Name ignored;

  if (++self->n_values % CANCEL_VALUES == 0
      && g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;
  if (self->p >= self->end)
    return refuse (self, "");
  if (*self->p == '{' || *self->p == '[')
    return check_nested (self);
  if (*self->p == '"')
    return check_string (self, &ignored);
  if (*self->p == '-' || g_ascii_isdigit (*self->p))
    return check_number (self);
  return check_word (self);
}

static gboolean
holds_only (const char *data, gsize n_bytes, const char *characters, gsize n_characters)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (memchr (characters, data[i], n_characters) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
check_not_empty (Gate *self)
{
  gsize n_bytes = self->end - self->start;
  const char *cause = NULL;

  if (n_bytes == 0)
    cause = "the file is empty";
  else if (holds_only (self->start, n_bytes, "\0", 1))
    cause = "the file holds nothing but zero bytes, as after a power cut";
  else if (holds_only (self->start, n_bytes, " \t\r\n", 4))
    cause = "the file holds nothing but white space";

  if (cause == NULL)
    return TRUE;
  g_set_error_literal (self->error, LES_ERROR, LES_ERROR_EMPTY, cause);
  return FALSE;
}

static gboolean
check_encoding (Gate *self)
{
  const char *stop;

  if (g_utf8_validate_len (self->start, self->end - self->start, &stop))
    return TRUE;
  return refuse_at (self, stop, *stop == '\0' ? "a zero byte" : "a byte that is not UTF-8");
}

static gboolean
check_document (Gate *self)
{
  if (!check_not_empty (self) || !check_encoding (self))
    return FALSE;
  skip_blanks (self);
  if (!check_value (self))
    return FALSE;
  skip_blanks (self);
  if (self->p < self->end)
    return refuse (self, "something stands behind the end of the document");
  return TRUE;
}

/**
 * les_json_gate_skip_bom:
 * @n_bytes: (inout): UTF-8 bytes of @data, made less by the mark
 *
 * Returns: (transfer none): @data behind its UTF-8 byte order mark, if it has one
 */
const char *
les_json_gate_skip_bom (const char *data, gsize *n_bytes)
{
  if (*n_bytes < strlen (BOM) || memcmp (data, BOM, strlen (BOM)) != 0)
    return data;
  *n_bytes -= strlen (BOM);
  return data + strlen (BOM);
}

/**
 * les_json_gate_check:
 * @data: (array length=n_bytes): a JSON document; a byte order mark is passed over
 *
 * Whether @data is one JSON document as RFC 8259 has it, valid UTF-8, nested
 * no deeper than %LES_LIMIT_JSON_DEPTH_LEVELS, without a member name twice in
 * one object, without NUL and without halves of surrogate pairs. Any thread.
 * Cost: linear.
 *
 * Errors: %LES_ERROR_SYNTAX with "LINE:COLUMN: cause" (from 1, in Unicode
 * characters), %LES_ERROR_EMPTY, %LES_ERROR_PROJECT_TOO_LARGE, cancellation.
 */
gboolean
les_json_gate_check (const char *data, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Gate self = { .names = names, .cancellable = cancellable, .error = error };

  if (n_bytes > LES_LIMIT_PROJECT_BYTES)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_PROJECT_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes; at most %d are read",
                   n_bytes, LES_LIMIT_PROJECT_BYTES);
      return FALSE;
    }
  self.start = self.p = les_json_gate_skip_bom (data != NULL ? data : "", &n_bytes);
  self.end = self.start + n_bytes;
  return check_document (&self);
}
