/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reader-private.h"

#include <adwaita.h>

#include "les-gutter.h"
#include "les-mark-painter.h"
#include "les-typography.h"

#define EDGE_MARGIN 16
#define GUTTER_GAP 6
#define BOTTOM_MARGIN 54

enum
{
  SENTENCE_MOVED,
  LAID_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesReader, les_reader, GTK_TYPE_TEXT_VIEW)

/** Returns: (transfer none): of the display text */
GtkTextBuffer *
les_reader_get_buffer (LesReader *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static int
get_gutter_width (LesReader *self)
{
  int width;

  gtk_widget_measure (self->gutter, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* Returns: whether the rows are others now. */
static gboolean
update_margins (LesReader *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int gutter = get_gutter_width (self) + GUTTER_GAP;
  int side = MAX (gutter, (width - self->column_width) / 2);
  int other = MAX (EDGE_MARGIN, width - side - self->column_width);
  int left = self->rtl ? other : side;
  int right = self->rtl ? side : other;

  if (gtk_text_view_get_left_margin (view) == left && gtk_text_view_get_right_margin (view) == right
      && self->width == width)
    return FALSE;
  les_reader_keep_place (self);
  self->width = width;
  gtk_text_view_set_left_margin (view, left);
  gtk_text_view_set_right_margin (view, right);
  return TRUE;
}

/* Beside another text the last passage must be able to stand high on the page,
 * where its counterpart perhaps is. */
static void
update_bottom (LesReader *self, int height)
{
  gboolean beside = self->joined == LES_JOINED_LEFT || self->joined == LES_JOINED_RIGHT;
  int bottom = beside ? MAX (BOTTOM_MARGIN, height * 3 / 5) : BOTTOM_MARGIN;

  if (gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (self)) != bottom)
    gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self), bottom);
}

static void
update_typography (LesReader *self)
{
  int leading;

  les_reader_keep_place (self);
  self->settling = self->width > 0 && self->document != NULL;
  les_typography_set_font (les_reader_get_buffer (self), self->family, self->points);
  self->column_width = les_typography_measure (GTK_WIDGET (self), self->family, self->points, self->measure, &leading);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), leading);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), leading);
  les_row_cache_clear (self->rows);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
style_changed_cb (LesReader *self)
{
  les_typography_set_ink (les_reader_get_buffer (self), les_ink_get ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->gutter);
}

static void
update_dimmed (LesReader *self)
{
  guint stamp = les_marks_get_shared_stamp (self->marks);

  if (self->dimmed_stamp == stamp)
    return;
  self->dimmed_stamp = stamp;
  les_typography_dim (les_reader_get_buffer (self), les_marks_get_shared (self->marks));
}

