/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-session.h"

#include "les-recent-tags.h"

/**
 * LesSession:
 *
 * What one window looks at: the project with its history, the open articles,
 * the matches between them (see #LesSessionMatches), the current annotation,
 * the selection, the query, the layers, the tags at hand. Widgets read and
 * write it and meet only here. Main thread.
 *
 * Invariants: an open article is in the project; the right side is only open
 * when the left is.
 *
 * Signal "reveal" (LesSide side, int start, int end): bring that passage of
 * the article on that side into view. Unicode characters.
 */
struct _LesSession
{
  GObject parent_instance;

  LesProject *project;
  LesHistory *history;
  LesRelated *related;          /* NULL until somebody asks */

  LesArticle *articles[LES_N_SIDES];
  char *opened[LES_N_SIDES];    /* ids as the user opened them, whether or not they are there now */
  LesTextRange selections[LES_N_SIDES];
  LesSide active_side;

  LesSessionMatches *matches;

  char *annotation_id;
  char *query;
  char *author;
  char *active_tag;             /* id of the tag that every selection gets; NULL for none */
  LesRecentTags *recent_tags;
  gboolean linked_scroll;
};

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_HISTORY,
  PROP_LEFT,
  PROP_RIGHT,
  PROP_ACTIVE_SIDE,
  PROP_MATCHES,
  PROP_BUSY,
  PROP_CURRENT_MATCH,
  PROP_SELECTION,
  PROP_ANNOTATION_ID,
  PROP_QUERY,
  PROP_LAYERS,
  PROP_FINE_DIFF,
  PROP_LINKED_SCROLL,
  PROP_AUTHOR,
  PROP_RECENT_TAGS,
  PROP_ACTIVE_TAG,
  N_PROPS
};

enum
{
  REVEAL,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesSession, les_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify (LesSession *self, guint prop_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static gboolean
same_reading (LesArticle *a, LesArticle *b)
{
  return a != NULL && b != NULL
         && les_article_get_text (a) == les_article_get_text (b)
         && les_article_get_blocks (a) == les_article_get_blocks (b)
         && g_strcmp0 (les_article_get (a, LES_ARTICLE_LANGUAGE), les_article_get (b, LES_ARTICLE_LANGUAGE)) == 0;
}

static gboolean
same_date (LesArticle *a, LesArticle *b)
{
  return a != NULL && b != NULL && g_strcmp0 (les_article_get (a, LES_ARTICLE_DATE), les_article_get (b, LES_ARTICLE_DATE)) == 0;
}

static void
set_articles (LesSession *self, LesArticle *left, LesArticle *right)
{
  LesArticle *wanted[LES_N_SIDES] = { left != NULL ? left : right, left != NULL ? right : NULL };
  gboolean reading_changed = FALSE;
  gboolean date_changed = FALSE;
  gboolean changed[LES_N_SIDES];

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      changed[side] = wanted[side] != self->articles[side];
      if (changed[side] && !same_reading (wanted[side], self->articles[side]))
        {
          reading_changed = TRUE;
          self->selections[side] = LES_TEXT_RANGE (0, 0);
        }
      date_changed |= changed[side] && !same_date (wanted[side], self->articles[side]);
    }
  for (int side = 0; side < LES_N_SIDES; side++)
    g_set_object (&self->articles[side], wanted[side]);
  les_session_matches_set_pair (self->matches, wanted[LES_SIDE_LEFT], wanted[LES_SIDE_RIGHT]);

  if (self->articles[self->active_side] == NULL)
    les_session_set_active_side (self, LES_SIDE_LEFT);
  for (int side = 0; side < LES_N_SIDES; side++)
    if (changed[side])
      notify (self, side == LES_SIDE_LEFT ? PROP_LEFT : PROP_RIGHT);
  if (reading_changed)
    notify (self, PROP_SELECTION);
  if (reading_changed || date_changed)
    les_session_matches_compare (self->matches);
}

static void
open_articles (LesSession *self, LesArticle *left, LesArticle *right)
{
  set_articles (self, left, right);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      g_free (self->opened[side]);
      self->opened[side] = g_strdup (les_session_get_article_id (self, side));
    }
}

