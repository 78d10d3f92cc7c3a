/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-markdown-text.h"

#include <string.h>

/* CommonMark and the usual extensions give these a meaning anywhere. */
static gboolean
is_special (char c)
{
  return c != '\0' && strchr ("\\`*_{}[]<>#|~&$^", c) != NULL;
}

/* These start a list, a rule or an underlined heading at the start of a line. */
static gboolean
starts_block (const char *line)
{
  return *line != '\0' && strchr ("-+=:", *line) != NULL;
}

/* "12." or "12)" at the start of a line would become a numbered list. */
static gsize
measure_list_number (const char *line)
{
  gsize n = strspn (line, "0123456789");

  return n > 0 && (line[n] == '.' || line[n] == ')') ? n : 0;
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\t')
    p++;
  return p;
}

static const char *
append_line (GString *out, const char *p)
{
  gsize n_digits;

  /* Four blanks would make it code. */
  p = skip_blanks (p);
  n_digits = measure_list_number (p);
  if (starts_block (p))
    g_string_append_c (out, '\\');
  g_string_append_len (out, p, n_digits);
  p += n_digits;
  if (n_digits > 0)
    g_string_append_c (out, '\\');

  for (; *p != '\0' && *p != '\n' && *p != '\r'; p++)
    {
      if (is_special (*p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  return p;
}

/** Appends text of any length with its line ends. @prefix: starts every line */
void
les_markdown_append_text (GString *out, const char *text, const char *prefix)
{
  const char *p = text;

  for (;;)
    {
      g_string_append (out, prefix);
      p = append_line (out, p);
      g_string_append_c (out, '\n');
      if (*p == '\0')
        break;
      p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
    }
}

/** Appends text that stands by itself. @text: (nullable) */
void
les_markdown_append_paragraphs (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  les_markdown_append_text (out, text, "");
  g_string_append_c (out, '\n');
}

/** Appends a name: line ends become blanks. */
void
les_markdown_append_name (GString *out, const char *name)
{
  g_autofree char *line = g_strdup (name);

  g_strdelimit (line, "\r\n", ' ');
  append_line (out, line);
}

/** @marker: "#" for the highest */
void
les_markdown_append_heading (GString *out, const char *marker, const char *name)
{
  g_string_append (out, marker);
  g_string_append_c (out, ' ');
  les_markdown_append_name (out, name);
  g_string_append (out, "\n\n");
}

/** Appends an item of a list unless @value (nullable) is empty. @label: translated */
void
les_markdown_append_field (GString *out, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "- %s: ", label);
  les_markdown_append_name (out, value);
  g_string_append_c (out, '\n');
}
