/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both open() and open64() are defined here, so they must be two. */
#undef _FILE_OFFSET_BITS
#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

/*
 * System calls that fail when a test wants them to. The program's own
 * definitions come before those of the C library, also for the libraries.
 * One thread at a time.
 */

static struct
{
  gboolean armed;
  FaultCall call;
  int nth;
  int error;
  gboolean persistent;
  int n_calls;
  gboolean fired;
} fault;

/** From now on the @nth of these calls (from 1) fails with @error; with @persistent those after it, too. */
void
faults_arm (FaultCall call, int nth, int error, gboolean persistent)
{
  fault.call = call;
  fault.nth = nth;
  fault.error = error;
  fault.persistent = persistent;
  fault.n_calls = 0;
  fault.fired = FALSE;
  fault.armed = TRUE;
}

/** Returns: whether a call was made to fail */
gboolean
faults_disarm (void)
{
  fault.armed = FALSE;
  return fault.fired;
}

const char *
faults_get_name (FaultCall call)
{
  static const char * const names[] = {
    "open", "write", "short write", "fsync", "close", "rename", "fchmod", "fchown", "ftruncate",
  };

  return names[call];
}

static gboolean
shall_fail (FaultCall call)
{
  if (!fault.armed || fault.call != call)
    return FALSE;
  fault.n_calls++;
  if (fault.n_calls != fault.nth && !(fault.persistent && fault.n_calls > fault.nth))
    return FALSE;
  fault.fired = TRUE;
  errno = fault.error;
  return TRUE;
}

#define REAL(name) \
  static __typeof__ (name) *real; \
  if (real == NULL) \
    real = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name)

#define TAKE_MODE(mode) \
  G_STMT_START { \
    va_list args; \
    va_start (args, flags); \
    mode = flags & (O_CREAT | O_TMPFILE) ? va_arg (args, int) : 0; \
    va_end (args); \
  } G_STMT_END

int
open (const char *path, int flags, ...)
{
  int mode;
  REAL (open);

  TAKE_MODE (mode);
  return shall_fail (FAULT_OPEN) ? -1 : real (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  int mode;
  REAL (open64);

  TAKE_MODE (mode);
  return shall_fail (FAULT_OPEN) ? -1 : real (path, flags, mode);
}

ssize_t
write (int fd, const void *data, size_t n_bytes)
{
  REAL (write);

  if (shall_fail (FAULT_WRITE))
    return -1;
  if (n_bytes > 1 && shall_fail (FAULT_SHORT_WRITE))
    return real (fd, data, n_bytes / 2);
  return real (fd, data, n_bytes);
}

int
fsync (int fd)
{
  REAL (fsync);

  return shall_fail (FAULT_FSYNC) ? -1 : real (fd);
}

int
fdatasync (int fd)
{
  REAL (fdatasync);

  return shall_fail (FAULT_FSYNC) ? -1 : real (fd);
}

/* As Linux does it: closed all the same. */
int
close (int fd)
{
  REAL (close);

  if (!shall_fail (FAULT_CLOSE))
    return real (fd);
  real (fd);
  errno = fault.error;
  return -1;
}

int
rename (const char *from, const char *to)
{
  REAL (rename);

  return shall_fail (FAULT_RENAME) ? -1 : real (from, to);
}

int
fchmod (int fd, mode_t mode)
{
  REAL (fchmod);

  return shall_fail (FAULT_FCHMOD) ? -1 : real (fd, mode);
}

int
fchown (int fd, uid_t owner, gid_t group)
{
  REAL (fchown);

  return shall_fail (FAULT_FCHOWN) ? -1 : real (fd, owner, group);
}

int
ftruncate64 (int fd, off64_t length)
{
  REAL (ftruncate64);

  return shall_fail (FAULT_FTRUNCATE) ? -1 : real (fd, length);
}
