/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-scroll-link.h"

#include <adwaita.h>
#include <math.h>

#define REVEAL_MS 220
#define REVEAL_HEIGHT 0.30      /* of the page, for what was out of view */
#define SMOOTH_REACH 0.20       /* of the page, to either side */
#define STEEP_FROM 2.0          /* pixels there for one here */
#define STEEP_TO 3.5

/**
 * LesScrollLink:
 *
 * Lets two readers scroll together. Meld's scheme: the two meet at a height that
 * slides from the top edge (at the beginning of the text) over the middle to the
 * bottom edge (at its end), so that both reach both ends together. What stands
 * there is carried over along the matches that both texts have in one order,
 * and in proportion between them. Where one text has nothing between two matches
 * and the other much, that would be a leap: the mean over a stretch around the
 * height is taken, which is a quick slide.
 *
 * One side leads; the other is derived from it when it scrolls, never because
 * an article was opened or its matches were found. A reader that wraps anew keeps its place
 * (it is holding): that is no scrolling. Wherever the two stand on purpose
 * (les_scroll_link_meet) or by that, the distance to the derived position is
 * kept and fades out as the leading side scrolls on.
 */
struct _LesScrollLink
{
  GObject parent_instance;

  /* Owned */
  LesReader *readers[LES_N_SIDES];
  GtkAdjustment *adjustments[LES_N_SIDES];
  LesSession *session;
  GArray *anchors;              /* of Anchor, rising on both sides; display characters */
  AdwAnimation *animation;

  /* State */
  LesSide leader;
  gboolean moving;              /* a value is being set from here */
  gboolean following;           /* the leader was scrolled since the two were placed */
  gboolean staying;             /* the leader stays where it is while the other one comes */
  double bias;                  /* pixels that the follower stands off on purpose */
  double bias_from;             /* value of the leader when it was taken */

  double animate_from[LES_N_SIDES];
  gboolean animate[LES_N_SIDES];   /* whether that side has a goal of its own */
  int goal_offset[LES_N_SIDES];
  double goal_height[LES_N_SIDES];
  double wanted_height;
};

typedef struct
{
  int offset[LES_N_SIDES];
} Anchor;

G_DEFINE_FINAL_TYPE (LesScrollLink, les_scroll_link, G_TYPE_OBJECT)

static double
get_page (LesScrollLink *self, LesSide side)
{
  return gtk_adjustment_get_page_size (self->adjustments[side]);
}

static double
get_last (LesScrollLink *self, LesSide side)
{
  return MAX (0.0, gtk_adjustment_get_upper (self->adjustments[side]) - get_page (self, side));
}

static gboolean
is_ready (LesScrollLink *self)
{
  return self->session != NULL && self->adjustments[LES_SIDE_LEFT] != NULL && self->adjustments[LES_SIDE_RIGHT] != NULL
         && les_reader_get_document (self->readers[LES_SIDE_LEFT]) != NULL
         && les_reader_get_document (self->readers[LES_SIDE_RIGHT]) != NULL;
}

/* 0 at the top edge, 1 at the bottom edge. */
static double
get_meeting (LesScrollLink *self, LesSide side, double value)
{
  double half = MIN (get_page (self, side), get_last (self, side)) / 2.0;
  double left = get_last (self, side) - value;

  if (half <= 0.0)
    return 0.0;
  if (value < half)
    return 0.5 * MAX (value, 0.0) / half;
  if (left < half)
    return 1.0 - 0.5 * MAX (left, 0.0) / half;
  return 0.5;
}

static double
get_anchor_y (LesScrollLink *self, LesSide side, int index)
{
  double top;
  double bottom;
  int offset;

  if (index < 0)
    return 0.0;
  if (index >= (int) self->anchors->len)
    return gtk_adjustment_get_upper (self->adjustments[side]);
  offset = g_array_index (self->anchors, Anchor, index).offset[side];
  les_reader_get_extents (self->readers[side], LES_TEXT_RANGE (offset, offset), &top, &bottom);
  return top;
}

