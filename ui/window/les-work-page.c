/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-work-page.h"

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
  g_type_ensure (LES_TYPE_MATCH_PANEL);
  g_type_ensure (LES_TYPE_NOTICE_BAR);
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
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, notice);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, browser);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, compare_view);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, panel_pages);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, annotation_panel);
  gtk_widget_class_bind_template_child (widget_class, LesWorkPage, match_panel);
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

static void
les_work_page_init (LesWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer floating): the page, without a session yet */
LesWorkPage *
les_work_page_new (void)
{
  return g_object_new (LES_TYPE_WORK_PAGE, NULL);
}

/** Gives all parts the session that they meet in. */
void
les_work_page_set_session (LesWorkPage *self, LesSession *session, LesSearch *search)
{
  g_object_set (self->browser, "session", NULL, "search", search, "session", session, NULL);
  g_object_set (self->compare_view, "session", session, NULL);
  g_object_set (self->annotation_panel, "session", session, NULL);
  g_object_set (self->match_panel, "session", session, NULL);
  g_object_set (self->tag_list, "session", session, NULL);
  les_status_bar_set_session (self->status, session);
}
