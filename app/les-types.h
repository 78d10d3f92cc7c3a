/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Forward names of the types that several layers speak of. */

typedef struct _LesText LesText;
typedef struct _LesDocument LesDocument;
typedef struct _LesMatchSet LesMatchSet;

typedef struct _LesRecord LesRecord;
typedef struct _LesArticle LesArticle;
typedef struct _LesTag LesTag;
typedef struct _LesAnnotation LesAnnotation;
typedef struct _LesLink LesLink;
typedef struct _LesComparison LesComparison;
typedef struct _LesProjectInfo LesProjectInfo;

typedef struct _LesChange LesChange;
typedef struct _LesProject LesProject;
typedef struct _LesHistory LesHistory;
typedef struct _LesSession LesSession;

G_END_DECLS