/* The last anchor at or above a height, -1 for the beginning of the text. */
static int
find_anchor (LesScrollLink *self, LesSide side, double y)
{
  int low = 0;
  int high = (int) self->anchors->len;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (get_anchor_y (self, side, middle) <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

/* One stretch between two anchors, on both sides. */
typedef struct
{
  double from;
  double to;
  double other_from;
  double other_to;
} Stretch;

static Stretch
get_stretch (LesScrollLink *self, LesSide side, int index)
{
  return (Stretch) { get_anchor_y (self, side, index), get_anchor_y (self, side, index + 1),
                     get_anchor_y (self, !side, index), get_anchor_y (self, !side, index + 1) };
}

static double
map_in_stretch (const Stretch *stretch, double y)
{
  double fraction = stretch->to > stretch->from ? CLAMP ((y - stretch->from) / (stretch->to - stretch->from), 0.0, 1.0)
                                                : 0.0;

  return stretch->other_from + fraction * (stretch->other_to - stretch->other_from);
}

static double
map_exactly (LesScrollLink *self, LesSide side, double y)
{
  Stretch stretch = get_stretch (self, side, find_anchor (self, side, y));

  return map_in_stretch (&stretch, y);
}

/* The mean of the exact map from @low to @high. */
static double
map_mean (LesScrollLink *self, LesSide side, double low, double high)
{
  double at = low;
  double sum = 0.0;

  for (int index = find_anchor (self, side, low); index < (int) self->anchors->len && at < high; index++)
    {
      Stretch stretch = get_stretch (self, side, index);
      double end = MIN (stretch.to, high);

      if (end <= at)
        continue;
      sum += (end - at) * (map_in_stretch (&stretch, at) + map_in_stretch (&stretch, end)) / 2.0;
      at = end;
    }
  return at > low ? sum / (at - low) : map_exactly (self, side, low);
}

/* Exact where both texts go on much alike, so that matches stand level; smoothed
 * where one goes on many times as fast. */
static double
map_height (LesScrollLink *self, LesSide side, double y)
{
  double upper = gtk_adjustment_get_upper (self->adjustments[side]);
  double reach = MIN (SMOOTH_REACH * get_page (self, side), MIN (y, upper - y));
  double exact = map_exactly (self, side, y);
  double slope;
  double weight;

  if (reach < 1.0)
    return exact;
  slope = (map_exactly (self, side, y + reach) - map_exactly (self, side, y - reach)) / (2.0 * reach);
  weight = CLAMP ((slope - STEEP_FROM) / (STEEP_TO - STEEP_FROM), 0.0, 1.0);
  if (weight <= 0.0)
    return exact;
  return exact + weight * (map_mean (self, side, y - reach, y + reach) - exact);
}

/* @side: the side that leads
 * @value: where it stands
 * Returns: where the other side is to stand */
static double
map_value (LesScrollLink *self, LesSide side, double value)
{
  double meeting = get_meeting (self, side, value);
  double y = map_height (self, side, value + meeting * get_page (self, side));

  return CLAMP (floor (y - meeting * get_page (self, !side) + 0.5), 0.0, get_last (self, !side));
}

static void
set_value (LesScrollLink *self, LesSide side, double value)
{
  self->moving = TRUE;
  gtk_adjustment_set_value (self->adjustments[side], floor (CLAMP (value, 0.0, get_last (self, side)) + 0.5));
  self->moving = FALSE;
}

/* The bias is gone when the leader has scrolled as far as it is large, or a page. */
static double
get_bias (LesScrollLink *self)
{
  double way = fabs (gtk_adjustment_get_value (self->adjustments[self->leader]) - self->bias_from);
  double fade = MAX (get_page (self, self->leader), fabs (self->bias));

  if (fade <= 0.0 || way >= fade)
    self->bias = 0.0;
  return self->bias == 0.0 ? 0.0 : self->bias * (1.0 - way / fade);
}

static gboolean
is_animating (LesScrollLink *self)
{
  return self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

static void
follow (LesScrollLink *self)
{
  double value;

  if (!is_ready (self) || !les_session_get_linked_scroll (self->session) || is_animating (self))
    return;
  if (les_reader_is_holding (self->readers[!self->leader]))
    return;
  value = gtk_adjustment_get_value (self->adjustments[self->leader]);
  set_value (self, !self->leader, map_value (self, self->leader, value) + get_bias (self));
}

static LesSide
find_side (LesScrollLink *self, GtkAdjustment *adjustment)
{
  return adjustment == self->adjustments[LES_SIDE_LEFT] ? LES_SIDE_LEFT : LES_SIDE_RIGHT;
}

static void
value_changed_cb (GtkAdjustment *adjustment, LesScrollLink *self)
{
  LesSide side = find_side (self, adjustment);

  if (self->moving || side != self->leader || les_reader_is_holding (self->readers[side]))
    return;
  self->following = TRUE;
  follow (self);
}

/* The heights at which both passages can stand at once. */
static double
clamp_height (LesScrollLink *self, LesTextRange ranges[LES_N_SIDES], double height)
{
  double low = -G_MAXINT;
  double high = G_MAXINT;

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      double top;
      double bottom;

      les_reader_get_extents (self->readers[side], ranges[side], &top, &bottom);
      low = MAX (low, top - get_last (self, side));
      high = MIN (high, top);
    }
  /* Where none is there is the least distance. */
  return low <= high ? CLAMP (height, low, high) : high;
}

static gboolean
is_meeting (LesScrollLink *self)
{
  return is_ready (self) && les_reader_is_holding (self->readers[LES_SIDE_LEFT])
         && les_reader_is_holding (self->readers[LES_SIDE_RIGHT]) && self->animate[LES_SIDE_LEFT]
         && self->animate[LES_SIDE_RIGHT];
}

/* Takes the two positions as they stand for right, until one side scrolls on. */
static void
adopt (LesScrollLink *self)
{
  if (!is_ready (self))
    return;
  self->bias_from = gtk_adjustment_get_value (self->adjustments[self->leader]);
  self->bias = gtk_adjustment_get_value (self->adjustments[!self->leader])
               - map_value (self, self->leader, self->bias_from);
}

/* With another width other heights are possible. */
static void
meet_again (LesScrollLink *self)
{
  LesTextRange ranges[LES_N_SIDES];
  double height;

  for (int side = 0; side < LES_N_SIDES; side++)
    ranges[side] = LES_TEXT_RANGE (self->goal_offset[side], self->goal_offset[side]);
  height = clamp_height (self, ranges, self->wanted_height);
  self->moving = TRUE;
  for (int side = 0; side < LES_N_SIDES; side++)
    les_reader_hold (self->readers[side], self->goal_offset[side], 0.0, height);
  self->moving = FALSE;
  adopt (self);
}

static void
layout_changed_cb (LesScrollLink *self)
{
  if (self->moving || is_animating (self))
    return;
  if (is_meeting (self))
    meet_again (self);
  else if (self->following && !les_reader_is_holding (self->readers[self->leader]))
    follow (self);
  else
    adopt (self);
}

static void
sort_out (GArray *anchors)
{
  guint kept = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      Anchor anchor = g_array_index (anchors, Anchor, i);
      Anchor last = kept > 0 ? g_array_index (anchors, Anchor, kept - 1) : (Anchor) { { -1, -1 } };

      if (anchor.offset[LES_SIDE_LEFT] > last.offset[LES_SIDE_LEFT]
          && anchor.offset[LES_SIDE_RIGHT] > last.offset[LES_SIDE_RIGHT])
        g_array_index (anchors, Anchor, kept++) = anchor;
    }
  g_array_set_size (anchors, kept);
}

static void
add_anchor (LesScrollLink *self, int left, int right)
{
  Anchor anchor = { { les_reader_to_display (self->readers[LES_SIDE_LEFT], LES_TEXT_RANGE (left, left)).start,
                      les_reader_to_display (self->readers[LES_SIDE_RIGHT], LES_TEXT_RANGE (right, right)).start } };

  g_array_append_val (self->anchors, anchor);
}

static void
matches_changed_cb (LesScrollLink *self)
{
  guint n = is_ready (self) ? les_session_get_n_kept (self->session) : 0;

  g_array_set_size (self->anchors, 0);
  for (guint i = 0; i < n; i++)
    {
      const LesMatch *match = les_session_get_kept (self->session, i);

      if (match->moved || match->grade == LES_GRADE_POSSIBLE)
        continue;
      add_anchor (self, match->left.start, match->right.start);
      for (guint k = 1; match->parts != NULL && k < match->parts->len; k++)
        {
          const LesMatchEnds *part = &g_array_index (match->parts, LesMatchEnds, k);

          add_anchor (self, part->left.start, part->right.start);
        }
      add_anchor (self, match->left.end, match->right.end);
    }
  sort_out (self->anchors);
  self->following = FALSE;
  adopt (self);
}

/* Only the leader has a goal: the other side goes to where that will put it. */
static void
animate_follower (LesScrollLink *self, double t)
{
  LesSide side = !self->leader;
  double to;

  if (self->animate[side] || !is_ready (self) || !les_session_get_linked_scroll (self->session))
    return;
  to = map_value (self, self->leader, gtk_adjustment_get_value (self->adjustments[self->leader]));
  set_value (self, side, self->animate_from[side] + t * (to - self->animate_from[side]));
}

/* Level with the leader, wherever that is at the moment. */
static void
aim_at_leader (LesScrollLink *self)
{
  double top;
  double bottom;
  int offset = self->goal_offset[self->leader];

  if (!self->staying || self->adjustments[self->leader] == NULL)
    return;
  les_reader_get_extents (self->readers[self->leader], LES_TEXT_RANGE (offset, offset), &top, &bottom);
  self->goal_height[!self->leader] = top - gtk_adjustment_get_value (self->adjustments[self->leader]);
}

static void
animate_cb (double t, gpointer data)
{
  LesScrollLink *self = data;

  aim_at_leader (self);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      double top;
      double bottom;
      double to;

      if (!self->animate[side] || self->adjustments[side] == NULL)
        continue;
      les_reader_get_extents (self->readers[side], LES_TEXT_RANGE (self->goal_offset[side], self->goal_offset[side]),
                              &top, &bottom);
      to = top - self->goal_height[side];
      set_value (self, side, self->animate_from[side] + t * (CLAMP (to, 0.0, get_last (self, side))
                                                             - self->animate_from[side]));
    }
  animate_follower (self, t);
}

