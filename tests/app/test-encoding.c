/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-encoding.h"

#include <string.h>

#include "les-error.h"
#include "les-importer.h"

#define WORDS "Grüße aus Öd: „Küste“ – 5 €"

typedef struct
{
  const char *bytes;
  gsize n_bytes;
  const char *text;
  const char *encoding;
  gboolean guessed;
  int repairs;
} BytesCase;

#define BYTES(bytes) bytes, sizeof bytes - 1

static const BytesCase bytes_cases[] = {
  { BYTES ("abc"), "abc", "UTF-8", FALSE, 0 },
  { BYTES ("\xEF\xBB\xBF" "abc"), "abc", "UTF-8", FALSE, 0 },
  { BYTES ("\xFF\xFE" "a\0b\0"), "ab", "UTF-16LE", FALSE, 0 },
  { BYTES ("\xFE\xFF" "\0a\0b"), "ab", "UTF-16BE", FALSE, 0 },
  { BYTES ("\xFF\xFE\0\0" "a\0\0\0"), "a", "UTF-32LE", FALSE, 0 },
  { BYTES ("a\0b\0\xE4\0"), "abä", "UTF-16LE", TRUE, 0 },
  { BYTES ("\0a\0b\0\xE4"), "abä", "UTF-16BE", TRUE, 0 },
  { BYTES ("Gr\xFC\xDF" "e \x80 \x84so\x93"), "Grüße € „so“", "WINDOWS-1252", TRUE, 0 },
  { BYTES ("Gr\xFC\x81"), "Grü\xEF\xBF\xBD", "WINDOWS-1252", TRUE, 1 },
  /* Line ends */
  { BYTES ("a\r\nb\rc\nd\r\n"), "a\nb\nc\nd\n", "UTF-8", FALSE, 0 },
  { BYTES ("a\x0B" "b\x0C" "c"), "a\nb\nc", "UTF-8", FALSE, 0 },
  { BYTES ("a\xC2\x85" "b\xE2\x80\xA8" "c\xE2\x80\xA9" "d"), "a\nb\nc\nd", "UTF-8", FALSE, 0 },
  /* Broken bytes */
  { BYTES ("a\0b"), "a\xEF\xBF\xBD" "b", "UTF-8", FALSE, 1 },
  { BYTES ("a\x01" "b\x1B" "c\x7F\td"), "abc\td", "UTF-8", FALSE, 3 },
  { BYTES ("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4\xC3"), "äöüßä\xEF\xBF\xBD", "UTF-8", TRUE, 1 },
  { BYTES ("\xFF\xFE" "a\0b"), "a\xEF\xBF\xBD", "UTF-16LE", FALSE, 1 },
  { BYTES ("\xFF\xFE" "a\0\x00\xD8" "b\0"), "a\xEF\xBF\xBD" "b", "UTF-16LE", FALSE, 1 },
  { BYTES ("\xFF\xFE\x3D\xD8\xA2\xDE"), "\xF0\x9F\x9A\xA2", "UTF-16LE", FALSE, 0 },
  { BYTES ("\xEF\xBB\xBF\xEF\xBB\xBF" "a"), "\xEF\xBB\xBF" "a", "UTF-8", FALSE, 0 },
  { BYTES ("a\xC2\xA0" "b \xE2\x80\x9C"), "a\xC2\xA0" "b \xE2\x80\x9C", "UTF-8", FALSE, 0 },
  { BYTES ("a\xC2\xAD\xE2\x80\xAE" "b"), "a\xC2\xAD\xE2\x80\xAE" "b", "UTF-8", FALSE, 0 },
};

