/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-error-words.h"

#include <glib/gi18n.h>

#include "les-error.h"

/**
 * les_error_words_dup:
 * @error: of domain %LES_ERROR; others are quoted
 * @name: the file it is about, as the user knows it
 *
 * The one place where errors are worded for people: what file, why, and what
 * can be done.
 *
 * Returns: (transfer full): translated sentences
 */
char *
les_error_words_dup (const GError *error, const char *name)
{
  if (error->domain != LES_ERROR)
    /* Translators: the first %s is a file name, the second the system's own message. */
    return g_strdup_printf (_("“%s”: %s"), name, error->message);

  switch ((LesError) error->code)
    {
    case LES_ERROR_NOT_FOUND:
      return g_strdup_printf (_("“%s” does not exist. It may have been moved, renamed or deleted."), name);
    case LES_ERROR_NOT_READABLE:
      return g_strdup_printf (_("“%s” could not be read. Check that you are allowed to open it."), name);
    case LES_ERROR_NOT_WRITABLE:
      return g_strdup_printf (_("“%s” could not be written. Save to another place, or check that you are allowed to write there."), name);
    case LES_ERROR_NO_SPACE:
      return g_strdup_printf (_("There is no space left to write “%s”. Free some space, or save to another disk."), name);
    case LES_ERROR_EMPTY:
      return g_strdup_printf (_("“%s” contains no text."), name);
    case LES_ERROR_TOO_LARGE:
      return g_strdup_printf (_("“%s” is too large to be a report. Take the part you need into a file of its own."), name);
    case LES_ERROR_BINARY:
      return g_strdup_printf (_("“%s” is not a text file. Copy its text and use “Paste Text” instead."), name);
    case LES_ERROR_ENCODING:
      return g_strdup_printf (_("The text of “%s” does not fit the chosen character encoding. Choose another one."), name);
    case LES_ERROR_SYNTAX:
      /* Translators: the second %s is a place and a cause, such as "12:3: unexpected end". */
      return g_strdup_printf (_("“%s” is damaged or cut off (%s). It was not changed."), name, error->message);
    case LES_ERROR_NOT_A_PROJECT:
      return g_strdup_printf (_("“%s” is not a Lesart project."), name);
    case LES_ERROR_INVALID:
      return g_strdup_printf (_("“%s” does not make sense as a project (%s). It was not changed."), name, error->message);
    case LES_ERROR_NEWER_VERSION:
      return g_strdup_printf (_("“%s” was written by a later version of Lesart and can only be read here."), name);
    case LES_ERROR_CHANGED_ON_DISK:
      return g_strdup_printf (_("“%s” was changed by another program since it was opened here."), name);
    case LES_ERROR_LOCKED:
      return g_strdup_printf (_("“%s” is open in another program."), name);
    case LES_ERROR_IS_DIRECTORY:
      return g_strdup_printf (_("“%s” is a folder."), name);
    case LES_ERROR_DUPLICATE:
      return g_strdup_printf (_("“%s” is already in the project."), name);
    case LES_ERROR_UNSUPPORTED:
      return g_strdup_printf (_("“%s” has a format that Lesart cannot read yet."), name);
    case LES_ERROR_PROJECT_TOO_LARGE:
      return g_strdup_printf (_("“%s” holds more than one project can. Divide its articles among several projects."), name);
    case LES_ERROR_TOO_MANY_FILES:
      return g_strdup_printf (_("“%s” contains too many files, and some were left out. Add its folders one after the other."), name);
    case LES_ERROR_TOO_DEEP:
      return g_strdup_printf (_("The folder “%s” lies too many folders deep and was left out. Add it by itself."), name);
    case LES_ERROR_LINKED:
      return g_strdup_printf (_("“%s” belongs to another user or has further names in other folders, and saving would break that tie. Save under another name."), name);
    case LES_ERROR_REMOTE:
      return g_strdup_printf (_("“%s” is not in a folder of this computer. Save it to one and copy it from there."), name);
    case LES_ERROR_NOT_A_CODEBOOK:
      /* Translators: the second %s is a cause, perhaps with a line, such as "12: a quotation mark is not closed". */
      return g_strdup_printf (_("“%s” is not a codebook that can be read (%s). Nothing was changed."), name, error->message);
    case LES_ERROR_NO_TAGS:
      return g_strdup_printf (_("“%s” would be a codebook without tags. Make a tag first."), name);
    case LES_ERROR_QUERY:
    case LES_ERROR_FAILED:
    default:
      return g_strdup_printf (_("“%s”: %s"), name, error->message);
    }
}