/* Stays where it was brought, while the layout settles. */
static void
arrived_cb (LesScrollLink *self)
{
  aim_at_leader (self);
  for (int side = 0; side < LES_N_SIDES; side++)
    if (self->animate[side])
      {
        self->moving = TRUE;
        les_reader_hold (self->readers[side], self->goal_offset[side], 0.0, self->goal_height[side]);
        self->moving = FALSE;
      }
  adopt (self);
}

static void
stop_animation (LesScrollLink *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

static void
start_animation (LesScrollLink *self)
{
  stop_animation (self);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      if (self->adjustments[side] != NULL)
        self->animate_from[side] = gtk_adjustment_get_value (self->adjustments[side]);
      if (self->animate[side])
        les_reader_release (self->readers[side]);
    }
  self->animation = adw_timed_animation_new (GTK_WIDGET (self->readers[LES_SIDE_LEFT]), 0.0, 1.0, REVEAL_MS,
                                             adw_callback_animation_target_new (animate_cb, self, NULL));
  g_signal_connect_object (self->animation, "done", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->animation);
}

static void
forget_goals (LesScrollLink *self)
{
  self->animate[LES_SIDE_LEFT] = self->animate[LES_SIDE_RIGHT] = FALSE;
  self->staying = FALSE;
  self->following = FALSE;
}

