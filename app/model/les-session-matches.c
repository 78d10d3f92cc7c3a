/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-session-matches.h"

#include "les-comparer.h"
#include "les-edits.h"
#include "les-joining.h"

/**
 * LesSessionMatches:
 *
 * The matches of the pair that a session has open: what the engine found, what
 * the user has not rejected of it (kept), sentences taken over one after the other
 * as one passage, what of that the layers let through (shown), and which of those
 * is the current one.
 *
 * Main thread; the comparing itself runs in a worker on immutable documents,
 * and an answer that is no longer wanted is dropped.
 *
 * Invariants: what is shown is part of what is kept, which is part of what was
 * found; the current match is an index of what is shown, or -1.
 *
 * Properties, named as the session has them: "matches", "busy", "current-match".
 */
struct _LesSessionMatches
{
  GObject parent_instance;

  LesProject *project;
  LesArticle *articles[LES_N_SIDES];
  GCancellable *comparing;      /* NULL while the engine rests */

  LesMatchSet *found;           /* what the engine gave, sentence by sentence; NULL while nothing is compared */
  LesMatchSet *matches;         /* what was not rejected of it, sentences joined to passages */
  LesMatchSet *rejected;        /* what was rejected and found again */
  GPtrArray *kept;              /* of const LesMatch, borrowed from matches */
  GPtrArray *shown;             /* of const LesMatch: those of kept whose layer is on */
  LesShares shares;             /* of what was kept; measured when they are asked for */
  gboolean shares_known;
  LesLayers layers;
  LesFineDiff fine_diff;        /* which differences are shown that the engine passes over */
  int current;
};

enum
{
  PROP_0,
  PROP_MATCHES,
  PROP_BUSY,
  PROP_CURRENT_MATCH,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (LesSessionMatches, les_session_matches, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

typedef struct
{
  LesDocument *left;
  LesDocument *right;
  int days_apart;
} Pair;

static void
notify (LesSessionMatches *self, guint prop_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  les_document_unref (pair->left);
  les_document_unref (pair->right);
  g_free (pair);
}

static const char *
get_id (LesSessionMatches *self, LesSide side)
{
  return les_record_get_id (LES_RECORD (self->articles[side]));
}

static GArray *
list_rejected (LesSessionMatches *self)
{
  GArray *rejected = g_array_new (FALSE, FALSE, sizeof (LesRejection));

  for (guint i = 0; i < les_session_matches_get_n_rejected (self); i++)
    {
      LesRejection rejection = les_session_matches_get_rejected (self, i);

      g_array_append_val (rejected, rejection);
    }
  return rejected;
}

static void
choose_kept (LesSessionMatches *self)
{
  g_autoptr (GArray) rejected = NULL;
  LesDocument *documents[LES_N_SIDES];

  self->shares_known = FALSE;
  g_ptr_array_set_size (self->kept, 0);
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->matches, les_match_set_unref);
  g_clear_pointer (&self->rejected, les_match_set_unref);
  if (self->found == NULL)
    return;
  for (int side = 0; side < LES_N_SIDES; side++)
    documents[side] = les_article_get_document (self->articles[side]);
  rejected = list_rejected (self);
  self->matches = les_joining_join (self->found, documents[LES_SIDE_LEFT], documents[LES_SIDE_RIGHT],
                                    (const LesMatchEnds *) (gconstpointer) rejected->data, rejected->len, &self->rejected);
  les_fine_diff_add (self->matches, documents[LES_SIDE_LEFT], documents[LES_SIDE_RIGHT], self->fine_diff);
  les_fine_diff_add (self->rejected, documents[LES_SIDE_LEFT], documents[LES_SIDE_RIGHT], self->fine_diff);
  for (guint i = 0; i < les_match_set_get_n (self->matches); i++)
    g_ptr_array_add (self->kept, (gpointer) les_match_set_get (self->matches, i));
}

static void
choose_shown (LesSessionMatches *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->kept->len; i++)
    if (self->layers & les_match_get_layer (self->kept->pdata[i]))
      g_ptr_array_add (self->shown, self->kept->pdata[i]);
}

static int
find_shown (LesSessionMatches *self, const LesMatchEnds *ends)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const LesMatch *match = g_ptr_array_index (self->shown, i);

      if (les_text_range_equal (match->left, ends->left) && les_text_range_equal (match->right, ends->right))
        return (int) i;
    }
  return -1;
}

