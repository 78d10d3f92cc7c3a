/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-encoding-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-display-text.h"
#include "les-error-words.h"
#include "les-importer.h"
#include "les-reread.h"

#define LES_TYPE_ENCODING_DIALOG (les_encoding_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LesEncodingDialog, les_encoding_dialog, LES, ENCODING_DIALOG, AdwWindow)

/**
 * LesEncodingDialog:
 *
 * The encodings that a file can be read in, each shown with what the text
 * looks like in it. When the file is not at hand, the bytes are made from the
 * text, as far as nothing was lost in reading it.
 */
struct _LesEncodingDialog
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkWidget *change_button;
  GtkListBox *list_box;
  GtkTextView *preview;
  GtkLabel *message;

  /* Owned */
  LesSession *session;
  LesArticle *article;
  GBytes *bytes;
};

G_DEFINE_FINAL_TYPE (LesEncodingDialog, les_encoding_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *encoding;
  const char *description;
} descriptions[] = {
  { "UTF-8", N_("Unicode") },
  { "UTF-16LE", N_("Unicode, 16 bit, little-endian") },
  { "UTF-16BE", N_("Unicode, 16 bit, big-endian") },
  { "UTF-32LE", N_("Unicode, 32 bit, little-endian") },
  { "UTF-32BE", N_("Unicode, 32 bit, big-endian") },
  { "WINDOWS-1252", N_("Western, Windows") },
  { "ISO-8859-1", N_("Western") },
  { "ISO-8859-15", N_("Western, with euro sign") },
  { "CP437", N_("Western, DOS, United States") },
  { "CP850", N_("Western, DOS") },
  { "MACINTOSH", N_("Western, classic Macintosh") },
  { "WINDOWS-1250", N_("Central European, Windows") },
  { "ISO-8859-2", N_("Central European") },
  { "WINDOWS-1251", N_("Cyrillic, Windows") },
  { "KOI8-R", N_("Russian") },
  { "KOI8-U", N_("Ukrainian") },
  { "WINDOWS-1253", N_("Greek, Windows") },
  { "WINDOWS-1254", N_("Turkish, Windows") },
  { "WINDOWS-1255", N_("Hebrew, Windows") },
  { "WINDOWS-1256", N_("Arabic, Windows") },
  { "WINDOWS-1257", N_("Baltic, Windows") },
  { "GB18030", N_("Chinese, simplified") },
  { "BIG5", N_("Chinese, traditional") },
  { "SHIFT_JIS", N_("Japanese") },
  { "EUC-JP", N_("Japanese, Unix") },
  { "EUC-KR", N_("Korean") },
};

static const char *
get_selected_encoding (LesEncodingDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);

  return row != NULL ? les_import_list_encodings ()[gtk_list_box_row_get_index (row)] : NULL;
}

static void
set_message (LesEncodingDialog *self, const char *words)
{
  gtk_label_set_text (self->message, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), words != NULL);
}

static void
set_preview (LesEncodingDialog *self, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words != NULL ? words : "", -1);
  g_autoptr (LesDisplayText) display = les_display_text_new (text);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), les_display_text_get_utf8 (display),
                            (int) les_display_text_get_n_bytes (display));
}

static void
row_selected_cb (LesEncodingDialog *self)
{
  const char *encoding;
  const char *before;
  g_autofree char *words = NULL;

  /* Newer versions of GTK say so while the list goes, too. */
  encoding = self->bytes != NULL ? get_selected_encoding (self) : NULL;
  if (encoding == NULL)
    return;
  before = les_article_get (self->article, LES_ARTICLE_ORIGIN_ENCODING);
  words = les_reread_dup_preview (self->bytes, encoding, NULL);
  set_preview (self, words);
  set_message (self, words == NULL ? _("The file does not fit this encoding.") : NULL);
  gtk_widget_set_sensitive (self->change_button, words != NULL && g_strcmp0 (encoding, before) != 0);
}

static char *
dup_failure (LesEncodingDialog *self, const GError *error)
{
  g_autofree char *heading = les_article_dup_heading (self->article);

  return les_error_words_dup (error, heading);
}

static void
change_clicked_cb (LesEncodingDialog *self)
{
  g_autoptr (GError) error = NULL;
  LesChange *change = les_reread_new_change (les_session_get_project (self->session), self->article,
                                             self->bytes, get_selected_encoding (self), &error);

  if (change == NULL)
    {
      g_autofree char *words = dup_failure (self, error);

      set_message (self, words);
      gtk_widget_set_sensitive (self->change_button, FALSE);
      return;
    }
  les_session_perform (self->session, change);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
create_row (const char *encoding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (les_encoding_get_description (encoding));
  GtkWidget *name = gtk_label_new (encoding);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), name);
  return box;
}

static void
fill_list (LesEncodingDialog *self)
{
  const char *current = les_article_get (self->article, LES_ARTICLE_ORIGIN_ENCODING);
  const char * const *encodings = les_import_list_encodings ();

  for (int i = 0; encodings[i] != NULL; i++)
    {
      gtk_list_box_append (self->list_box, create_row (encodings[i]));
      if (g_strcmp0 (encodings[i], current) == 0)
        gtk_list_box_select_row (self->list_box, gtk_list_box_get_row_at_index (self->list_box, i));
    }
  if (gtk_list_box_get_selected_row (self->list_box) == NULL)
    gtk_list_box_select_row (self->list_box, gtk_list_box_get_row_at_index (self->list_box, 0));
}

static void
refuse (LesEncodingDialog *self)
{
  set_preview (self, les_text_get_utf8 (les_article_get_text (self->article)));
  set_message (self, _("Some characters were lost when the file was read, and the file is not at hand any more. "
                       "Add the file again to read it in another encoding."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->list_box), FALSE);
}

static void
les_encoding_dialog_dispose (GObject *object)
{
  LesEncodingDialog *self = LES_ENCODING_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->article);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (les_encoding_dialog_parent_class)->dispose (object);
}

static void
les_encoding_dialog_class_init (LesEncodingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_encoding_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-encoding-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LesEncodingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LesEncodingDialog, change_button);
  gtk_widget_class_bind_template_child (widget_class, LesEncodingDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, LesEncodingDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, LesEncodingDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
les_encoding_dialog_init (LesEncodingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * les_encoding_dialog_present:
 * @id: an article of the session's project; nothing happens when there is none such
 * @bytes: (nullable): what the article was read from; NULL when its file is not at hand
 *
 * Opens the choice of encodings for an article.
 */
void
les_encoding_dialog_present (GtkWindow *parent, LesSession *session, const char *id, GBytes *bytes)
{
  LesArticle *article = les_project_get_article (les_session_get_project (session), id);
  g_autofree char *heading = NULL;
  LesEncodingDialog *self;

  if (article == NULL)
    return;
  self = g_object_new (LES_TYPE_ENCODING_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : les_reread_dup_bytes (article, NULL);
  heading = les_article_dup_heading (article);
  adw_window_title_set_subtitle (self->window_title, heading);
  fill_list (self);
  if (self->bytes == NULL)
    refuse (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list_box)));
}

/**
 * les_encoding_get_description:
 * @encoding: a name as iconv knows it
 *
 * Returns: (transfer none): for whom the encoding is, or its name
 */
const char *
les_encoding_get_description (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (g_ascii_strcasecmp (descriptions[i].encoding, encoding) == 0)
      return _(descriptions[i].description);
  return encoding;
}