static void
set_goal (LesScrollLink *self, LesSide side, int offset, double height)
{
  self->animate[side] = TRUE;
  self->goal_offset[side] = offset;
  self->goal_height[side] = height;
}

static void
les_scroll_link_dispose (GObject *object)
{
  LesScrollLink *self = LES_SCROLL_LINK (object);

  stop_animation (self);
  les_scroll_link_set_session (self, NULL);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      g_clear_object (&self->adjustments[side]);
      g_clear_object (&self->readers[side]);
    }

  G_OBJECT_CLASS (les_scroll_link_parent_class)->dispose (object);
}

static void
les_scroll_link_finalize (GObject *object)
{
  g_array_unref (LES_SCROLL_LINK (object)->anchors);

  G_OBJECT_CLASS (les_scroll_link_parent_class)->finalize (object);
}

static void
les_scroll_link_class_init (LesScrollLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = les_scroll_link_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_scroll_link_finalize;
}

static void
les_scroll_link_init (LesScrollLink *self)
{
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
}

/** Returns: (transfer full): a link between two readers that have their places in scrolled windows */
LesScrollLink *
les_scroll_link_new (LesReader *left, LesReader *right)
{
  LesScrollLink *self = g_object_new (LES_TYPE_SCROLL_LINK, NULL);

  self->readers[LES_SIDE_LEFT] = g_object_ref (left);
  self->readers[LES_SIDE_RIGHT] = g_object_ref (right);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      GtkAdjustment *adjustment = les_reader_get_adjustment (self->readers[side]);

      self->adjustments[side] = g_object_ref (adjustment);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, 0);
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->readers[side], "laid-out", G_CALLBACK (layout_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return self;
}

