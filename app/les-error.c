/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-error.h"

G_DEFINE_QUARK (les-error-quark, les_error)

static LesError
code_for_io (const GError *io_error)
{
  /* Only the causes that a person can act on get a code of their own. */
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return LES_ERROR_NOT_FOUND;
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return LES_ERROR_NOT_READABLE;
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return LES_ERROR_NOT_WRITABLE;
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return LES_ERROR_NO_SPACE;
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return LES_ERROR_IS_DIRECTORY;
  return LES_ERROR_FAILED;
}

/**
 * les_error_from_io:
 * @io_error: an error of a file operation
 *
 * Words an error of GIO in the domain of this program. Cancellation and
 * errors that are ours already pass through unchanged.
 *
 * Returns: (transfer full): the error to hand on
 */
GError *
les_error_from_io (const GError *io_error)
{
  g_return_val_if_fail (io_error != NULL, NULL);

  if (io_error->domain == LES_ERROR
      || g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (io_error);

  return g_error_new_literal (LES_ERROR, code_for_io (io_error), io_error->message);
}
