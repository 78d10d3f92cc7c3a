/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-item.h"

/**
 * LesLinkItem:
 *
 * A row of the link list: a link as it is, and which of its ends stands on
 * which side.
 */
struct _LesLinkItem
{
  GObject parent_instance;

  LesProject *project;
  LesLink *link;
  LesAnnotation *from;      /* as they are now, NULL when there is none */
  LesAnnotation *to;
  LesSide from_side;
};

G_DEFINE_FINAL_TYPE (LesLinkItem, les_link_item, G_TYPE_OBJECT)

static void
les_link_item_finalize (GObject *object)
{
  LesLinkItem *self = LES_LINK_ITEM (object);

  g_clear_object (&self->project);
  g_clear_object (&self->link);
  g_clear_object (&self->from);
  g_clear_object (&self->to);

  G_OBJECT_CLASS (les_link_item_parent_class)->finalize (object);
}

static void
les_link_item_class_init (LesLinkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_link_item_finalize;
}

static void
les_link_item_init (LesLinkItem *self)
{
}

LesLinkItem *
les_link_item_new (LesSession *session, LesLink *link)
{
  LesLinkItem *self = g_object_new (LES_TYPE_LINK_ITEM, NULL);
  LesAnnotation *from = les_project_get_annotation (les_session_get_project (session), les_link_get (link, LES_LINK_FROM));

  self->project = g_object_ref (les_session_get_project (session));
  self->link = g_object_ref (link);
  g_set_object (&self->from, from);
  g_set_object (&self->to, les_project_get_annotation (self->project, les_link_get (link, LES_LINK_TO)));
  self->from_side = LES_SIDE_LEFT;
  if (from != NULL
      && g_strcmp0 (les_annotation_get (from, LES_ANNOTATION_ARTICLE),
                    les_session_get_article_id (session, LES_SIDE_LEFT)) != 0
      && g_strcmp0 (les_annotation_get (from, LES_ANNOTATION_ARTICLE),
                    les_session_get_article_id (session, LES_SIDE_RIGHT)) == 0)
    self->from_side = LES_SIDE_RIGHT;
  return self;
}

LesLink *
les_link_item_get_link (LesLinkItem *self)
{
  return self->link;
}

LesProject *
les_link_item_get_project (LesLinkItem *self)
{
  return self->project;
}

/** Returns: (transfer none) (nullable): id of the annotation at that end; NULL where one is missing */
const char *
les_link_item_get_end (LesLinkItem *self, LesSide side)
{
  return les_link_get (self->link, side == self->from_side ? LES_LINK_FROM : LES_LINK_TO);
}

/** Returns: whether both show the same: records never change */
gboolean
les_link_item_equal (LesLinkItem *self, LesLinkItem *other)
{
  return self->link == other->link && self->from == other->from && self->to == other->to
         && self->from_side == other->from_side;
}