/* Keeps the current match when it is still shown. @anew: others may have been rejected */
static void
refresh_shown (LesSessionMatches *self, gboolean anew)
{
  LesMatchEnds current = { { -1, -1 }, { -1, -1 } };

  if (self->current >= 0)
    {
      const LesMatch *match = g_ptr_array_index (self->shown, self->current);

      current = (LesMatchEnds) { match->left, match->right };
    }
  if (anew)
    choose_kept (self);
  choose_shown (self);
  self->current = find_shown (self, &current);
  notify (self, PROP_MATCHES);
  notify (self, PROP_CURRENT_MATCH);
}

static void
take_found (LesSessionMatches *self, LesMatchSet *found)
{
  self->current = -1;
  g_clear_pointer (&self->found, les_match_set_unref);
  self->found = found;
  refresh_shown (self, TRUE);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Pair *pair = data;
  GError *error = NULL;
  LesMatchSet *matches = les_compare (pair->left, pair->right, pair->days_apart, cancellable, &error);

  if (matches != NULL)
    g_task_return_pointer (task, matches, (GDestroyNotify) les_match_set_unref);
  else
    g_task_return_error (task, error);
}

/* An answer is no longer wanted once it was cancelled; @data may be gone then. */
static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesMatchSet *found = g_task_propagate_pointer (G_TASK (result), NULL);
  LesSessionMatches *self;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&found, les_match_set_unref);
      return;
    }

  self = data;
  g_clear_object (&self->comparing);
  notify (self, PROP_BUSY);
  take_found (self, found);
}

static void
les_session_matches_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesSessionMatches *self = LES_SESSION_MATCHES (object);

  switch (prop_id)
    {
    case PROP_MATCHES:
      g_value_set_boxed (value, self->matches);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->comparing != NULL);
      break;
    case PROP_CURRENT_MATCH:
      g_value_set_int (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_session_matches_dispose (GObject *object)
{
  LesSessionMatches *self = LES_SESSION_MATCHES (object);

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_object (&self->articles[side]);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_session_matches_parent_class)->dispose (object);
}

static void
les_session_matches_finalize (GObject *object)
{
  LesSessionMatches *self = LES_SESSION_MATCHES (object);

  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->found, les_match_set_unref);
  g_clear_pointer (&self->matches, les_match_set_unref);
  g_clear_pointer (&self->rejected, les_match_set_unref);

  G_OBJECT_CLASS (les_session_matches_parent_class)->finalize (object);
}