static void
test_bytes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bytes_cases); i++)
    {
      const BytesCase *c = &bytes_cases[i];
      g_autoptr (GBytes) bytes = g_bytes_new_static (c->bytes, c->n_bytes);
      g_auto (LesDecoded) decoded = { NULL, };
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_true (les_encoding_decode (&decoded, bytes, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (decoded.utf8, ==, c->text);
      g_assert_cmpuint (decoded.n_bytes, ==, strlen (c->text));
      g_assert_cmpstr (decoded.encoding, ==, c->encoding);
      g_assert_cmpint (decoded.guessed, ==, c->guessed);
      g_assert_cmpint (decoded.repairs, ==, c->repairs);
    }
}

/* The same words in every encoding that has them, chosen by name. */
static void
test_list (void)
{
  const char * const *names = les_import_list_encodings ();

  for (; *names != NULL; names++)
    {
      gsize n;
      char *converted = g_convert ("abc 123", -1, *names, "UTF-8", NULL, &n, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_auto (LesDecoded) decoded = { NULL, };

      g_test_message ("%s", *names);
      g_assert_nonnull (converted);
      bytes = g_bytes_new_take (converted, n);
      g_assert_true (les_encoding_decode (&decoded, bytes, *names, NULL));
      g_assert_cmpstr (decoded.utf8, ==, "abc 123");
      g_assert_cmpstr (decoded.encoding, ==, *names);
      g_assert_false (decoded.guessed);
    }
}

/* What a German text is in: found out without help, but for the old code pages. */
static void
test_found_out (void)
{
  static const char * const names[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n;
      char *converted = g_convert (WORDS, -1, names[i], "UTF-8", NULL, &n, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (converted, n);
      g_auto (LesDecoded) decoded = { NULL, };

      g_test_message ("%s", names[i]);
      g_assert_true (les_encoding_decode (&decoded, bytes, NULL, NULL));
      g_assert_cmpstr (decoded.utf8, ==, WORDS);
      g_assert_cmpstr (decoded.encoding, ==, names[i]);
    }
}

typedef struct
{
  const char *name;
  const char *chosen;
  const char *encoding;
  int repairs;
  gboolean same;       /* the very words of utf-8.txt */
} FileCase;

static const FileCase file_cases[] = {
  { "utf-8.txt", NULL, "UTF-8", 0, TRUE },
  { "utf-8-bom.txt", NULL, "UTF-8", 0, TRUE },
  { "utf-8-crlf.txt", NULL, "UTF-8", 0, TRUE },
  { "utf-8-cut-off.txt", NULL, "UTF-8", 1, FALSE },
  { "utf-8-nul.txt", NULL, "UTF-8", 1, FALSE },
  { "utf-16le.txt", NULL, "UTF-16LE", 0, TRUE },
  { "utf-16le-bom.txt", NULL, "UTF-16LE", 0, TRUE },
  { "utf-16be.txt", NULL, "UTF-16BE", 0, TRUE },
  { "utf-16be-bom.txt", NULL, "UTF-16BE", 0, TRUE },
  { "utf-32le-bom.txt", NULL, "UTF-32LE", 0, TRUE },
  { "windows-1252.txt", NULL, "WINDOWS-1252", 0, TRUE },
  { "windows-1252-cr.txt", NULL, "WINDOWS-1252", 0, TRUE },
  /* These two cannot be told from Windows-1252: offered by hand */
  { "cp850.txt", "CP850", "CP850", 0, FALSE },
  { "macintosh.txt", "MACINTOSH", "MACINTOSH", 0, FALSE },
};

static GBytes *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "encodings", name, NULL);
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_files (void)
{
  g_autoptr (GBytes) plain = read_fixture ("utf-8.txt");
  g_autofree char *words = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));

  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      const FileCase *c = &file_cases[i];
      g_autoptr (GBytes) bytes = read_fixture (c->name);
      g_auto (LesDecoded) decoded = { NULL, };

      g_test_message ("%s", c->name);
      g_assert_true (les_encoding_decode (&decoded, bytes, c->chosen, NULL));
      g_assert_cmpstr (decoded.encoding, ==, c->encoding);
      g_assert_cmpint (decoded.repairs, ==, c->repairs);
      g_assert_nonnull (strstr (decoded.utf8, "Fähre läuft vor Ödsund auf Grund\n\n"));
      if (c->same)
        g_assert_cmpstr (decoded.utf8, ==, words);
    }
}

typedef struct
{
  const char *bytes;
  gsize n_bytes;
  const char *encoding;
  LesError code;
} ErrorCase;

static const ErrorCase error_cases[] = {
  { BYTES (""), NULL, LES_ERROR_EMPTY },
  { BYTES (" \n\t\r\n"), NULL, LES_ERROR_EMPTY },
  { BYTES ("\xEF\xBB\xBF"), NULL, LES_ERROR_EMPTY },
  { BYTES ("\xC2\xA0\xE2\x80\x8B"), NULL, LES_ERROR_EMPTY },
  { BYTES ("\xFF\xFE"), NULL, LES_ERROR_EMPTY },
  { BYTES ("\x01\x02"), NULL, LES_ERROR_EMPTY },
  { BYTES ("\0\0\0\0\0\0\0\0"), NULL, LES_ERROR_BINARY },
  { BYTES ("a\0\x01\x02\x03\x04\x05\x06"), NULL, LES_ERROR_BINARY },
  { BYTES ("Gr\xFC\xDF" "e"), "UTF-8", LES_ERROR_ENCODING },
  { BYTES ("\x81\x20"), "SHIFT_JIS", LES_ERROR_ENCODING },
  { BYTES ("abc"), "NO-SUCH-ENCODING", LES_ERROR_ENCODING },
};

static void
test_errors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      const ErrorCase *c = &error_cases[i];
      g_autoptr (GBytes) bytes = g_bytes_new_static (c->bytes, c->n_bytes);
      g_auto (LesDecoded) decoded = { NULL, };
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (les_encoding_decode (&decoded, bytes, c->encoding, &error));
      g_assert_error (error, LES_ERROR, (int) c->code);
      g_assert_null (decoded.utf8);
      g_assert_nonnull (decoded.encoding);
    }
}

/* Any bytes: either an error, or clean UTF-8. */
static void
test_noise (void)
{
  g_autoptr (GRand) noise = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      guint8 data[64];
      gsize n = g_rand_int_range (noise, 0, sizeof data);
      g_autoptr (GBytes) bytes = NULL;
      g_auto (LesDecoded) decoded = { NULL, };

      for (gsize j = 0; j < n; j++)
        data[j] = g_rand_boolean (noise) ? g_rand_int_range (noise, 0, 256) : g_rand_int_range (noise, 32, 127);
      bytes = g_bytes_new (data, n);
      if (!les_encoding_decode (&decoded, bytes, NULL, NULL))
        continue;
      g_assert_true (g_utf8_validate_len (decoded.utf8, decoded.n_bytes, NULL));
      g_assert_null (strchr (decoded.utf8, '\r'));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/bytes", test_bytes);
  g_test_add_func ("/encoding/list", test_list);
  g_test_add_func ("/encoding/found-out", test_found_out);
  g_test_add_func ("/encoding/files", test_files);
  g_test_add_func ("/encoding/errors", test_errors);
  g_test_add_func ("/encoding/noise", test_noise);
  return g_test_run ();
}
