/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-window-private.h"
#include "les-window-state.h"

/* What a window shows is remembered for each project in the user's state
 * folder, never in the project: open articles, scroll positions, layers, panes. */

static const char *
get_project_id (LesWindow *self)
{
  LesProjectInfo *info = les_project_get_info (les_session_get_project (self->session));

  return les_record_get_id (LES_RECORD (info));
}

static const char *
id_or_empty (LesWindow *self, LesSide side)
{
  const char *id = les_session_get_article_id (self->session, side);

  return id != NULL ? id : "";
}

static void
insert_sizes (LesWindow *self, GVariantDict *dict)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_variant_dict_insert (dict, "size", "(ii)", width, height);
  g_variant_dict_insert (dict, "maximized", "b", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_variant_dict_insert (dict, "panes", "(ii)", gtk_paned_get_position (self->work->outer),
                         gtk_paned_get_position (self->work->inner));
}

static GVariant *
build_state (LesWindow *self)
{
  GVariantDict dict;
  g_autoptr (GVariant) view = les_compare_view_dup_state (self->work->compare_view);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "left", "s", id_or_empty (self, LES_SIDE_LEFT));
  g_variant_dict_insert (&dict, "right", "s", id_or_empty (self, LES_SIDE_RIGHT));
  g_variant_dict_insert (&dict, "shown-layers", "u", (guint) les_session_get_layers (self->session));
  g_variant_dict_insert (&dict, "linked-scroll", "b", les_session_get_linked_scroll (self->session));
  g_variant_dict_insert (&dict, "browser", "b", self->wants_browser);
  g_variant_dict_insert (&dict, "panel", "b", self->wants_panel);
  insert_sizes (self, &dict);
  g_variant_dict_insert (&dict, "page", "s", gtk_stack_get_visible_child_name (self->work->panel_pages));
  g_variant_dict_insert (&dict, "middle", "s", les_work_page_get_view (self->work));
  if (les_session_get_annotation_id (self->session) != NULL)
    g_variant_dict_insert (&dict, "annotation", "s", les_session_get_annotation_id (self->session));
  if (view != NULL)
    g_variant_dict_insert_value (&dict, "view", view);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
restore_articles (LesWindow *self, GVariantDict *dict)
{
  const char *left = NULL;
  const char *right = NULL;

  g_variant_dict_lookup (dict, "left", "&s", &left);
  g_variant_dict_lookup (dict, "right", "&s", &right);
  les_session_open_pair (self->session, left, right);
}

/* "layers" is from when taken-over and reworded passages were one layer. */
static LesLayers
lookup_layers (GVariantDict *dict)
{
  guint shown = LES_LAYERS_DEFAULT;

  if (g_variant_dict_lookup (dict, "shown-layers", "u", &shown) || !g_variant_dict_lookup (dict, "layers", "u", &shown))
    return shown;
  return shown & LES_LAYER_TAKEN_OVER ? shown | LES_LAYER_REWORDED : shown & ~LES_LAYER_POSSIBLE;
}

static void
restore_session (LesWindow *self, GVariantDict *dict)
{
  const char *annotation = NULL;
  gboolean linked = TRUE;

  g_variant_dict_lookup (dict, "linked-scroll", "b", &linked);
  les_session_set_layers (self->session, lookup_layers (dict));
  les_session_set_linked_scroll (self->session, linked);
  if (g_variant_dict_lookup (dict, "annotation", "&s", &annotation)
      && les_project_get_annotation (les_session_get_project (self->session), annotation) != NULL)
    les_session_set_annotation_id (self->session, annotation);
}

static void
restore_sizes (LesWindow *self, GVariantDict *dict)
{
  gboolean maximized = FALSE;
  int first;
  int second;

  if (g_variant_dict_lookup (dict, "size", "(ii)", &first, &second) && first > 0 && second > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), first, second);
  if (g_variant_dict_lookup (dict, "maximized", "b", &maximized) && maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  if (g_variant_dict_lookup (dict, "panes", "(ii)", &first, &second) && first > 0 && second > 0)
    {
      gtk_paned_set_position (self->work->outer, first);
      gtk_paned_set_position (self->work->inner, second);
    }
}

static void
restore_panes (LesWindow *self, GVariantDict *dict)
{
  const char *page = NULL;
  const char *middle = NULL;

  g_variant_dict_lookup (dict, "browser", "b", &self->wants_browser);
  g_variant_dict_lookup (dict, "panel", "b", &self->wants_panel);
  if (g_variant_dict_lookup (dict, "page", "&s", &page)
      && gtk_stack_get_child_by_name (self->work->panel_pages, page) != NULL)
    gtk_stack_set_visible_child_name (self->work->panel_pages, page);
  if (g_variant_dict_lookup (dict, "middle", "&s", &middle))
    les_window_show_view (self, middle);
  les_window_fold (self);
}

/** Remembers what the window shows; a project without articles is not worth it. */
void
les_window_remember (LesWindow *self)
{
  g_autoptr (GVariant) state = NULL;

  if (les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_ARTICLE) == 0)
    return;
  state = build_state (self);
  les_window_state_save (get_project_id (self), state);
}

/** Shows again what was remembered of this project, if anything. */
void
les_window_restore (LesWindow *self)
{
  g_autoptr (GVariant) state = les_window_state_load (get_project_id (self));
  g_autoptr (GVariant) view = NULL;
  GVariantDict dict;

  if (state == NULL || self->work == NULL)
    return;
  g_variant_dict_init (&dict, state);
  restore_articles (self, &dict);
  restore_session (self, &dict);
  restore_sizes (self, &dict);
  restore_panes (self, &dict);
  view = g_variant_dict_lookup_value (&dict, "view", NULL);
  if (view != NULL)
    les_compare_view_restore_state (self->work->compare_view, view);
  g_variant_dict_clear (&dict);
}
