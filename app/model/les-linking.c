/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-linking.h"

#include "les-words.h"

/* Under this name a session carries its linking. */
#define LINKING "les-linking"
/* More of a passage is not needed to recognise it. */
#define WORDS_CHARS 80

/**
 * LesLinking:
 *
 * The links of a session: the one that is being made (its start is marked, its
 * end not yet), the current one, and those between the open articles. Belongs
 * to its session and lives as long; every link that it makes is one step of
 * undoing, together with the annotations that had to be made for it.
 *
 * Invariants: a pending start lies in an article of the project; the current
 * link is in the project.
 *
 * Signal "show": bring the ends of the current link into view.
 */
typedef struct
{
  char *article;
  LesTextRange range;
  char *annotation;     /* id; NULL as long as there is only a selection */
} Place;

struct _LesLinking
{
  GObject parent_instance;

  LesSession *session;  /* borrowed: it owns us */
  Place start;          /* article NULL: none is pending */
  char *seen;           /* the annotation that was current at the start */
  char *current;
};

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_CURRENT,
  N_PROPS
};

enum
{
  SHOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesLinking, les_linking, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static LesProject *
get_project (LesLinking *self)
{
  return les_session_get_project (self->session);
}

static gboolean is_of_pair (LesLinking *self, LesLink *link);

static void
clear_place (Place *place)
{
  g_clear_pointer (&place->article, g_free);
  g_clear_pointer (&place->annotation, g_free);
}

static LesPassage
passage_of (const Place *place)
{
  return (LesPassage) { place->article, place->range, place->annotation };
}

static gboolean
same_place (const Place *a, const Place *b)
{
  return g_strcmp0 (a->article, b->article) == 0 && les_text_range_equal (a->range, b->range);
}

static gboolean
take_selection (LesLinking *self, LesSide side, Place *place)
{
  LesArticle *article = les_session_get_article (self->session, side);
  LesTextRange range;

  if (article == NULL)
    return FALSE;
  range = les_words_trim (les_article_get_text (article), les_session_get_selection (self->session, side));
  if (les_text_range_is_empty (range))
    return FALSE;
  place->article = g_strdup (les_record_get_id (LES_RECORD (article)));
  place->range = range;
  return TRUE;
}

/* The current annotation, when its article is open. */
static gboolean
take_annotation (LesLinking *self, Place *place)
{
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  LesSide side;

  if (annotation == NULL
      || !les_session_find_side (self->session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
    return FALSE;
  place->article = g_strdup (les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  place->range = les_annotation_get_range (annotation);
  place->annotation = g_strdup (les_record_get_id (LES_RECORD (annotation)));
  return TRUE;
}

/* Whether the user has turned to the current annotation since the start was marked. */
static gboolean
annotation_is_meant (LesLinking *self)
{
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  LesSide side = les_session_get_active_side (self->session);

  if (annotation == NULL)
    return FALSE;
  return g_strcmp0 (self->seen, les_session_get_annotation_id (self->session)) != 0
         || (g_strcmp0 (les_session_get_article_id (self->session, side),
                        les_annotation_get (annotation, LES_ANNOTATION_ARTICLE)) == 0
             && g_strcmp0 (self->start.article, les_session_get_article_id (self->session, side)) != 0
             && les_text_range_contains (les_annotation_get_range (annotation),
                                         les_session_get_selection (self->session, side).start));
}

/* What the user means: the selection of the active text, else the current annotation. */
static gboolean
find_place (LesLinking *self, Place *place)
{
  return take_selection (self, les_session_get_active_side (self->session), place) || take_annotation (self, place);
}

/* The other end: as above, but never the start itself. */
static gboolean
find_end (LesLinking *self, Place *place)
{
  LesSide active = les_session_get_active_side (self->session);

  if (take_selection (self, active, place) && !same_place (place, &self->start))
    return TRUE;
  clear_place (place);
  if (annotation_is_meant (self) && take_annotation (self, place) && !same_place (place, &self->start))
    return TRUE;
  clear_place (place);
  if (take_selection (self, !active, place) && !same_place (place, &self->start))
    return TRUE;
  clear_place (place);
  return FALSE;
}

static gboolean
is_pending (LesLinking *self)
{
  return self->start.article != NULL;
}

static gboolean
is_gone (LesLinking *self)
{
  LesArticle *article = les_project_get_article (get_project (self), self->start.article);

  if (article == NULL || self->start.range.end > les_text_get_n_chars (les_article_get_text (article)))
    return TRUE;
  return self->start.annotation != NULL && les_project_get_annotation (get_project (self), self->start.annotation) == NULL;
}

static void
project_changed_cb (LesLinking *self)
{
  if (is_pending (self) && is_gone (self))
    les_linking_cancel (self);
  if (self->current != NULL && les_linking_get_current (self) == NULL)
    les_linking_set_current_id (self, NULL);
}

/* What is not seen any more must not be edited or deleted by a key. */
static void
opened_cb (LesLinking *self)
{
  LesLink *current = les_linking_get_current (self);

  if (current != NULL && !is_of_pair (self, current))
    les_linking_set_current_id (self, NULL);
}

/* Who goes on to a match looks at the link no more. */
static void
current_match_cb (LesLinking *self)
{
  if (les_session_get_current_match (self->session) >= 0)
    les_linking_set_current_id (self, NULL);
}

static void
les_linking_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesLinking *self = LES_LINKING (object);

  switch (prop_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, is_pending (self));
      break;
    case PROP_CURRENT:
      g_value_set_string (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_linking_finalize (GObject *object)
{
  LesLinking *self = LES_LINKING (object);

  clear_place (&self->start);
  g_free (self->seen);
  g_free (self->current);

  G_OBJECT_CLASS (les_linking_parent_class)->finalize (object);
}

static void
les_linking_class_init (LesLinkingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = les_linking_get_property;
  object_class->finalize = les_linking_finalize;
  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE, flags);
  properties[PROP_CURRENT] = g_param_spec_string ("current", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOW] = g_signal_new ("show", LES_TYPE_LINKING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_linking_init (LesLinking *self)
{
}

/** Returns: (transfer none): the linking of @session, made when it is first asked for */
LesLinking *
les_linking_of (LesSession *session)
{
  LesLinking *self;

  g_return_val_if_fail (LES_IS_SESSION (session), NULL);

  self = g_object_get_data (G_OBJECT (session), LINKING);
  if (self != NULL)
    return self;
  self = g_object_new (LES_TYPE_LINKING, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), LINKING, self, g_object_unref);
  g_signal_connect_object (les_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::left", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::current-match", G_CALLBACK (current_match_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::right", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** Marks the selection, or the current annotation, as one end. Returns: FALSE when there is neither */
gboolean
les_linking_start (LesLinking *self)
{
  Place place = { NULL };

  g_return_val_if_fail (LES_IS_LINKING (self), FALSE);

  if (!find_place (self, &place))
    return FALSE;
  clear_place (&self->start);
  self->start = place;
  g_free (self->seen);
  self->seen = g_strdup (les_session_get_annotation_id (self->session));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  return TRUE;
}

/** Forgets the start that is pending. */
void
les_linking_cancel (LesLinking *self)
{
  g_return_if_fail (LES_IS_LINKING (self));

  if (!is_pending (self))
    return;
  clear_place (&self->start);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/** Returns: whether one end is marked and the other not yet */
gboolean
les_linking_get_pending (LesLinking *self)
{
  return is_pending (self);
}

/** Returns: whether the pending start is in an open article; where: Unicode characters */
gboolean
les_linking_get_start (LesLinking *self, LesSide *out_side, LesTextRange *out_range)
{
  if (!is_pending (self) || !les_session_find_side (self->session, self->start.article, out_side))
    return FALSE;
  *out_range = self->start.range;
  return TRUE;
}

/** Returns: (transfer full): the first words of the pending start on one line; empty when none is pending */
char *
les_linking_dup_start_words (LesLinking *self)
{
  LesArticle *article = les_project_get_article (get_project (self), self->start.article);
  LesTextRange range = self->start.range;
  g_autofree char *words = NULL;

  if (article == NULL)
    return g_strdup ("");
  range.end = MIN (range.end, range.start + WORDS_CHARS);
  words = les_text_dup_range (les_article_get_text (article), range);
  g_strdelimit (words, "\n\r\t", ' ');
  return les_text_range_equal (range, self->start.range) ? g_steal_pointer (&words) : g_strconcat (words, "…", NULL);
}

/** Returns: whether something is selected or current that the pending start can be linked with */
gboolean
les_linking_find_end (LesLinking *self, LesSide *out_side, LesTextRange *out_range)
{
  Place place = { NULL };
  gboolean found = is_pending (self) && find_end (self, &place)
                   && les_session_find_side (self->session, place.article, out_side);

  *out_range = place.range;
  clear_place (&place);
  return found;
}

/* Makes the link, unless the project has it. Returns: (transfer full): its id */
static char *
add_link (LesLinking *self, const char *relation, const LesPassage *from, const LesPassage *to, const char *missing_in)
{
  LesLink *link = les_link_edits_find (get_project (self), relation, from, to, missing_in);
  LesChange *change;
  char *id = NULL;

  if (link != NULL)
    id = g_strdup (les_record_get_id (LES_RECORD (link)));
  else
    {
      change = les_link_edits_add (get_project (self), relation, from, to, missing_in,
                                   les_session_get_author (self->session), &id);
      les_session_perform (self->session, change);
    }
  les_linking_set_current_id (self, id);
  return id;
}

/**
 * les_linking_finish:
 * @relation: built-in, or the id of a #LesRelation
 *
 * Links the pending start with what is selected or current. Where the project
 * has that very link, it becomes the current one and nothing is changed.
 *
 * Returns: (transfer full) (nullable): id of the link; NULL when an end is missing
 */
char *
les_linking_finish (LesLinking *self, const char *relation)
{
  Place end = { NULL };
  LesPassage from;
  LesPassage to;
  char *id;

  g_return_val_if_fail (LES_IS_LINKING (self) && relation != NULL, NULL);

  if (!is_pending (self) || !find_end (self, &end))
    return NULL;
  from = passage_of (&self->start);
  to = passage_of (&end);
  id = add_link (self, relation, &from, &to, NULL);
  clear_place (&end);
  les_linking_cancel (self);
  return id;
}

/** Returns: whether something is selected or current that the other open article can lack */
gboolean
les_linking_can_miss (LesLinking *self)
{
  Place place = { NULL };
  gboolean found = les_session_is_comparing (self->session) && find_place (self, &place);

  clear_place (&place);
  return found;
}

/** Says that the other open article lacks what is selected, or else the current annotation. Returns: as les_linking_finish() */
char *
les_linking_link_missing (LesLinking *self)
{
  Place place = { NULL };
  LesSide side = LES_SIDE_LEFT;
  LesPassage from;
  char *id = NULL;

  g_return_val_if_fail (LES_IS_LINKING (self), NULL);

  if (!les_session_is_comparing (self->session) || !find_place (self, &place))
    return NULL;
  les_session_find_side (self->session, place.article, &side);
  from = passage_of (&place);
  id = add_link (self, LES_RELATION_MISSING, &from, NULL, les_session_get_article_id (self->session, !side));
  clear_place (&place);
  return id;
}

/**
 * les_linking_link_match:
 *
 * The current match becomes a link: "reworded" where the engine says so, else
 * "same". Where both passages are linked already, that link becomes the
 * current one and nothing is changed.
 *
 * Returns: (transfer full) (nullable): id of the link; NULL without a match
 */
char *
les_linking_link_match (LesLinking *self)
{
  int index;
  const LesMatch *match;
  LesPassage ends[LES_N_SIDES];
  LesLink *link;

  g_return_val_if_fail (LES_IS_LINKING (self), NULL);

  index = les_session_get_current_match (self->session);
  if (index < 0 || !les_session_is_comparing (self->session))
    return NULL;
  match = les_session_get_shown (self->session, index);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      LesText *text = les_article_get_text (les_session_get_article (self->session, side));

      ends[side] = (LesPassage) { les_session_get_article_id (self->session, side),
                                  les_words_trim (text, les_match_get_range (match, side)), NULL };
      if (les_text_range_is_empty (ends[side].range))
        return NULL;
    }
  link = les_link_edits_find (get_project (self), NULL, &ends[LES_SIDE_LEFT], &ends[LES_SIDE_RIGHT], NULL);
  if (link != NULL)
    {
      les_linking_set_current_id (self, les_record_get_id (LES_RECORD (link)));
      return g_strdup (les_record_get_id (LES_RECORD (link)));
    }
  return add_link (self, match->kind == LES_MATCH_REWORDED ? LES_RELATION_REWORDED : LES_RELATION_SAME,
                   &ends[LES_SIDE_LEFT], &ends[LES_SIDE_RIGHT], NULL);
}

static gboolean
find_annotation_place (LesLinking *self, const char *id, LesSide side, LesTextRange *out_range)
{
  LesAnnotation *annotation = les_project_get_annotation (get_project (self), id);

  if (annotation == NULL
      || g_strcmp0 (les_annotation_get (annotation, LES_ANNOTATION_ARTICLE),
                    les_session_get_article_id (self->session, side)) != 0)
    return FALSE;
  *out_range = les_annotation_get_range (annotation);
  return TRUE;
}

/**
 * les_linking_find_place:
 * @out_range: (out): Unicode characters
 *
 * Returns: whether @link has an end in the article of that side
 */
gboolean
les_linking_find_place (LesLinking *self, LesLink *link, LesSide side, LesTextRange *out_range)
{
  return find_annotation_place (self, les_link_get (link, LES_LINK_FROM), side, out_range)
         || find_annotation_place (self, les_link_get (link, LES_LINK_TO), side, out_range);
}

static gboolean
is_of_pair (LesLinking *self, LesLink *link)
{
  const char *missing_in = les_link_get (link, LES_LINK_MISSING_IN);
  LesTextRange range;
  LesSide side;

  if (!les_session_is_comparing (self->session))
    return les_linking_find_place (self, link, LES_SIDE_LEFT, &range);
  for (int i = 0; i < LES_N_SIDES; i++)
    if (!les_linking_find_place (self, link, i, &range)
        && (missing_in == NULL || !les_session_find_side (self->session, missing_in, &side)))
      return FALSE;
  return les_linking_find_place (self, link, LES_SIDE_LEFT, &range)
         || les_linking_find_place (self, link, LES_SIDE_RIGHT, &range);
}

/* By the left end; what is only on the right comes where the right text puts it, behind equal starts. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  LesTextRange ranges[2][LES_N_SIDES] = { { { G_MAXINT, G_MAXINT }, { G_MAXINT, G_MAXINT } },
                                          { { G_MAXINT, G_MAXINT }, { G_MAXINT, G_MAXINT } } };
  LesLink *links[] = { *(LesLink * const *) a, *(LesLink * const *) b };

  for (int i = 0; i < 2; i++)
    for (int side = 0; side < LES_N_SIDES; side++)
      les_linking_find_place (data, links[i], side, &ranges[i][side]);
  for (int side = 0; side < LES_N_SIDES; side++)
    if (ranges[0][side].start != ranges[1][side].start)
      return ranges[0][side].start < ranges[1][side].start ? -1 : 1;
  return 0;
}

/**
 * les_linking_ref_links:
 *
 * The links between the open articles in the order of the left text, then those
 * that have an end on the right only; of a single article, those that touch it.
 *
 * Returns: (transfer full) (element-type LesLink)
 */
GPtrArray *
les_linking_ref_links (LesLinking *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (LES_IS_LINKING (self), links);

  all = les_project_ref_records (get_project (self), LES_RECORD_LINK);
  for (guint i = 0; i < all->len; i++)
    if (is_of_pair (self, all->pdata[i]))
      g_ptr_array_add (links, g_object_ref (all->pdata[i]));
  g_ptr_array_sort_with_data (links, compare_places, self);
  return links;
}

/** Returns: (transfer none) (nullable): the link that the user looks at */
LesLink *
les_linking_get_current (LesLinking *self)
{
  return les_project_lookup (get_project (self), LES_RECORD_LINK, self->current);
}

/** Returns: (transfer none) (nullable) */
const char *
les_linking_get_current_id (LesLinking *self)
{
  return self->current;
}

/** @id: (nullable) */
void
les_linking_set_current_id (LesLinking *self, const char *id)
{
  char *copy;

  g_return_if_fail (LES_IS_LINKING (self));

  if (g_strcmp0 (self->current, id) == 0)
    return;
  copy = g_strdup (id);
  g_free (self->current);
  self->current = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static const char *
get_article_of (LesLinking *self, const char *annotation)
{
  LesAnnotation *record = les_project_get_annotation (get_project (self), annotation);

  return record != NULL ? les_annotation_get (record, LES_ANNOTATION_ARTICLE) : NULL;
}

/* Both articles of @link side by side; one that is open stays where it is. */
static void
open_articles_of (LesLinking *self, LesLink *link)
{
  const char *from = get_article_of (self, les_link_get (link, LES_LINK_FROM));
  const char *to = get_article_of (self, les_link_get (link, LES_LINK_TO));
  const char *other = to != NULL ? to : les_link_get (link, LES_LINK_MISSING_IN);
  LesSide side;

  if (from == NULL || g_strcmp0 (from, other) == 0)
    {
      if (from != NULL && !les_session_find_side (self->session, from, &side))
        les_session_open_pair (self->session, from, NULL);
      return;
    }
  if (les_session_find_side (self->session, from, &side))
    {
      LesSide other_side;

      if (!les_session_find_side (self->session, other, &other_side))
        les_session_open_article (self->session, !side, other);
    }
  else if (les_session_find_side (self->session, other, &side))
    les_session_open_article (self->session, !side, from);
  else
    les_session_open_pair (self->session, from, other);
}

/**
 * les_linking_show:
 *
 * Makes the link with @id the current one and brings its ends into view; an
 * article of it that is not open is opened.
 */
void
les_linking_show (LesLinking *self, const char *id)
{
  LesLink *link;

  g_return_if_fail (LES_IS_LINKING (self));

  link = les_project_lookup (get_project (self), LES_RECORD_LINK, id);
  if (link == NULL)
    return;
  open_articles_of (self, link);
  les_linking_set_current_id (self, id);
  g_signal_emit (self, signals[SHOW], 0);
}

/** @step: +1 or -1; goes round at the ends. Returns: whether there is a link to go to */
gboolean
les_linking_step (LesLinking *self, int step)
{
  g_autoptr (GPtrArray) links = NULL;
  int index = -1;
  int n;

  g_return_val_if_fail (LES_IS_LINKING (self), FALSE);

  links = les_linking_ref_links (self);
  n = links->len;
  if (n == 0)
    return FALSE;
  for (int i = 0; i < n; i++)
    if (g_strcmp0 (les_record_get_id (links->pdata[i]), self->current) == 0)
      index = i;
  if (index < 0)
    index = step > 0 ? -1 : n;
  les_linking_show (self, les_record_get_id (links->pdata[(index + step + n) % n]));
  return TRUE;
}
