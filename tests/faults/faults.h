/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * FaultCall: the system calls that can be made to fail
 */
typedef enum
{
  FAULT_OPEN,
  FAULT_WRITE,
  FAULT_SHORT_WRITE,
  FAULT_FSYNC,
  FAULT_CLOSE,
  FAULT_RENAME,
  FAULT_FCHMOD,
  FAULT_FCHOWN,
  FAULT_FTRUNCATE,
  N_FAULT_CALLS
} FaultCall;

void        faults_arm      (FaultCall  call,
                             int        nth,
                             int        error,
                             gboolean   persistent);
gboolean    faults_disarm   (void);
const char *faults_get_name (FaultCall  call);
