/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-encoding.h"

#include "les-encoding-guess.h"
#include "les-error.h"
#include "les-importer.h"

/* Control characters that a text may hold by accident: so many at any length,
 * and one in so many beyond that. */
#define MAX_CONTROLS 4
#define CONTROLS_PER 50

static const char * const encodings[] = {
  "UTF-8", "WINDOWS-1252", "ISO-8859-15", "ISO-8859-1", "UTF-16LE", "UTF-16BE",
  "WINDOWS-1250", "ISO-8859-2", "WINDOWS-1251", "KOI8-R", "KOI8-U", "WINDOWS-1253", "WINDOWS-1254",
  "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "CP850", "CP437", "MACINTOSH", "UTF-32LE", "UTF-32BE",
  "GB18030", "BIG5", "SHIFT_JIS", "EUC-JP", "EUC-KR", NULL,
};

/* 0x80 to 0x9F; 0 where nothing is assigned. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/**
 * les_import_list_encodings:
 *
 * Returns: (transfer none): NULL-terminated names as iconv knows them, the
 *   most likely first
 */
const char * const *
les_import_list_encodings (void)
{
  return encodings;
}

static void
append_replacement (GString *utf8, int *repairs)
{
  g_string_append (utf8, "\xEF\xBF\xBD");
  (*repairs)++;
}

static GString *
decode_windows_1252 (const guint8 *data, gsize size, int *repairs)
{
  GString *utf8 = g_string_sized_new (size + size / 16 + 1);

  for (gsize i = 0; i < size; i++)
    {
      gunichar c = data[i];

      if (c >= 0x80 && c < 0xA0)
        c = windows_1252[c - 0x80];
      if (c == 0 && data[i] != 0)
        append_replacement (utf8, repairs);
      else if (c < 0x80)
        g_string_append_c (utf8, c);
      else
        g_string_append_unichar (utf8, c);
    }
  return utf8;
}

static guint16
read_unit (const guint8 *data, gboolean big)
{
  return big ? data[0] << 8 | data[1] : data[1] << 8 | data[0];
}

static GString *
decode_utf16 (const guint8 *data, gsize size, gboolean big, int *repairs)
{
  GString *utf8 = g_string_sized_new (size + 1);
  gsize i = 0;

  while (i + 1 < size)
    {
      gunichar c = read_unit (data + i, big);
      gunichar low = i + 3 < size ? read_unit (data + i + 2, big) : 0;

      i += 2;
      if ((c & 0xFC00) == 0xD800 && (low & 0xFC00) == 0xDC00)
        {
          c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
          i += 2;
        }
      if ((c & 0xF800) == 0xD800)
        append_replacement (utf8, repairs);
      else if (c < 0x80)
        g_string_append_c (utf8, c);
      else
        g_string_append_unichar (utf8, c);
    }
  /* Half a character: the file was cut off. */
  if (i < size)
    append_replacement (utf8, repairs);
  return utf8;
}

/* What is valid stays, each broken byte becomes U+FFFD. NUL is left for later. */
static GString *
decode_broken_utf8 (const guint8 *data, gsize size, int *repairs)
{
  GString *utf8 = g_string_sized_new (size + 1);
  const char *p = (const char *) data;
  const char *end = p + size;

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, end - p, &valid_end);
      g_string_append_len (utf8, p, valid_end - p);
      p = valid_end;
      if (p == end)
        break;
      if (*p == '\0')
        g_string_append_c (utf8, '\0');
      else
        append_replacement (utf8, repairs);
      p++;
    }
  return utf8;
}

static GString *
convert (const guint8 *data, gsize size, const char *encoding, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize n_written = 0;
  char *converted = g_convert ((const char *) data, size, "UTF-8", encoding, NULL, &n_written, &cause);
  GString *utf8;

  if (converted == NULL)
    {
      g_set_error (error, LES_ERROR, LES_ERROR_ENCODING, "not valid in %s: %s", encoding, cause->message);
      return NULL;
    }
  utf8 = g_string_new_len (converted, n_written);
  g_free (converted);
  return utf8;
}

