/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "les-error.h"
#include "les-json-gate.h"
#include "les-json-scan.h"
#include "les-limits.h"

/* A string that may hold zero bytes. */
#define BYTES(literal) literal, sizeof literal - 1

static void
test_accepted (void)
{
  const struct
  {
    const char *data;
    gsize n_bytes;
  } cases[] = {
    { BYTES ("{}") },
    { BYTES (" [ ] \r\n\t") },
    { BYTES ("\xEF\xBB\xBF{\"a\":1}") },
    { BYTES ("0") },
    { BYTES ("-0") },
    { BYTES ("-0.0e-0") },
    { BYTES ("1E+400") },
    { BYTES ("123456789012345678901234567890") },
    { BYTES ("true") },
    { BYTES ("null") },
    { BYTES ("\"\"") },
    { BYTES ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83D\\uDEA2\"") },
    { BYTES ("\"\x7F\xC2\x80\xE2\x80\xA8\xEF\xBF\xBF\xF4\x8F\xBF\xBF\"") },
    { BYTES ("{\"\":0,\"a\":{\"a\":1},\"A\":2}") },
    { BYTES ("[1,[2,[3,{\"a\":[]}]]]") },
    { BYTES ("{\"a\\u0041\":1,\"aB\":2}") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_true (les_json_gate_check (cases[i].data, cases[i].n_bytes, NULL, &error));
      g_assert_no_error (error);
      /* What passes the gate, json-glib reads, too. */
      g_assert_true (json_parser_load_from_data (parser, cases[i].data, cases[i].n_bytes, NULL));
    }
}