static void
les_session_matches_class_init (LesSessionMatchesClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = les_session_matches_get_property;
  object_class->dispose = les_session_matches_dispose;
  object_class->finalize = les_session_matches_finalize;

  properties[PROP_MATCHES] = g_param_spec_boxed ("matches", NULL, NULL, LES_TYPE_MATCH_SET, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_CURRENT_MATCH] = g_param_spec_int ("current-match", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_session_matches_init (LesSessionMatches *self)
{
  self->kept = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->layers = LES_LAYERS_DEFAULT;
  self->current = -1;
}

/** Returns: (transfer full): no pair yet. @project keeps what the user rejected. */
LesSessionMatches *
les_session_matches_new (LesProject *project)
{
  LesSessionMatches *self = g_object_new (LES_TYPE_SESSION_MATCHES, NULL);

  self->project = g_object_ref (project);
  return self;
}

/**
 * les_session_matches_set_pair:
 * @left: (nullable): an article of the project
 * @right: (nullable): likewise
 *
 * Says which articles are open. What was found stays: whether their reading has
 * changed so that they must be compared is for the caller to say.
 */
void
les_session_matches_set_pair (LesSessionMatches *self, LesArticle *left, LesArticle *right)
{
  g_set_object (&self->articles[LES_SIDE_LEFT], left);
  g_set_object (&self->articles[LES_SIDE_RIGHT], right);
}

/** Returns: whether two articles are side by side */
gboolean
les_session_matches_has_pair (LesSessionMatches *self)
{
  return self->articles[LES_SIDE_LEFT] != NULL && self->articles[LES_SIDE_RIGHT] != NULL;
}

/** Forgets what was found and starts the engine anew if there is a pair. */
void
les_session_matches_compare (LesSessionMatches *self)
{
  g_autoptr (GTask) task = NULL;
  Pair *pair;

  les_session_matches_cancel (self);
  take_found (self, NULL);
  if (!les_session_matches_has_pair (self))
    return;

  pair = g_new0 (Pair, 1);
  pair->left = les_document_ref (les_article_get_document (self->articles[LES_SIDE_LEFT]));
  pair->right = les_document_ref (les_article_get_document (self->articles[LES_SIDE_RIGHT]));
  pair->days_apart = les_article_count_days_between (self->articles[LES_SIDE_LEFT], self->articles[LES_SIDE_RIGHT]);
  self->comparing = g_cancellable_new ();
  /* Without a reference: a thread must never be the last to let go of this object. */
  task = g_task_new (NULL, self->comparing, compared_cb, self);
  g_task_set_task_data (task, pair, pair_free);
  g_task_run_in_thread (task, compare_in_thread);
  notify (self, PROP_BUSY);
}

/** Stops the engine; the pair stays without matches. */
void
les_session_matches_cancel (LesSessionMatches *self)
{
  if (self->comparing == NULL)
    return;
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  notify (self, PROP_BUSY);
}

/** Returns: whether the engine is at work */
gboolean
les_session_matches_get_busy (LesSessionMatches *self)
{
  return self->comparing != NULL;
}

/**
 * les_session_matches_get_found:
 *
 * What the engine found and the user has not rejected; sentences that were taken
 * over one after the other are one match.
 *
 * Returns: (transfer none) (nullable): NULL while the engine is at work
 */
LesMatchSet *
les_session_matches_get_kept_set (LesSessionMatches *self)
{
  return self->matches;
}

/** Returns: (transfer none) (nullable): what the engine found and the user has rejected; NULL while it is at work */
LesMatchSet *
les_session_matches_get_rejected_set (LesSessionMatches *self)
{
  return self->rejected;
}

/** Returns: (transfer none) (nullable): the project's comparison of the pair, whichever way round it keeps it */
LesComparison *
les_session_matches_get_comparison (LesSessionMatches *self)
{
  if (!les_session_matches_has_pair (self))
    return NULL;
  return les_project_find_comparison (self->project, get_id (self, LES_SIDE_LEFT), get_id (self, LES_SIDE_RIGHT));
}

/** Returns: how many matches of the pair the user has rejected */
guint
les_session_matches_get_n_rejected (LesSessionMatches *self)
{
  LesComparison *comparison = les_session_matches_get_comparison (self);
  guint n = 0;

  if (comparison != NULL)
    les_comparison_get_rejected (comparison, &n);
  return n;
}

/** Returns: the @index-th rejected match, left and right as the sides are now. Unicode characters. */
LesRejection
les_session_matches_get_rejected (LesSessionMatches *self, guint index)
{
  LesComparison *comparison = les_session_matches_get_comparison (self);
  const LesRejection *rejected;
  guint n = 0;

  g_return_val_if_fail (comparison != NULL, (LesRejection) { 0 });
  rejected = les_comparison_get_rejected (comparison, &n);
  g_return_val_if_fail (index < n, (LesRejection) { 0 });

  if (les_comparison_is_mirrored (comparison, get_id (self, LES_SIDE_LEFT)))
    return les_rejection_mirror (rejected[index]);
  return rejected[index];
}

/**
 * les_session_matches_change_rejected:
 * @rejected: TRUE to reject a match of the pair for good, FALSE to take that back
 *
 * Returns: (transfer full): the change that does it, for the session to perform
 */
LesChange *
les_session_matches_change_rejected (LesSessionMatches *self, LesRejection rejection, gboolean rejected)
{
  g_return_val_if_fail (les_session_matches_has_pair (self), NULL);

  return les_edits_set_rejected (self->project, get_id (self, LES_SIDE_LEFT), get_id (self, LES_SIDE_RIGHT),
                                 rejection, rejected);
}

/** Chooses what is kept and shown once more. The current match stays current when it is still shown. */
void
les_session_matches_refresh (LesSessionMatches *self)
{
  refresh_shown (self, TRUE);
}

/** Returns: how many matches the user has not rejected, shown or not */
guint
les_session_matches_get_n_kept (LesSessionMatches *self)
{
  return self->kept->len;
}

/** Returns: (transfer none): the @index-th match that was not rejected, in the order of the left text */
const LesMatch *
les_session_matches_get_kept (LesSessionMatches *self, guint index)
{
  g_return_val_if_fail (index < self->kept->len, NULL);

  return g_ptr_array_index (self->kept, index);
}

static void
measure_shares (LesSessionMatches *self)
{
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();

  for (guint i = 0; i < self->kept->len; i++)
    if (((const LesMatch *) self->kept->pdata[i])->grade != LES_GRADE_POSSIBLE)
      g_ptr_array_add (counted, self->kept->pdata[i]);
  if (les_match_set_get_n (self->rejected) == 0)
    self->shares = *les_match_set_get_shares (self->matches);
  else
    self->shares = les_shares_measure (les_article_get_document (self->articles[LES_SIDE_LEFT]),
                                       les_article_get_document (self->articles[LES_SIDE_RIGHT]), counted);
  self->shares_known = TRUE;
}

/**
 * les_session_matches_get_shares:
 *
 * How much of each text the other one has, without possible matches and those
 * that the user has rejected. Until the matches change next.
 *
 * Returns: (transfer none) (nullable): NULL while nothing is compared
 */
const LesShares *
les_session_matches_get_shares (LesSessionMatches *self)
{
  if (self->matches == NULL || !les_session_matches_has_pair (self))
    return NULL;
  if (!self->shares_known)
    measure_shares (self);
  return &self->shares;
}

LesLayers
les_session_matches_get_layers (LesSessionMatches *self)
{
  return self->layers;
}

/** @layers: all layers; only those of LES_LAYER_MATCHES choose what is shown */
void
les_session_matches_set_layers (LesSessionMatches *self, LesLayers layers)
{
  LesLayers old = self->layers;

  self->layers = layers;
  if ((old ^ layers) & LES_LAYER_MATCHES)
    refresh_shown (self, FALSE);
}

LesFineDiff
les_session_matches_get_fine_diff (LesSessionMatches *self)
{
  return self->fine_diff;
}

/** @fine_diff: of #LesFineDiff, combined: which differences are shown that make no other word */
void
les_session_matches_set_fine_diff (LesSessionMatches *self, LesFineDiff fine_diff)
{
  self->fine_diff = fine_diff;
  refresh_shown (self, TRUE);
}

/** Returns: how many matches the layers and the user's decisions let through */
guint
les_session_matches_get_n_shown (LesSessionMatches *self)
{
  return self->shown->len;
}

/** Returns: (transfer none): the @index-th shown match, in the order of the left text */
const LesMatch *
les_session_matches_get_shown (LesSessionMatches *self, guint index)
{
  g_return_val_if_fail (index < self->shown->len, NULL);

  return g_ptr_array_index (self->shown, index);
}

/** Returns: index of the shortest shown match at a place of that side's text (Unicode characters), or -1 */
int
les_session_matches_find_at (LesSessionMatches *self, LesSide side, int offset)
{
  int best = -1;
  int best_length = G_MAXINT;

  for (guint i = 0; i < self->shown->len; i++)
    {
      LesTextRange range = les_match_get_range (self->shown->pdata[i], side);

      if (les_text_range_contains (range, offset) && les_text_range_length (range) < best_length)
        {
          best = i;
          best_length = les_text_range_length (range);
        }
    }
  return best;
}

/** Returns: index of the current match among the shown ones, or -1 */
int
les_session_matches_get_current (LesSessionMatches *self)
{
  return self->current;
}

/** @index: among the shown ones; -1 for none. One that is too high means the last. */
void
les_session_matches_set_current (LesSessionMatches *self, int index)
{
  index = CLAMP (index, -1, (int) self->shown->len - 1);
  if (self->current == index)
    return;
  self->current = index;
  notify (self, PROP_CURRENT_MATCH);
}

/** @step: +1 or -1; goes round at the ends. Returns: whether there is a match to go to */
gboolean
les_session_matches_step (LesSessionMatches *self, int step)
{
  int n = self->shown->len;
  int from = self->current;

  if (n == 0)
    return FALSE;
  if (from < 0)
    from = step > 0 ? -1 : 0;
  les_session_matches_set_current (self, (from + step + n) % n);
  return TRUE;
}

/** Returns: the layer that a match is drawn in */
LesLayers
les_match_get_layer (const LesMatch *match)
{
  if (match->grade == LES_GRADE_POSSIBLE)
    return LES_LAYER_POSSIBLE;
  return match->kind == LES_MATCH_REWORDED ? LES_LAYER_REWORDED : LES_LAYER_TAKEN_OVER;
}

/** Returns: the passage of the match in that side's text; Unicode characters */
LesTextRange
les_match_get_range (const LesMatch *match, LesSide side)
{
  return side == LES_SIDE_LEFT ? match->left : match->right;
}
