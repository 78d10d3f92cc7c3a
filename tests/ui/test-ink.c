/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ink.h"
#include "les-tag.h"

static const LesInk inks[] = { { FALSE, FALSE }, { TRUE, FALSE }, { FALSE, TRUE }, { TRUE, TRUE } };

static void
check (LesInk ink, const char *color)
{
  GdkRGBA rgba = les_ink_tag (ink, color);
  double wanted = ink.high_contrast ? 4.5 : 3.0;

  g_assert_cmpfloat (les_ink_get_contrast (rgba, les_ink_paper (ink)), >=, wanted);
  g_assert_cmpfloat (les_ink_get_contrast (rgba, les_ink_tint (ink, rgba)), >=, wanted);
  /* The words on the ground of the current annotation. */
  g_assert_cmpfloat (les_ink_get_contrast (les_ink_text (ink, 1.0), les_ink_tint (ink, rgba)), >=, 4.5);
}

/* Whatever colour somebody gives a tag. */
static void
test_every_colour (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    for (int red = 0; red <= 255; red += 51)
      for (int green = 0; green <= 255; green += 51)
        for (int blue = 0; blue <= 255; blue += 51)
          {
            g_autofree char *color = g_strdup_printf ("#%02x%02x%02x", (guint) red, (guint) green, (guint) blue);

            check (inks[i], color);
          }
}

static void
test_palette (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      check (inks[i], NULL);
      check (inks[i], "no colour");
      for (guint j = 0; j < 24; j++)
        check (inks[i], les_tag_palette_color (j));
    }
}

/* A colour that stands out already is left as it is. */
static void
test_kept (void)
{
  GdkRGBA blue = les_ink_tag (inks[0], "#0044aa");
  GdkRGBA own;

  gdk_rgba_parse (&own, "#0044aa");
  g_assert_true (gdk_rgba_equal (&blue, &own));
}

static void
test_contrast (void)
{
  GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA grey;

  gdk_rgba_parse (&grey, "#767676");
  g_assert_cmpfloat_with_epsilon (les_ink_get_contrast (black, white), 21.0, 0.01);
  g_assert_cmpfloat_with_epsilon (les_ink_get_contrast (white, grey), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (les_ink_get_contrast (white, white), 1.0, 0.001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/every-colour", test_every_colour);
  g_test_add_func ("/ink/palette", test_palette);
  g_test_add_func ("/ink/kept", test_kept);
  g_test_add_func ("/ink/contrast", test_contrast);
  return g_test_run ();
}