static void
test_refused (void)
{
  const struct
  {
    const char *data;
    gsize n_bytes;
    const char *message;
  } cases[] = {
    { BYTES ("{"), "1:2: the file ends too early" },
    { BYTES ("["), "1:2: the file ends too early" },
    { BYTES ("[1"), "1:3: the file ends too early" },
    { BYTES ("[1,"), "1:4: the file ends too early" },
    { BYTES ("[1,]"), "1:4: not a JSON value" },
    { BYTES ("[,1]"), "1:2: not a JSON value" },
    { BYTES ("[1 2]"), "1:4: a comma" },
    { BYTES ("[1]]"), "1:4: something stands behind" },
    { BYTES ("{}{}"), "1:3: something stands behind" },
    { BYTES ("{\"a\"}"), "1:5: a colon" },
    { BYTES ("{\"a\":}"), "1:6: not a JSON value" },
    { BYTES ("{\"a\":1,}"), "1:8: a member name" },
    { BYTES ("{a:1}"), "1:2: a member name" },
    { BYTES ("{'a':1}"), "1:2: a member name" },
    { BYTES ("{\"a\":1,\"a\":2}"), "1:8: the same member name twice" },
    { BYTES ("{\"a\":1,\"\\u0061\":2}"), "1:8: the same member name twice" },
    { BYTES ("// no\n{}"), "1:1: not a JSON value" },
    { BYTES ("{}/**/"), "1:3: something stands behind" },
    { BYTES ("var a = 1"), "1:1: not a JSON value" },
    { BYTES ("01"), "1:2: a number" },
    { BYTES ("-"), "1:2: the file ends too early" },
    { BYTES ("+1"), "1:1: not a JSON value" },
    { BYTES (".5"), "1:1: not a JSON value" },
    { BYTES ("[1.]"), "1:4: a number without digits behind the point" },
    { BYTES ("[1e]"), "1:4: a number without digits in its exponent" },
    { BYTES ("0x1F"), "1:2: a number" },
    { BYTES ("NaN"), "1:1: not a JSON value" },
    { BYTES ("-Infinity"), "1:2: a number without digits" },
    { BYTES ("True"), "1:1: not a JSON value" },
    { BYTES ("tru"), "1:1: not a JSON value" },
    { BYTES ("\"a"), "1:1: a string that is not closed" },
    { BYTES ("\"a\\"), "1:4: the file ends too early" },
    { BYTES ("\"a\nb\""), "1:3: a raw control character" },
    { BYTES ("\"a\x1F\""), "1:3: a raw control character" },
    { BYTES ("\"\\x41\""), "1:2: an unknown escape" },
    { BYTES ("\"\\u00G0\""), "1:2: \\u needs four" },
    { BYTES ("\"\\u0000\""), "1:2: a NUL character" },
    { BYTES ("\"\\ud800\""), "1:2: half of a surrogate pair" },
    { BYTES ("\"\\ud800\\u0041\""), "1:2: half of a surrogate pair" },
    { BYTES ("\"\\udc00\""), "1:2: half of a surrogate pair" },
    { BYTES ("\"\xFF\""), "1:2: a byte that is not UTF-8" },
    { BYTES ("\"\xC0\x80\""), "1:2: a byte that is not UTF-8" },
    { BYTES ("\"\xED\xA0\x80\""), "1:2: a byte that is not UTF-8" },
    { BYTES ("{\0}"), "1:2: a zero byte" },
    { BYTES ("[\n\n  \"äö\", x]"), "3:9: not a JSON value" },
    { BYTES ("\xFE\xFF\0{\0}"), "1:1: a byte that is not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (les_json_gate_check (cases[i].data, cases[i].n_bytes, NULL, &error));
      g_assert_error (error, LES_ERROR, LES_ERROR_SYNTAX);
      if (!g_str_has_prefix (error->message, cases[i].message))
        g_error ("%s: %s", cases[i].data, error->message);
    }
}

static void
test_empty (void)
{
  const struct
  {
    const char *data;
    gsize n_bytes;
    const char *word;
  } cases[] = {
    { NULL, 0, "empty" },
    { BYTES (""), "empty" },
    { BYTES ("\xEF\xBB\xBF"), "empty" },
    { BYTES ("\0\0\0\0"), "zero bytes" },
    { BYTES (" \n\t"), "white space" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (les_json_gate_check (cases[i].data, cases[i].n_bytes, NULL, &error));
      g_assert_error (error, LES_ERROR, LES_ERROR_EMPTY);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

static char *
nest (guint depth, char opening, const char *inside, char closing)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (json, opening);
  g_string_append (json, inside);
  for (guint i = 0; i < depth; i++)
    g_string_append_c (json, closing);
  return g_string_free (json, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (LES_LIMIT_JSON_DEPTH_LEVELS, '[', "", ']');
  g_autofree char *too_deep = nest (LES_LIMIT_JSON_DEPTH_LEVELS + 1, '[', "", ']');
  g_autofree char *much_too_deep = nest (1000000, '[', "", ']');
  g_autoptr (GError) error = NULL;

  g_assert_true (les_json_gate_check (deepest, strlen (deepest), NULL, NULL));
  g_assert_false (les_json_gate_check (too_deep, strlen (too_deep), NULL, &error));
  g_assert_cmpstr (error->message, ==, "1:65: nested too deep");
  g_assert_false (les_json_gate_check (much_too_deep, strlen (much_too_deep), NULL, NULL));
}

/* Names are told apart in linear time, also when there are very many. */
static void
test_many_names (void)
{
  g_autoptr (GString) json = g_string_new ("{");
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (json, "\"n%d\":%d,", i, i);
  g_string_append (json, "\"last\":0}");
  g_assert_true (les_json_gate_check (json->str, json->len, NULL, NULL));

  g_string_truncate (json, json->len - 1);
  g_string_append (json, ",\"n77\":0}");
  g_assert_false (les_json_gate_check (json->str, json->len, NULL, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) json = g_string_new ("[0");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (json, ",0");
  g_string_append_c (json, ']');
  g_assert_true (les_json_gate_check (json->str, json->len, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (les_json_gate_check (json->str, json->len, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_scan (void)
{
  const char *json = " { \"a\" : [ 1, {\"x\":\"]}\\\"\"} , [] ] ,\"b\\n\":\"\\u00e4\\n\",\"c\":-12 } ";
  LesJsonSpan root = les_json_span_of (json, strlen (json));
  LesJsonScan scan;
  g_autofree char *text = NULL;
  gint64 number;
  guint n = 0;

  g_assert_true (les_json_span_is_object (root));
  for (les_json_scan_init (&scan, les_json_span_find (root, "a")); les_json_scan_next (&scan);)
    n++;
  g_assert_cmpuint (n, ==, 3);
  text = les_json_span_dup_string (les_json_span_find (root, "b\n"));
  g_assert_cmpstr (text, ==, "ä\n");
  g_assert_true (les_json_span_get_int (les_json_span_find (root, "c"), &number));
  g_assert_cmpint (number, ==, -12);
  g_assert_false (les_json_span_is_set (les_json_span_find (root, "d")));
}

static void
test_integers (void)
{
  const struct
  {
    const char *source;
    gboolean good;
    gint64 value;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-7", TRUE, -7 },
    { "9007199254740992", TRUE, G_GINT64_CONSTANT (9007199254740992) },
    { "9007199254740993", FALSE, 0 },
    { "-9007199254740993", FALSE, 0 },
    { "18446744073709551617", FALSE, 0 },
    { "1.0", FALSE, 0 },
    { "1e2", FALSE, 0 },
    { "\"1\"", FALSE, 0 },
    { "null", FALSE, 0 },
    { "-", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 0;
      LesJsonSpan span = { cases[i].source, strlen (cases[i].source) };

      g_assert_cmpint (les_json_span_get_int (span, &value), ==, cases[i].good);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-gate/accepted", test_accepted);
  g_test_add_func ("/json-gate/refused", test_refused);
  g_test_add_func ("/json-gate/empty", test_empty);
  g_test_add_func ("/json-gate/depth", test_depth);
  g_test_add_func ("/json-gate/many-names", test_many_names);
  g_test_add_func ("/json-gate/cancelled", test_cancelled);
  g_test_add_func ("/json-gate/scan", test_scan);
  g_test_add_func ("/json-gate/integers", test_integers);

  return g_test_run ();
}