/* What was opened and removed comes back with the article, as long as nothing else was opened. */
static LesArticle *
find_opened (LesSession *self, LesSide side)
{
  return les_project_get_article (self->project, self->opened[side]);
}

static void
forget_removed_tags (LesSession *self, LesChange *applied)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < les_change_get_n_edits (applied); i++)
    {
      const LesEdit *edit = les_change_get_edit (applied, i);

      if (edit->kind == LES_RECORD_TAG && les_project_get_tag (self->project, edit->id) == NULL)
        changed |= les_recent_tags_forget (self->recent_tags, edit->id);
    }
  if (changed)
    notify (self, PROP_RECENT_TAGS);
  if (self->active_tag != NULL && les_project_get_tag (self->project, self->active_tag) == NULL)
    les_session_set_active_tag (self, NULL);
}

static void
project_changed_cb (LesProject *project, LesChange *applied, LesChange *inverse, LesSession *self)
{
  if (self->annotation_id != NULL && les_session_get_annotation (self) == NULL)
    les_session_set_annotation_id (self, NULL);
  forget_removed_tags (self, applied);
  if (les_change_touches (applied, LES_RECORD_ARTICLE))
    set_articles (self, find_opened (self, LES_SIDE_LEFT), find_opened (self, LES_SIDE_RIGHT));
  if (les_change_touches (applied, LES_RECORD_COMPARISON))
    les_session_matches_refresh (self->matches);
}

