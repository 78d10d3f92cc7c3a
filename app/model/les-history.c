/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-history.h"

#include "les-project.h"

/**
 * LesHistory:
 *
 * Performs changes on a project and keeps what takes them back: undo and redo
 * without limit, groups that count as one step, and a mark for what is saved.
 * Main thread.
 *
 * Every state of the project has a position, a number that is never given
 * twice; undoing returns to the position of before. Saving remembers the
 * position it wrote, so that "modified" is right even when the user went on
 * working or undoing meanwhile.
 */
typedef struct
{
  LesChange *inverse;     /* leads to the state behind the step */
  guint64 position;       /* of that state */
} Step;

struct _LesHistory
{
  GObject parent_instance;

  LesProject *project;
  GArray *undo;           /* of Step, newest last */
  GArray *redo;           /* of Step, next last */
  guint64 position;
  guint64 last_position;
  guint64 saved_position;
  char *key;              /* of the newest step; NULL when nothing is merged into it */

  LesChange *group;       /* inverse of what the open group did so far, newest first */
  LesChangeTopic group_topic;
  int group_depth;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (LesHistory, les_history, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
clear_step (gpointer data)
{
  les_change_unref (((Step *) data)->inverse);
}

static GArray *
new_stack (void)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (stack, clear_step);
  return stack;
}

static void
push_step (GArray *stack, LesChange *inverse, guint64 position)
{
  Step step = { inverse, position };

  g_array_append_val (stack, step);
}

static void
notify_all (LesHistory *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static gboolean
touches_record (LesChange *change, const LesEdit *sought)
{
  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    {
      const LesEdit *edit = les_change_get_edit (change, i);

      if (edit->kind == sought->kind && g_str_equal (edit->id, sought->id))
        return TRUE;
    }
  return FALSE;
}

/* The newest step takes back @change too when it brings back each record that @change touches. */
static gboolean
can_merge (LesHistory *self, LesChange *change, const char *key)
{
  LesChange *newest;

  if (key == NULL || g_strcmp0 (key, self->key) != 0 || self->group_depth > 0
      || self->position == self->saved_position)
    return FALSE;

  newest = g_array_index (self->undo, Step, self->undo->len - 1).inverse;
  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    if (!touches_record (newest, les_change_get_edit (change, i)))
      return FALSE;
  return TRUE;
}

static void
finish_step (LesHistory *self, LesChange *inverse, const char *key)
{
  g_free (self->key);
  self->key = g_strdup (key);
  push_step (self->undo, inverse, self->position);
  g_array_set_size (self->redo, 0);
  self->position = ++self->last_position;
}

static void
add_to_group (LesHistory *self, LesChange *inverse)
{
  LesChange *joined = les_change_new (self->group_topic);

  les_change_append (joined, inverse);
  if (self->group != NULL)
    les_change_append (joined, self->group);
  g_clear_pointer (&self->group, les_change_unref);
  self->group = joined;
}

static gboolean
travel (LesHistory *self, GArray *from, GArray *to)
{
  g_autoptr (LesChange) change = NULL;
  Step step;

  if (from->len == 0 || self->group_depth > 0)
    return FALSE;

  g_clear_pointer (&self->key, g_free);
  step = g_array_index (from, Step, from->len - 1);
  change = les_change_ref (step.inverse);
  g_array_set_size (from, from->len - 1);
  push_step (to, les_project_apply (self->project, change), self->position);
  self->position = step.position;
  notify_all (self);
  return TRUE;
}

static LesChangeTopic
peek_topic (GArray *stack)
{
  if (stack->len == 0)
    return LES_CHANGE_OTHER;
  return les_change_get_topic (g_array_index (stack, Step, stack->len - 1).inverse);
}

static void
les_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesHistory *self = LES_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, les_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, les_history_get_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, les_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_history_finalize (GObject *object)
{
  LesHistory *self = LES_HISTORY (object);

  g_clear_pointer (&self->group, les_change_unref);
  g_clear_pointer (&self->key, g_free);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_history_parent_class)->finalize (object);
}

static void
les_history_class_init (LesHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = les_history_get_property;
  object_class->finalize = les_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_history_init (LesHistory *self)
{
  self->undo = new_stack ();
  self->redo = new_stack ();
}

/** Returns: (transfer full): the history of @project; nothing to undo, not modified */
LesHistory *
les_history_new (LesProject *project)
{
  LesHistory *self = g_object_new (LES_TYPE_HISTORY, NULL);

  self->project = g_object_ref (project);
  return self;
}

/**
 * les_history_perform:
 * @change: (transfer full): what the user did; a change without edits is dropped
 */
void
les_history_perform (LesHistory *self, LesChange *change)
{
  les_history_perform_merged (self, change, NULL);
}

/**
 * les_history_perform_merged:
 * @change: (transfer full): as for les_history_perform()
 * @key: (nullable): a name for what the user is at, such as one visit to a note
 *
 * Performs @change as part of the newest step when that has the same @key and
 * touched the same records: undoing leads to the state before the first of
 * them, redoing to the last. It is a step of its own when something was undone
 * or saved since, and in a group it is part of the group.
 */
void
les_history_perform_merged (LesHistory *self, LesChange *change, const char *key)
{
  g_autoptr (LesChange) performed = change;
  gboolean merged = can_merge (self, performed, key);
  LesChange *inverse;

  if (les_change_get_n_edits (performed) == 0)
    return;

  inverse = les_project_apply (self->project, performed);
  if (self->group_depth > 0)
    {
      add_to_group (self, inverse);
      les_change_unref (inverse);
      return;
    }
  if (merged)
    {
      les_change_unref (inverse);
      self->position = ++self->last_position;
    }
  else
    finish_step (self, inverse, key);
  notify_all (self);
}

/** What is performed until les_history_end_group() is one step. Groups nest; the outermost topic counts. */
void
les_history_begin_group (LesHistory *self, LesChangeTopic topic)
{
  if (self->group_depth++ == 0)
    self->group_topic = topic;
}

/** Ends what les_history_begin_group() began; a group in which nothing was performed is no step. */
void
les_history_end_group (LesHistory *self)
{
  g_return_if_fail (self->group_depth > 0);

  if (--self->group_depth > 0 || self->group == NULL)
    return;
  finish_step (self, g_steal_pointer (&self->group), NULL);
  notify_all (self);
}

/** Returns: whether there was something to undo */
gboolean
les_history_undo (LesHistory *self)
{
  return travel (self, self->undo, self->redo);
}

/** Returns: whether there was something to redo */
gboolean
les_history_redo (LesHistory *self)
{
  return travel (self, self->redo, self->undo);
}

gboolean
les_history_get_can_undo (LesHistory *self)
{
  return self->undo->len > 0;
}

gboolean
les_history_get_can_redo (LesHistory *self)
{
  return self->redo->len > 0;
}

/** Returns: what undo would take back; only when there is something */
LesChangeTopic
les_history_get_undo_topic (LesHistory *self)
{
  return peek_topic (self->undo);
}

/** Returns: what redo would do again; only when there is something */
LesChangeTopic
les_history_get_redo_topic (LesHistory *self)
{
  return peek_topic (self->redo);
}

/** Returns: whether the project differs from what was last saved */
gboolean
les_history_get_modified (LesHistory *self)
{
  return self->position != self->saved_position || self->group != NULL;
}

/** Returns: the name of the present state, for les_history_mark_saved() */
guint64
les_history_get_position (LesHistory *self)
{
  return self->position;
}

/** @position: the state that was written, as it was taken before writing started */
void
les_history_mark_saved (LesHistory *self, guint64 position)
{
  self->saved_position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/** For a project that came from elsewhere than its file: modified until it is saved. */
void
les_history_mark_unsaved (LesHistory *self)
{
  self->saved_position = G_MAXUINT64;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