static gboolean
names_encoding (const char *a, const char *b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

/* An encoding that the user chose must fit; one that was found is repaired. */
static GString *
decode (LesDecoded *self, const guint8 *data, gsize size, gboolean chosen, GError **error)
{
  if (names_encoding (self->encoding, "UTF-8"))
    {
      if (les_encoding_is_utf8 (data, size))
        return g_string_new_len ((const char *) data, size);
      if (!chosen)
        return decode_broken_utf8 (data, size, &self->repairs);
      g_set_error (error, LES_ERROR, LES_ERROR_ENCODING, "not valid in UTF-8");
      return NULL;
    }
  if (names_encoding (self->encoding, "WINDOWS-1252"))
    return decode_windows_1252 (data, size, &self->repairs);
  if (names_encoding (self->encoding, "UTF-16LE") || names_encoding (self->encoding, "UTF-16BE"))
    return decode_utf16 (data, size, names_encoding (self->encoding, "UTF-16BE"), &self->repairs);
  return convert (data, size, self->encoding, error);
}

static gboolean
is_line_end (guint8 byte)
{
  return byte == '\n' || byte == '\r' || byte == '\v' || byte == '\f';
}

static gboolean
is_control (guint8 byte)
{
  return (byte < 0x20 && byte != '\t' && !is_line_end (byte)) || byte == 0x7F;
}

static gboolean
has_too_many_controls (const GString *utf8)
{
  gsize n = 0;

  for (gsize i = 0; i < utf8->len; i++)
    n += is_control (utf8->str[i]);
  return n > MAX_CONTROLS && n * CONTROLS_PER > utf8->len;
}

/* Length of the line end at @p: CR LF, CR, VT, FF, NEL, U+2028, U+2029; 0 if there is none. */
static gsize
measure_line_end (const char *p)
{
  const guint8 *b = (const guint8 *) p;

  if (b[0] == '\r')
    return b[1] == '\n' ? 2 : 1;
  if (is_line_end (b[0]))
    return 1;
  if (b[0] == 0xC2 && b[1] == 0x85)
    return 2;
  if (b[0] == 0xE2 && b[1] == 0x80 && (b[2] == 0xA8 || b[2] == 0xA9))
    return 3;
  return 0;
}

/* Line ends become LF, NUL becomes U+FFFD, other controls go. */
static GString *
clean (const GString *utf8, int *repairs)
{
  GString *cleaned = g_string_sized_new (utf8->len + 1);
  const char *end = utf8->str + utf8->len;

  for (const char *p = utf8->str; p < end;)
    {
      const char *run = p;
      gsize n_line_end;

      while (p < end && (guint8) *p >= 0x20 && *p != 0x7F && (guint8) *p != 0xC2 && (guint8) *p != 0xE2)
        p++;
      g_string_append_len (cleaned, run, p - run);
      if (p == end)
        break;
      n_line_end = measure_line_end (p);
      if (n_line_end > 0)
        g_string_append_c (cleaned, '\n');
      else if (*p == '\0')
        append_replacement (cleaned, repairs);
      else if (is_control (*p))
        (*repairs)++;
      else
        g_string_append_c (cleaned, *p);
      p += MAX (n_line_end, 1);
    }
  return cleaned;
}

static gboolean
is_blank (const GString *utf8)
{
  for (const char *p = utf8->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return TRUE;
}

static GString *
decode_and_clean (LesDecoded *self, const guint8 *data, gsize size, gboolean chosen, GError **error)
{
  GString *utf8 = decode (self, data, size, chosen, error);
  GString *cleaned;

  if (utf8 == NULL)
    return NULL;
  if (has_too_many_controls (utf8))
    {
      g_string_free (utf8, TRUE);
      g_set_error (error, LES_ERROR, LES_ERROR_BINARY, "not text: too many control characters");
      return NULL;
    }
  cleaned = clean (utf8, &self->repairs);
  g_string_free (utf8, TRUE);
  if (!is_blank (cleaned))
    return cleaned;
  g_string_free (cleaned, TRUE);
  g_set_error (error, LES_ERROR, LES_ERROR_EMPTY, "there is no text in it");
  return NULL;
}

/**
 * les_encoding_decode:
 * @decoded: (out caller-allocates): the text; clear it also after an error,
 *   when it still says which encoding was tried
 * @bytes: what was read
 * @encoding: (nullable): as iconv names it, NULL to find out: a byte order
 *   mark, the zero bytes of UTF-16, valid UTF-8, else Windows-1252
 * @error: %LES_ERROR_ENCODING, %LES_ERROR_BINARY, %LES_ERROR_EMPTY
 *
 * Any thread. Cost: linear.
 *
 * Returns: whether there is a text
 */
gboolean
les_encoding_decode (LesDecoded *decoded, GBytes *bytes, const char *encoding, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize n_mark;
  const char *marked = les_encoding_find_mark (data, size, &n_mark);
  gboolean chosen = encoding != NULL;
  GString *utf8;

  *decoded = (LesDecoded) { NULL, };
  if (!chosen)
    encoding = marked != NULL ? marked : les_encoding_guess (data, size, &decoded->guessed);
  decoded->encoding = g_strdup (encoding);
  if (marked != NULL && names_encoding (marked, encoding))
    {
      data += n_mark;
      size -= n_mark;
    }

  utf8 = decode_and_clean (decoded, data, size, chosen, error);
  if (utf8 == NULL)
    return FALSE;
  decoded->n_bytes = utf8->len;
  decoded->utf8 = g_string_free (utf8, FALSE);
  return TRUE;
}

void
les_decoded_clear (LesDecoded *decoded)
{
  g_clear_pointer (&decoded->utf8, g_free);
  g_clear_pointer (&decoded->encoding, g_free);
}
