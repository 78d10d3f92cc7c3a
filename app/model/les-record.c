/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-record.h"

/**
 * LesRecord:
 *
 * One row of a project's table: an article, a tag, an annotation, a link, a
 * comparison, or the project's own data. A record is filled once, then sealed;
 * from then on it never changes and may be read from any thread. Whoever wants
 * another value copies it, alters the copy and puts that into a #LesChange.
 *
 * Members of the project file that this version does not know travel along
 * as raw JSON ("extra"); only the store looks into them.
 */
typedef struct
{
  char *id;
  char **strings;
  char *extra;
  gboolean sealed;
} LesRecordPrivate;

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LesRecord, les_record, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static LesRecordPrivate *
get_private (LesRecord *self)
{
  return les_record_get_instance_private (self);
}

static void
les_record_constructed (GObject *object)
{
  LesRecord *self = LES_RECORD (object);
  LesRecordPrivate *priv = get_private (self);

  G_OBJECT_CLASS (les_record_parent_class)->constructed (object);

  if (priv->id == NULL)
    priv->id = g_uuid_string_random ();
  priv->strings = g_new0 (char *, les_record_get_n_strings (self));
}

static void
les_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesRecordPrivate *priv = get_private (LES_RECORD (object));

  switch (prop_id)
    {
    case PROP_ID:
      priv->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_record_finalize (GObject *object)
{
  LesRecord *self = LES_RECORD (object);
  LesRecordPrivate *priv = get_private (self);

  for (guint i = 0; i < les_record_get_n_strings (self); i++)
    g_free (priv->strings[i]);
  g_free (priv->strings);
  g_free (priv->extra);
  g_free (priv->id);

  G_OBJECT_CLASS (les_record_parent_class)->finalize (object);
}

static void
les_record_class_init (LesRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = les_record_constructed;
  object_class->set_property = les_record_set_property;
  object_class->finalize = les_record_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL,
                                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_record_init (LesRecord *self)
{
}

/** Returns: which table of the project it belongs to */
LesRecordKind
les_record_get_kind (LesRecord *self)
{
  return LES_RECORD_GET_CLASS (self)->kind;
}

/** Returns: (transfer none): the id, unique in its table for ever */
const char *
les_record_get_id (LesRecord *self)
{
  return get_private (self)->id;
}

guint
les_record_get_n_strings (LesRecord *self)
{
  return LES_RECORD_GET_CLASS (self)->n_strings;
}

/** Returns: (transfer none): the field's name in the project file */
const char *
les_record_get_string_name (LesRecord *self, guint field)
{
  g_return_val_if_fail (field < les_record_get_n_strings (self), NULL);

  return LES_RECORD_GET_CLASS (self)->string_names[field];
}

/** Returns: (transfer none) (nullable): the value of a string field, never empty */
const char *
les_record_get_string (LesRecord *self, guint field)
{
  g_return_val_if_fail (field < les_record_get_n_strings (self), NULL);

  return get_private (self)->strings[field];
}

/**
 * les_record_set_string:
 * @value: (nullable): valid UTF-8; empty is the same as NULL
 *
 * Only before the record is sealed.
 */
void
les_record_set_string (LesRecord *self, guint field, const char *value)
{
  LesRecordPrivate *priv = get_private (self);
  char *old;

  g_return_if_fail (!priv->sealed);
  g_return_if_fail (field < les_record_get_n_strings (self));

  old = priv->strings[field];
  priv->strings[field] = value == NULL || *value == '\0' ? NULL : g_strdup (value);
  g_free (old);
}

/** Returns: (transfer none) (nullable): unknown members, in the store's own form */
const char *
les_record_get_extra (LesRecord *self)
{
  return get_private (self)->extra;
}

/** Only before the record is sealed. @json: (nullable) */
void
les_record_set_extra (LesRecord *self, const char *json)
{
  LesRecordPrivate *priv = get_private (self);

  g_return_if_fail (!priv->sealed);

  g_free (priv->extra);
  priv->extra = g_strdup (json);
}

static LesRecord *
copy_with_id (LesRecord *self, const char *id)
{
  LesRecordClass *klass = LES_RECORD_GET_CLASS (self);
  LesRecord *copy = g_object_new (G_OBJECT_TYPE (self), "id", id, NULL);

  for (guint i = 0; i < klass->n_strings; i++)
    les_record_set_string (copy, i, les_record_get_string (self, i));
  les_record_set_extra (copy, les_record_get_extra (self));
  if (klass->copy_into != NULL)
    klass->copy_into (self, copy);
  return copy;
}

/**
 * les_record_copy:
 * @record: a #LesRecord
 *
 * Returns: (transfer full): the same id and values, not sealed
 */
gpointer
les_record_copy (gpointer record)
{
  return copy_with_id (LES_RECORD (record), les_record_get_id (record));
}

/** As les_record_copy(), but with a new id: another record that says the same. */
gpointer
les_record_duplicate (gpointer record)
{
  return copy_with_id (LES_RECORD (record), NULL);
}

/** From now on the record never changes. */
void
les_record_seal (LesRecord *self)
{
  get_private (self)->sealed = TRUE;
}

gboolean
les_record_is_sealed (LesRecord *self)
{
  return get_private (self)->sealed;
}

/** Returns: (transfer full): the time now as RFC 3339 in UTC, to the second */
char *
les_record_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
