/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-claims-view.h"
#include "les-notes-view.h"
#include "les-comparison-table.h"
#include "les-work-page.h"

/* What the middle can show. Each is a #LesPanel, made when it is asked for the
 * first time, but for the texts. */
static const struct
{
  const char *name;     /* target of the action "view" */
  const char *title;    /* stands below the project's in the header bar */
  GType (*get_type) (void);
} views[] = {
  { "texts", NULL, NULL },
  { "claims", N_("Claims"), les_claims_view_get_type },
  { "annotations", N_("All Annotations"), les_notes_view_get_type },
  { "table", N_("Compare as Table"), les_comparison_table_get_type },
};

enum
{
  FOLD,
  TAG_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesWorkPage, les_work_page, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
folded_cb (LesWorkPage *self)
{
  g_signal_emit (self, signals[FOLD], 0);
}

static void
tag_activated_cb (LesWorkPage *self, const char *tag)
{
  g_signal_emit (self, signals[TAG_ACTIVATED], 0, tag);
}

static void
ensure_types (void)
{
  g_type_ensure (LES_TYPE_ANNOTATION_PANEL);
  g_type_ensure (LES_TYPE_BROWSER);
  g_type_ensure (LES_TYPE_COMPARE_VIEW);
  g_type_ensure (LES_TYPE_FOLDING_BIN);
  g_type_ensure (LES_TYPE_LINK_PANEL);
  g_type_ensure (LES_TYPE_MATCH_PANEL);
  g_type_ensure (LES_TYPE_NOTICE_BAR);
  g_type_ensure (LES_TYPE_REVIEW_PANEL);
  g_type_ensure (LES_TYPE_STATUS_BAR);
  g_type_ensure (LES_TYPE_TAG_LIST);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, folding);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, outer);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, inner);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, browser_pane);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, browser_header);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, browser_back);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, text_pane);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, panel_pane);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, panel_header);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, panel_back);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, text_header);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, title);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, linked_button);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, views_back);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, views);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, notice);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, browser);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, compare_view);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, panel_pages);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, annotation_panel);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, match_panel);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, review_panel);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, link_panel);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, tag_list);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, status);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_activated_cb);
}

static void
les_work_page_class_init (LesWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/window/les-work-page.ui");
  bind_children (widget_class);

  signals[FOLD] = g_signal_new ("fold", LES_TYPE_WORK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[TAG_ACTIVATED] = g_signal_new ("tag-activated", LES_TYPE_WORK_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* Whether the keys go to the review, or were there when its last row went. */
static gboolean
is_reviewing (LesWorkPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_stack_get_visible_child (self->panel_pages) == GTK_WIDGET (self->review_panel)
         && (focus == NULL || gtk_widget_get_root (focus) == NULL
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->review_panel)));
}

/* The page for reviewing is there as long as something is to be reviewed; who
 * has done the last one goes on in the text. */
static void
show_review_page (LesWorkPage *self)
{
  GtkStackPage *page = gtk_stack_get_page (self->panel_pages, GTK_WIDGET (self->review_panel));
  gboolean open = les_review_panel_get_n (self->review_panel) > 0;
  gboolean reviewing = !open && is_reviewing (self);

  gtk_stack_page_set_visible (page, open);
  if (reviewing)
    les_work_page_focus_view (self);
}

static void
les_work_page_init (LesWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->review_panel, "notify::n-open", G_CALLBACK (show_review_page), self, G_CONNECT_SWAPPED);
}

/** Returns: (transfer floating): the page, without a session yet */
LesWorkPage *
les_work_page_new (void)
{
  return g_object_new (LES_TYPE_WORK_PAGE, NULL);
}

static void
set_session_of_views (LesWorkPage *self, LesSession *session)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = gtk_stack_get_child_by_name (self->views, views[i].name);

      if (view != NULL)
        les_panel_set_session (LES_PANEL (view), session);
    }
}

/** Gives all parts the session that they meet in. */
void
les_work_page_set_session (LesWorkPage *self, LesSession *session, LesSearch *search)
{
  les_panel_set_session (LES_PANEL (self->browser), NULL);
  les_browser_set_search (self->browser, search);
  les_panel_set_session (LES_PANEL (self->browser), session);
  set_session_of_views (self, session);
  les_panel_set_session (LES_PANEL (self->annotation_panel), session);
  les_panel_set_session (LES_PANEL (self->match_panel), session);
  les_panel_set_session (LES_PANEL (self->review_panel), session);
  les_panel_set_session (LES_PANEL (self->link_panel), session);
  les_panel_set_session (LES_PANEL (self->tag_list), session);
  les_status_bar_set_session (self->status, session);
}

static guint
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return i;
  return 0;
}

static void
ensure_view (LesWorkPage *self, guint index)
{
  LesSession *session = les_panel_get_session (LES_PANEL (self->compare_view));

  if (gtk_stack_get_child_by_name (self->views, views[index].name) != NULL)
    return;
  gtk_stack_add_named (self->views, g_object_new (views[index].get_type (), "session", session, NULL),
                       views[index].name);
}

/**
 * les_work_page_show_view:
 * @name: "texts" or another view; one that is not known shows the texts
 *
 * Puts a view into the middle and the focus into it.
 */
void
les_work_page_show_view (LesWorkPage *self, const char *name)
{
  guint index = find_view (name);

  g_return_if_fail (LES_IS_WORK_PAGE (self));

  if (g_strcmp0 (les_work_page_get_view (self), views[index].name) == 0)
    return;
  ensure_view (self, index);
  gtk_stack_set_visible_child_name (self->views, views[index].name);
  gtk_widget_set_visible (self->views_back, index > 0);
  les_work_page_focus_view (self);
}

/** Puts the focus into the view in the middle: into the text that was active, or where a table wants it. */
void
les_work_page_focus_view (LesWorkPage *self)
{
  GtkRoot *root;
  GtkWidget *view;
  GtkWidget *focus;

  g_return_if_fail (LES_IS_WORK_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  view = gtk_stack_get_visible_child (self->views);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (find_view (les_work_page_get_view (self)) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->compare_view));
  /* The stack may have put the focus into the view already; a step would lead on from there. */
  else if (!gtk_widget_grab_focus (view) && (focus == NULL || !gtk_widget_is_ancestor (focus, view)))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

/** Returns: name of the view in the middle */
const char *
les_work_page_get_view (LesWorkPage *self)
{
  g_return_val_if_fail (LES_IS_WORK_PAGE (self), NULL);

  return gtk_stack_get_visible_child_name (self->views);
}

/** Returns: (nullable): what the view in the middle is called; NULL for the texts */
const char *
les_work_page_get_view_title (LesWorkPage *self)
{
  const char *title;

  g_return_val_if_fail (LES_IS_WORK_PAGE (self), NULL);

  title = views[find_view (les_work_page_get_view (self))].title;

  return title != NULL ? _(title) : NULL;
}