static void
les_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesSession *self = LES_SESSION (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_LEFT:
      g_value_set_object (value, self->articles[LES_SIDE_LEFT]);
      break;
    case PROP_RIGHT:
      g_value_set_object (value, self->articles[LES_SIDE_RIGHT]);
      break;
    case PROP_ACTIVE_SIDE:
      g_value_set_int (value, self->active_side);
      break;
    case PROP_MATCHES:
      g_value_set_boxed (value, les_session_get_matches (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, les_session_get_busy (self));
      break;
    case PROP_CURRENT_MATCH:
      g_value_set_int (value, les_session_get_current_match (self));
      break;
    case PROP_SELECTION:
      g_value_set_boxed (value, &self->selections[self->active_side]);
      break;
    case PROP_ANNOTATION_ID:
      g_value_set_string (value, self->annotation_id);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_LAYERS:
      g_value_set_uint (value, les_session_get_layers (self));
      break;
    case PROP_FINE_DIFF:
      g_value_set_uint (value, les_session_get_fine_diff (self));
      break;
    case PROP_LINKED_SCROLL:
      g_value_set_boolean (value, self->linked_scroll);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_RECENT_TAGS:
      g_value_set_boxed (value, les_session_get_recent_tags (self));
      break;
    case PROP_ACTIVE_TAG:
      g_value_set_string (value, self->active_tag);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesSession *self = LES_SESSION (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      self->project = g_value_dup_object (value);
      break;
    case PROP_CURRENT_MATCH:
      les_session_set_current_match (self, g_value_get_int (value));
      break;
    case PROP_ANNOTATION_ID:
      les_session_set_annotation_id (self, g_value_get_string (value));
      break;
    case PROP_QUERY:
      les_session_set_query (self, g_value_get_string (value));
      break;
    case PROP_LAYERS:
      les_session_set_layers (self, g_value_get_uint (value));
      break;
    case PROP_FINE_DIFF:
      les_session_set_fine_diff (self, g_value_get_uint (value));
      break;
    case PROP_LINKED_SCROLL:
      les_session_set_linked_scroll (self, g_value_get_boolean (value));
      break;
    case PROP_AUTHOR:
      les_session_set_author (self, g_value_get_string (value));
      break;
    case PROP_ACTIVE_TAG:
      les_session_set_active_tag (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The properties that are the matches' own have the same names there. */
static void
matches_notify_cb (LesSession *self, GParamSpec *pspec)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
les_session_constructed (GObject *object)
{
  LesSession *self = LES_SESSION (object);

  G_OBJECT_CLASS (les_session_parent_class)->constructed (object);

  self->history = les_history_new (self->project);
  self->recent_tags = les_recent_tags_new (self->project);
  self->matches = les_session_matches_new (self->project);
  g_signal_connect_swapped (self->matches, "notify", G_CALLBACK (matches_notify_cb), self);
  g_signal_connect_object (self->project, "changed", G_CALLBACK (project_changed_cb), self, 0);
}

static void
les_session_dispose (GObject *object)
{
  LesSession *self = LES_SESSION (object);

  g_signal_handlers_disconnect_by_data (self->matches, self);
  g_object_run_dispose (G_OBJECT (self->matches));
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_object (&self->articles[side]);
  g_clear_object (&self->related);
  g_clear_object (&self->history);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_session_parent_class)->dispose (object);
}

static void
les_session_finalize (GObject *object)
{
  LesSession *self = LES_SESSION (object);

  g_object_unref (self->matches);
  les_recent_tags_free (self->recent_tags);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_free (self->opened[side]);
  g_free (self->annotation_id);
  g_free (self->query);
  g_free (self->author);
  g_free (self->active_tag);

  G_OBJECT_CLASS (les_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, LES_TYPE_PROJECT, once);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, LES_TYPE_HISTORY, ro);
  properties[PROP_LEFT] = g_param_spec_object ("left", NULL, NULL, LES_TYPE_ARTICLE, ro);
  properties[PROP_RIGHT] = g_param_spec_object ("right", NULL, NULL, LES_TYPE_ARTICLE, ro);
  properties[PROP_ACTIVE_SIDE] = g_param_spec_int ("active-side", NULL, NULL, 0, LES_N_SIDES - 1, 0, ro);
  properties[PROP_MATCHES] = g_param_spec_boxed ("matches", NULL, NULL, LES_TYPE_MATCH_SET, ro);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, ro);
  properties[PROP_CURRENT_MATCH] = g_param_spec_int ("current-match", NULL, NULL, -1, G_MAXINT, -1, rw);
  properties[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, LES_TYPE_TEXT_RANGE, ro);
  properties[PROP_ANNOTATION_ID] = g_param_spec_string ("annotation-id", NULL, NULL, NULL, rw);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, rw);
  properties[PROP_LAYERS] = g_param_spec_uint ("layers", NULL, NULL, 0, G_MAXUINT, LES_LAYERS_DEFAULT, rw);
  properties[PROP_FINE_DIFF] = g_param_spec_uint ("fine-diff", NULL, NULL, 0, G_MAXUINT, 0, rw);
  properties[PROP_LINKED_SCROLL] = g_param_spec_boolean ("linked-scroll", NULL, NULL, TRUE, rw);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, rw);
  properties[PROP_RECENT_TAGS] = g_param_spec_boxed ("recent-tags", NULL, NULL, G_TYPE_STRV, ro);
  properties[PROP_ACTIVE_TAG] = g_param_spec_string ("active-tag", NULL, NULL, NULL, rw);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_session_class_init (LesSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = les_session_constructed;
  object_class->get_property = les_session_get_property;
  object_class->set_property = les_session_set_property;
  object_class->dispose = les_session_dispose;
  object_class->finalize = les_session_finalize;
  install_properties (object_class);

  signals[REVEAL] = g_signal_new ("reveal", LES_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
}

static void
les_session_init (LesSession *self)
{
  self->linked_scroll = TRUE;
}

/** Returns: (transfer full): a session on @project with a history of its own */
LesSession *
les_session_new (LesProject *project)
{
  return g_object_new (LES_TYPE_SESSION, "project", project, NULL);
}

/** Returns: (transfer none): what the window works on */
LesProject *
les_session_get_project (LesSession *self)
{
  return self->project;
}

/** Returns: (transfer none): what performs and undoes; see les_session_perform() */
LesHistory *
les_session_get_history (LesSession *self)
{
  return self->history;
}

/** Returns: (transfer none): what the articles of the project have in common; works from the first call on */
LesRelated *
les_session_get_related (LesSession *self)
{
  g_return_val_if_fail (LES_IS_SESSION (self), NULL);

  if (self->related == NULL)
    self->related = les_related_new (self->project);
  return self->related;
}

/** @change: (transfer full): what the user did */
void
les_session_perform (LesSession *self, LesChange *change)
{
  les_history_perform (self->history, change);
}

/** As les_history_perform_merged(). @change: (transfer full). @key: (nullable) */
void
les_session_perform_merged (LesSession *self, LesChange *change, const char *key)
{
  les_history_perform_merged (self->history, change, key);
}

/** Returns: (transfer none) (nullable): the article on that side */
LesArticle *
les_session_get_article (LesSession *self, LesSide side)
{
  return self->articles[side];
}

/** Returns: (transfer none) (nullable): the id of the article on that side */
const char *
les_session_get_article_id (LesSession *self, LesSide side)
{
  if (self->articles[side] == NULL)
    return NULL;
  return les_record_get_id (LES_RECORD (self->articles[side]));
}

/** @id: (nullable): NULL closes the side; what is on the right then moves left */
void
les_session_open_article (LesSession *self, LesSide side, const char *id)
{
  LesArticle *article = les_project_get_article (self->project, id);

  if (side == LES_SIDE_LEFT)
    open_articles (self, article, self->articles[LES_SIDE_RIGHT]);
  else
    open_articles (self, self->articles[LES_SIDE_LEFT], article);
}

/** @left: (nullable): id  @right: (nullable): id; NULL to read one */
void
les_session_open_pair (LesSession *self, const char *left, const char *right)
{
  open_articles (self,
                 les_project_get_article (self->project, left),
                 les_project_get_article (self->project, right));
}

/** Left becomes right; does nothing unless two articles are side by side. */
void
les_session_swap_sides (LesSession *self)
{
  if (les_session_is_comparing (self))
    les_session_open_pair (self,
                           les_session_get_article_id (self, LES_SIDE_RIGHT),
                           les_session_get_article_id (self, LES_SIDE_LEFT));
}

/** Returns: whether two articles are side by side */
gboolean
les_session_is_comparing (LesSession *self)
{
  return les_session_matches_has_pair (self->matches);
}

/** Returns: the side that the user works in; the left one unless the right one is open */
LesSide
les_session_get_active_side (LesSession *self)
{
  return self->active_side;
}

void
les_session_set_active_side (LesSession *self, LesSide side)
{
  if (self->active_side == side)
    return;
  self->active_side = side;
  notify (self, PROP_ACTIVE_SIDE);
  notify (self, PROP_SELECTION);
}

/** Returns: whether @article (an id, nullable) is open, and on which side; the active one wins */
gboolean
les_session_find_side (LesSession *self, const char *article, LesSide *out_side)
{
  const LesSide order[] = { self->active_side, !self->active_side };

  for (guint i = 0; article != NULL && i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (les_session_get_article_id (self, order[i]), article) == 0)
      {
        *out_side = order[i];
        return TRUE;
      }
  return FALSE;
}

/**
 * les_session_get_matches:
 *
 * What the engine found and the user has not rejected; sentences that were taken
 * over one after the other are one match.
 *
 * Returns: (transfer none) (nullable): NULL while the engine is at work
 */
LesMatchSet *
les_session_get_matches (LesSession *self)
{
  return les_session_matches_get_kept_set (self->matches);
}

/** Returns: (transfer none) (nullable): what the engine found and the user has rejected; NULL while it is at work */
LesMatchSet *
les_session_get_rejected_matches (LesSession *self)
{
  return les_session_matches_get_rejected_set (self->matches);
}

/** Returns: whether the engine is at work */
gboolean
les_session_get_busy (LesSession *self)
{
  return les_session_matches_get_busy (self->matches);
}

/** Stops the engine; the pair stays open without matches. */
void
les_session_cancel_comparing (LesSession *self)
{
  les_session_matches_cancel (self->matches);
}

/** Compares the open pair from the start, after it was cancelled. */
void
les_session_compare_again (LesSession *self)
{
  les_session_matches_compare (self->matches);
}

/** Returns: how many matches the user has not rejected, shown or not */
guint
les_session_get_n_kept (LesSession *self)
{
  return les_session_matches_get_n_kept (self->matches);
}

/** Returns: (transfer none): the @index-th match that was not rejected, in the order of the left text */
const LesMatch *
les_session_get_kept (LesSession *self, guint index)
{
  return les_session_matches_get_kept (self->matches, index);
}

/**
 * les_session_get_shares:
 *
 * How much of each text the other one has, without possible matches and those
 * that the user has rejected. Until the matches change next.
 *
 * Returns: (transfer none) (nullable): NULL while nothing is compared
 */
const LesShares *
les_session_get_shares (LesSession *self)
{
  return les_session_matches_get_shares (self->matches);
}

/** Returns: how many matches the layers and the user's decisions let through */
guint
les_session_get_n_shown (LesSession *self)
{
  return les_session_matches_get_n_shown (self->matches);
}

/** Returns: (transfer none): the @index-th shown match, in the order of the left text */
const LesMatch *
les_session_get_shown (LesSession *self, guint index)
{
  return les_session_matches_get_shown (self->matches, index);
}

/** Returns: index of the current match among the shown ones, or -1 */
int
les_session_get_current_match (LesSession *self)
{
  return les_session_matches_get_current (self->matches);
}

/** @index: among the shown ones; -1 for none */
void
les_session_set_current_match (LesSession *self, int index)
{
  les_session_matches_set_current (self->matches, index);
}

/** @step: +1 or -1; goes round at the ends. Returns: whether there is a match to go to */
gboolean
les_session_step_match (LesSession *self, int step)
{
  return les_session_matches_step (self->matches, step);
}

/** Returns: index of the shortest shown match at a character, or -1 */
int
les_session_find_match_at (LesSession *self, LesSide side, int offset)
{
  return les_session_matches_find_at (self->matches, side, offset);
}

/** Returns: what is selected in the text of that side; empty: the cursor. Unicode characters. */
LesTextRange
les_session_get_selection (LesSession *self, LesSide side)
{
  return self->selections[side];
}

/** @range: Unicode characters of the text of that side; empty: the cursor */
void
les_session_set_selection (LesSession *self, LesSide side, LesTextRange range)
{
  if (les_text_range_equal (self->selections[side], range))
    return;
  self->selections[side] = range;
  notify (self, PROP_SELECTION);
}

/** Returns: (transfer none) (nullable): id of the current annotation */
const char *
les_session_get_annotation_id (LesSession *self)
{
  return self->annotation_id;
}

/** Returns: (transfer none) (nullable): the current annotation */
LesAnnotation *
les_session_get_annotation (LesSession *self)
{
  return les_project_get_annotation (self->project, self->annotation_id);
}

/** @id: (nullable) */
void
les_session_set_annotation_id (LesSession *self, const char *id)
{
  char *copy;

  if (g_strcmp0 (self->annotation_id, id) == 0)
    return;
  copy = g_strdup (id);
  g_free (self->annotation_id);
  self->annotation_id = copy;
  notify (self, PROP_ANNOTATION_ID);
}

/** Returns: (transfer none) (nullable): what is searched for; never empty */
const char *
les_session_get_query (LesSession *self)
{
  return self->query;
}

/** @query: (nullable): empty is NULL */
void
les_session_set_query (LesSession *self, const char *query)
{
  char *copy;

  if (query != NULL && *query == '\0')
    query = NULL;
  if (g_strcmp0 (self->query, query) == 0)
    return;
  copy = g_strdup (query);
  g_free (self->query);
  self->query = copy;
  notify (self, PROP_QUERY);
}

LesLayers
les_session_get_layers (LesSession *self)
{
  return les_session_matches_get_layers (self->matches);
}

void
les_session_set_layers (LesSession *self, LesLayers layers)
{
  if (les_session_get_layers (self) == layers)
    return;
  les_session_matches_set_layers (self->matches, layers);
  notify (self, PROP_LAYERS);
}

LesFineDiff
les_session_get_fine_diff (LesSession *self)
{
  return les_session_matches_get_fine_diff (self->matches);
}

/** @fine_diff: of #LesFineDiff, combined: which differences are shown that make no other word */
void
les_session_set_fine_diff (LesSession *self, LesFineDiff fine_diff)
{
  if (les_session_get_fine_diff (self) == fine_diff)
    return;
  les_session_matches_set_fine_diff (self->matches, fine_diff);
  notify (self, PROP_FINE_DIFF);
}

/** Returns: whether scrolling one text scrolls the other to what matches */
gboolean
les_session_get_linked_scroll (LesSession *self)
{
  return self->linked_scroll;
}

void
les_session_set_linked_scroll (LesSession *self, gboolean linked)
{
  if (self->linked_scroll == linked)
    return;
  self->linked_scroll = linked;
  notify (self, PROP_LINKED_SCROLL);
}

/** Returns: (transfer none) (nullable): who annotates */
const char *
les_session_get_author (LesSession *self)
{
  return self->author;
}

/** @author: (nullable): empty is NULL */
void
les_session_set_author (LesSession *self, const char *author)
{
  char *copy;

  if (author != NULL && *author == '\0')
    author = NULL;
  if (g_strcmp0 (self->author, author) == 0)
    return;
  copy = g_strdup (author);
  g_free (self->author);
  self->author = copy;
  notify (self, PROP_AUTHOR);
}

/** Returns: (transfer none): ids of the tags used last, newest first, at most nine, ended by NULL */
const char * const *
les_session_get_recent_tags (LesSession *self)
{
  return les_recent_tags_get (self->recent_tags);
}

/** @tag: id of the tag that was just used */
void
les_session_note_tag_used (LesSession *self, const char *tag)
{
  if (les_recent_tags_note (self->recent_tags, tag))
    notify (self, PROP_RECENT_TAGS);
}

/** Returns: (transfer none) (nullable): id of the tag that every selection gets at once; it exists */
const char *
les_session_get_active_tag (LesSession *self)
{
  return self->active_tag;
}

/** @tag: (nullable): id; one that does not exist is the same as NULL */
void
les_session_set_active_tag (LesSession *self, const char *tag)
{
  char *copy;

  if (les_project_get_tag (self->project, tag) == NULL)
    tag = NULL;
  if (g_strcmp0 (self->active_tag, tag) == 0)
    return;
  copy = g_strdup (tag);
  g_free (self->active_tag);
  self->active_tag = copy;
  notify (self, PROP_ACTIVE_TAG);
}

/** Returns: (transfer none) (nullable): the project's comparison of the open pair, whichever way round it keeps it */
LesComparison *
les_session_get_comparison (LesSession *self)
{
  return les_session_matches_get_comparison (self->matches);
}

/** Returns: how many matches of the open pair the user has rejected */
guint
les_session_get_n_rejected (LesSession *self)
{
  return les_session_matches_get_n_rejected (self->matches);
}

/** Returns: the @index-th rejected match, left and right as the sides are now. Unicode characters. */
LesRejection
les_session_get_rejected (LesSession *self, guint index)
{
  return les_session_matches_get_rejected (self->matches, index);
}

/** Rejects a match of the open pair, or takes that back; one step of undoing. */
void
les_session_set_rejected (LesSession *self, LesRejection rejection, gboolean rejected)
{
  g_return_if_fail (les_session_is_comparing (self));

  les_session_perform (self, les_session_matches_change_rejected (self->matches, rejection, rejected));
}

/** Asks whoever shows that side to bring a passage into view. Unicode characters. */
void
les_session_reveal (LesSession *self, LesSide side, LesTextRange range)
{
  g_signal_emit (self, signals[REVEAL], 0, (int) side, range.start, range.end);
}