/** @session: (nullable) */
void
les_scroll_link_set_session (LesScrollLink *self, LesSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::matches", G_CALLBACK (matches_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::left", G_CALLBACK (les_scroll_link_forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::right", G_CALLBACK (les_scroll_link_forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::linked-scroll", G_CALLBACK (adopt), self,
                           G_CONNECT_SWAPPED);
  matches_changed_cb (self);
}

/** The user scrolls @side: the other one follows it from now on. */
void
les_scroll_link_lead (LesScrollLink *self, LesSide side)
{
  gboolean kept = self->leader != side;

  stop_animation (self);
  forget_goals (self);
  for (int i = 0; i < LES_N_SIDES; i++)
    {
      kept |= les_reader_is_holding (self->readers[i]);
      les_reader_release (self->readers[i]);
    }
  self->leader = side;
  if (kept)
    adopt (self);
}

/** Positions come from elsewhere: no two passages are kept at one height any more. */
void
les_scroll_link_forget (LesScrollLink *self)
{
  stop_animation (self);
  forget_goals (self);
  adopt (self);
}

static double
choose_height (LesScrollLink *self, LesSide side, LesTextRange range)
{
  double page = get_page (self, side);
  double top;
  double bottom;

  les_reader_get_extents (self->readers[side], range, &top, &bottom);
  top -= gtk_adjustment_get_value (self->adjustments[side]);
  bottom -= gtk_adjustment_get_value (self->adjustments[side]);
  if (top >= 0.0 && (bottom <= page || top <= page * REVEAL_HEIGHT))
    return top;
  return floor (page * REVEAL_HEIGHT);
}

/** Brings a passage (display characters) into view; the other side goes along when scrolling is linked. */
void
les_scroll_link_reveal (LesScrollLink *self, LesSide side, LesTextRange range)
{
  double height;

  if (self->adjustments[side] == NULL || les_reader_get_document (self->readers[side]) == NULL)
    return;
  height = choose_height (self, side, range);
  self->leader = side;
  forget_goals (self);
  set_goal (self, side, range.start, height);
  start_animation (self);
}

/**
 * les_scroll_link_meet:
 * @side: the side that stays where it is when its passage is in view
 * @left: display characters of the left text
 * @right: display characters of the right text
 *
 * Brings the beginnings of two passages to one height.
 */
void
les_scroll_link_meet (LesScrollLink *self, LesSide side, LesTextRange left, LesTextRange right)
{
  LesTextRange ranges[LES_N_SIDES] = { left, right };
  double height;

  if (!is_ready (self))
    return;
  self->wanted_height = choose_height (self, side, ranges[side]);
  height = clamp_height (self, ranges, self->wanted_height);
  self->leader = side;
  forget_goals (self);
  for (int i = 0; i < LES_N_SIDES; i++)
    set_goal (self, i, ranges[i].start, height);
  start_animation (self);
}

/**
 * les_scroll_link_join:
 * @side: the side that stays where it is: the user reads there
 * @left: display characters of the left text
 * @right: display characters of the right text
 *
 * Brings the beginning of the other passage to the height of the one on @side,
 * even where that lies above the top edge.
 */
void
les_scroll_link_join (LesScrollLink *self, LesSide side, LesTextRange left, LesTextRange right)
{
  LesTextRange ranges[LES_N_SIDES] = { left, right };

  if (!is_ready (self))
    return;
  self->leader = side;
  forget_goals (self);
  self->staying = TRUE;
  self->goal_offset[side] = ranges[side].start;
  set_goal (self, !side, ranges[!side].start, 0.0);
  start_animation (self);
}
