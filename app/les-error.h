/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LesError:
 * @LES_ERROR_NOT_FOUND: the file does not exist
 * @LES_ERROR_NOT_READABLE: the file exists, but may not or cannot be read
 * @LES_ERROR_NOT_WRITABLE: the place may not or cannot be written
 * @LES_ERROR_NO_SPACE: the disk or the quota is full
 * @LES_ERROR_EMPTY: there is no text in it
 * @LES_ERROR_TOO_LARGE: an article beyond the limit of les-limits.h
 * @LES_ERROR_BINARY: not text and not a format that is known
 * @LES_ERROR_ENCODING: the bytes do not fit the chosen character encoding
 * @LES_ERROR_SYNTAX: not JSON, or cut off; the message starts with LINE:COLUMN
 * @LES_ERROR_NOT_A_PROJECT: JSON, but not a project of ours
 * @LES_ERROR_INVALID: a project whose members contradict the format
 * @LES_ERROR_NEWER_VERSION: a project of a later format version
 * @LES_ERROR_CHANGED_ON_DISK: somebody else wrote the file since it was read
 * @LES_ERROR_LOCKED: another program has the project open
 * @LES_ERROR_IS_DIRECTORY: a folder where a file is needed
 * @LES_ERROR_DUPLICATE: the same article is already there
 * @LES_ERROR_UNSUPPORTED: a format or a feature that this build does not offer
 * @LES_ERROR_QUERY: a search query that cannot be understood
 * @LES_ERROR_PROJECT_TOO_LARGE: more than a project may hold, see les-limits.h
 * @LES_ERROR_TOO_MANY_FILES: a folder with more files than are taken at once
 * @LES_ERROR_TOO_DEEP: folders in folders beyond what is looked into
 * @LES_ERROR_LINKED: the file has several names (hard links) or belongs to
 *   another user, and replacing it would part them
 * @LES_ERROR_REMOTE: a place that is no file of this computer
 * @LES_ERROR_NOT_A_CODEBOOK: not a codebook, or one that cannot be understood;
 *   the message may start with LINE:
 * @LES_ERROR_NO_TAGS: a codebook without a tag, which its format does not know
 * @LES_ERROR_FAILED: anything else; the message is the system's own word
 *
 * The one error domain of everything under app/. The message is technical
 * English for logs and the command line; the window words each code for people
 * in one place. Cancellation is always %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  LES_ERROR_NOT_FOUND,
  LES_ERROR_NOT_READABLE,
  LES_ERROR_NOT_WRITABLE,
  LES_ERROR_NO_SPACE,
  LES_ERROR_EMPTY,
  LES_ERROR_TOO_LARGE,
  LES_ERROR_BINARY,
  LES_ERROR_ENCODING,
  LES_ERROR_SYNTAX,
  LES_ERROR_NOT_A_PROJECT,
  LES_ERROR_INVALID,
  LES_ERROR_NEWER_VERSION,
  LES_ERROR_CHANGED_ON_DISK,
  LES_ERROR_LOCKED,
  LES_ERROR_IS_DIRECTORY,
  LES_ERROR_DUPLICATE,
  LES_ERROR_UNSUPPORTED,
  LES_ERROR_QUERY,
  LES_ERROR_PROJECT_TOO_LARGE,
  LES_ERROR_TOO_MANY_FILES,
  LES_ERROR_TOO_DEEP,
  LES_ERROR_LINKED,
  LES_ERROR_REMOTE,
  LES_ERROR_NOT_A_CODEBOOK,
  LES_ERROR_NO_TAGS,
  LES_ERROR_FAILED,
} LesError;

#define LES_ERROR (les_error_quark ())

GQuark les_error_quark    (void);

GError *les_error_from_io (const GError *io_error);

G_END_DECLS