static void
marks_changed_cb (LesReader *self)
{
  if (self->marks != NULL)
    update_dimmed (self);
  gtk_widget_queue_draw (self->gutter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Rows that were asked for in the middle of an allocation may be those of the
 * old width: whoever stands on them has to ask again. */
static void
forget_rows (LesReader *self)
{
  les_row_cache_clear (self->rows);
  les_reader_apply_hold (self);
  gtk_widget_queue_draw (self->gutter);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static gboolean
begins_rtl (const char *utf8)
{
  const char *p = utf8;

  while (*p != '\0' && !g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  switch ((int) g_unichar_get_script (g_utf8_get_char (p)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A third click takes the sentence, where GTK takes the paragraph. */
static gboolean
les_reader_extend_selection (GtkTextView            *view,
                             GtkTextExtendSelection  granularity,
                             const GtkTextIter      *location,
                             GtkTextIter            *start,
                             GtkTextIter            *end)
{
  if (granularity == GTK_TEXT_EXTEND_SELECTION_LINE
      && les_reader_find_sentence (LES_READER (view), location, start, end))
    return GDK_EVENT_PROPAGATE;
  return GTK_TEXT_VIEW_CLASS (les_reader_parent_class)->extend_selection (view, granularity, location, start, end);
}

/* The article's own words, not their display form. */
static void
les_reader_copy_clipboard (GtkTextView *view)
{
  LesReader *self = LES_READER (view);
  LesTextRange selection = les_reader_get_selection (self);
  g_autofree char *words = NULL;

  if (self->document == NULL || les_text_range_is_empty (selection))
    return;
  words = les_text_dup_range (les_document_get_text (self->document), selection);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
}

static void
les_reader_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  LesReader *self = LES_READER (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && self->marks != NULL && self->document != NULL)
    les_mark_painter_paint (self, snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT && self->marks != NULL && self->document != NULL)
    les_mark_painter_paint_handles (self, snapshot);
}

static void
les_reader_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesReader *self = LES_READER (widget);

  GTK_WIDGET_CLASS (les_reader_parent_class)->snapshot (widget, snapshot);
  gtk_widget_snapshot_child (widget, self->gutter, snapshot);
}

static void
les_reader_move_cursor (GtkTextView *view, GtkMovementStep step, int count, gboolean extend)
{
  if (step != GTK_MOVEMENT_PAGES || !les_reader_postpone_pages (LES_READER (view), count, extend))
    GTK_TEXT_VIEW_CLASS (les_reader_parent_class)->move_cursor (view, step, count, extend);
}

static void
les_reader_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LesReader *self = LES_READER (widget);
  int gutter = get_gutter_width (self);
  gboolean relaid;
  int left;
  int right;

  les_reader_follow_adjustment (self);
  relaid = update_margins (self, width);
  update_bottom (self, height);
  GTK_WIDGET_CLASS (les_reader_parent_class)->size_allocate (widget, width, height, baseline);
  if (relaid)
    forget_rows (self);
  les_reader_queue_settled (self);

  les_reader_get_column (self, &left, &right);
  gtk_widget_size_allocate (self->gutter,
                            &(GtkAllocation) { self->rtl ? right + GUTTER_GAP : left - GUTTER_GAP - gutter,
                                               0, gutter, MAX (height, 1) },
                            -1);
}

static void
les_reader_dispose (GObject *object)
{
  LesReader *self = LES_READER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->gutter, gtk_widget_unparent);
  g_clear_object (&self->marks);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (les_reader_parent_class)->dispose (object);
}

static void
les_reader_finalize (GObject *object)
{
  LesReader *self = LES_READER (object);

  g_clear_pointer (&self->document, les_document_unref);
  g_clear_pointer (&self->display, les_display_text_free);
  les_row_cache_free (self->rows);
  g_free (self->family);

  G_OBJECT_CLASS (les_reader_parent_class)->finalize (object);
}

static void
les_reader_class_init (LesReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = les_reader_dispose;
  object_class->finalize = les_reader_finalize;
  widget_class->size_allocate = les_reader_size_allocate;
  widget_class->snapshot = les_reader_snapshot;
  view_class->snapshot_layer = les_reader_snapshot_layer;
  view_class->extend_selection = les_reader_extend_selection;
  view_class->move_cursor = les_reader_move_cursor;
  view_class->copy_clipboard = les_reader_copy_clipboard;
  les_reader_install_keys (widget_class);

  /* Every row is another one: the width has changed. */
  signals[LAID_OUT] = g_signal_new ("laid-out", LES_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  /* The cursor went by a sentence; GtkTextView::move-cursor is for all other keys. */
  signals[SENTENCE_MOVED] = g_signal_new ("sentence-moved", LES_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
les_reader_init (LesReader *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->family = g_strdup ("serif");
  self->points = 13.0;
  self->measure = 68;
  self->rows = les_row_cache_new (view);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, LES_READER_TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
  les_typography_install (les_reader_get_buffer (self));

  self->gutter = les_gutter_new (self);
  gtk_widget_set_parent (self->gutter, GTK_WIDGET (self));
  les_reader_install_press (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_typography), self, G_CONNECT_SWAPPED);
  update_typography (self);
  style_changed_cb (self);
}

/** @document: (nullable): what is shown from now on, from its beginning */
void
les_reader_set_document (LesReader *self, LesDocument *document)
{
  GtkTextBuffer *buffer = les_reader_get_buffer (self);
  GtkTextIter start;

  if (self->document == document)
    return;
  les_reader_release (self);
  les_row_cache_clear (self->rows);
  if (self->marks != NULL)
    les_marks_set_text (self->marks, NULL, NULL);
  g_clear_pointer (&self->document, les_document_unref);
  g_clear_pointer (&self->display, les_display_text_free);
  gtk_text_buffer_set_text (buffer, "", 0);
  if (document != NULL)
    {
      self->document = les_document_ref (document);
      self->display = les_display_text_new (les_document_get_text (document));
      gtk_text_buffer_set_text (buffer, les_display_text_get_utf8 (self->display),
                                (int) les_display_text_get_n_bytes (self->display));
      les_typography_apply (buffer, document, self->display);
      self->rtl = begins_rtl (les_display_text_get_utf8 (self->display));
    }
  if (self->marks != NULL)
    les_marks_set_text (self->marks, self->document, self->display);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  les_reader_hold (self, 0, 0.0, LES_READER_TOP_MARGIN);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** Returns: (transfer none) (nullable) */
LesDocument *
les_reader_get_document (LesReader *self)
{
  return self->document;
}

/** Returns: (transfer none) (nullable) */
LesDisplayText *
les_reader_get_display (LesReader *self)
{
  return self->display;
}

/** @marks: (nullable): what is drawn; the reader tells them the text */
void
les_reader_set_marks (LesReader *self, LesMarks *marks)
{
  if (self->marks == marks)
    return;
  if (self->marks != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->marks, self);
      les_marks_set_text (self->marks, NULL, NULL);
    }
  g_set_object (&self->marks, marks);
  if (marks != NULL)
    {
      les_marks_set_text (marks, self->document, self->display);
      self->dimmed_stamp = G_MAXUINT;
      g_signal_connect_object (marks, "changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
    }
  marks_changed_cb (self);
}

/** Returns: (transfer none) (nullable) */
LesMarks *
les_reader_get_marks (LesReader *self)
{
  return self->marks;
}

/**
 * les_reader_set_typography:
 * @points: size of running text
 * @measure: characters of the longest line
 */
void
les_reader_set_typography (LesReader *self, const char *family, double points, int measure)
{
  char *copy = g_strdup (family);

  g_free (self->family);
  self->family = copy;
  self->points = points;
  self->measure = measure;
  update_typography (self);
}

/** Returns: where a passage of the article's text stands in the display text, Unicode characters */
LesTextRange
les_reader_to_display (LesReader *self, LesTextRange range)
{
  int n_chars;

  if (self->display == NULL)
    return LES_TEXT_RANGE (0, 0);
  n_chars = les_text_get_n_chars (les_document_get_text (self->document));
  return LES_TEXT_RANGE (les_display_text_from_text (self->display, CLAMP (range.start, 0, n_chars)),
                         les_display_text_from_text (self->display, CLAMP (range.end, 0, n_chars)));
}

gboolean
les_reader_is_rtl (LesReader *self)
{
  return self->rtl;
}

/** @joined: where ribbons go out from this text; matches then reach to that edge */
void
les_reader_set_joined (LesReader *self, LesJoined joined)
{
  if (self->joined == joined)
    return;
  self->joined = joined;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

LesJoined
les_reader_get_joined (LesReader *self)
{
  return self->joined;
}
