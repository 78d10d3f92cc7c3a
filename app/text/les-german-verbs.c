/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-german-verbs.h"

#include <string.h>

#include "les-first-bytes.h"

/* A stem keeps at least so many bytes. */
#define MIN_STEM_BYTES 3
#define MIN_BASE_BYTES 4

/* Infinitive, third person present, third person past, participle. */
static const char strong_verbs[] =
  "backen bäckt buk gebacken, bergen birgt barg geborgen, bersten birst barst geborsten, "
  "biegen biegt bog gebogen, bieten bietet bot geboten, binden bindet band gebunden, bitten bittet bat gebeten, "
  "blasen bläst blies geblasen, bleiben bleibt blieb geblieben, braten brät briet gebraten, brechen bricht brach gebrochen, "
  "brennen brennt brannte gebrannt, bringen bringt brachte gebracht, denken denkt dachte gedacht, "
  "dringen dringt drang gedrungen, dürfen darf durfte gedurft, befehlen befiehlt befahl befohlen, beginnen beginnt begann begonnen, fallen fällt fiel gefallen, "
  "fangen fängt fing gefangen, fahren fährt fuhr gefahren, fechten ficht focht gefochten, finden findet fand gefunden, "
  "flechten flicht flocht geflochten, fliegen fliegt flog geflogen, fliehen flieht floh geflohen, fliessen fliesst floss geflossen, "
  "fressen frisst frass gefressen, frieren friert fror gefroren, gären gärt gor gegoren, geben gibt gab gegeben, "
  "gehen geht ging gegangen, gelten gilt galt gegolten, giessen giesst goss gegossen, gleichen gleicht glich geglichen, "
  "gleiten gleitet glitt geglitten, graben gräbt grub gegraben, greifen greift griff gegriffen, halten hält hielt gehalten, "
  "hängen hängt hing gehangen, hauen haut hieb gehauen, heben hebt hob gehoben, heissen heisst hiess geheissen, "
  "helfen hilft half geholfen, kennen kennt kannte gekannt, klingen klingt klang geklungen, kommen kommt kam gekommen, "
  "kriechen kriecht kroch gekrochen, laden lädt lud geladen, lassen lässt liess gelassen, laufen läuft lief gelaufen, "
  "leiden leidet litt gelitten, leihen leiht lieh geliehen, lesen liest las gelesen, liegen liegt lag gelegen, "
  "verlieren verliert verlor verloren, lügen lügt log gelogen, mahlen mahlt mahlte gemahlen, meiden meidet mied gemieden, "
  "messen misst mass gemessen, nehmen nimmt nahm genommen, nennen nennt nannte genannt, pfeifen pfeift pfiff gepfiffen, "
  "preisen preist pries gepriesen, raten rät riet geraten, reiben reibt rieb gerieben, reissen reisst riss gerissen, "
  "reiten reitet ritt geritten, rennen rennt rannte gerannt, riechen riecht roch gerochen, ringen ringt rang gerungen, "
  "rinnen rinnt rann geronnen, rufen ruft rief gerufen, saufen säuft soff gesoffen, schaffen schafft schuf geschaffen, "
  "scheiden scheidet schied geschieden, scheinen scheint schien geschienen, schieben schiebt schob geschoben, "
  "schiessen schiesst schoss geschossen, schlafen schläft schlief geschlafen, schlagen schlägt schlug geschlagen, "
  "schleichen schleicht schlich geschlichen, schliessen schliesst schloss geschlossen, schmeissen schmeisst schmiss geschmissen, "
  "schmelzen schmilzt schmolz geschmolzen, schneiden schneidet schnitt geschnitten, schreiben schreibt schrieb geschrieben, "
  "schreien schreit schrie geschrien, schreiten schreitet schritt geschritten, schweigen schweigt schwieg geschwiegen, "
  "schwellen schwillt schwoll geschwollen, schwimmen schwimmt schwamm geschwommen, schwinden schwindet schwand geschwunden, "
  "schwingen schwingt schwang geschwungen, schwören schwört schwor geschworen, sehen sieht sah gesehen, "
  "senden sendet sandte gesandt, singen singt sang gesungen, sinken sinkt sank gesunken, sinnen sinnt sann gesonnen, "
  "sitzen sitzt sass gesessen, spinnen spinnt spann gesponnen, sprechen spricht sprach gesprochen, "
  "springen springt sprang gesprungen, stechen sticht stach gestochen, stehen steht stand gestanden, stehlen stiehlt stahl gestohlen, "
  "steigen steigt stieg gestiegen, sterben stirbt starb gestorben, stossen stösst stiess gestossen, "
  "streichen streicht strich gestrichen, streiten streitet stritt gestritten, tragen trägt trug getragen, treffen trifft traf getroffen, "
  "treiben treibt trieb getrieben, treten tritt trat getreten, trinken trinkt trank getrunken, trügen trügt trog getrogen, "
  "tun tut tat getan, wachsen wächst wuchs gewachsen, waschen wäscht wusch gewaschen, weichen weicht wich gewichen, "
  "weisen weist wies gewiesen, wenden wendet wandte gewandt, werben wirbt warb geworben, werfen wirft warf geworfen, "
  "wiegen wiegt wog gewogen, winden windet wand gewunden, gewinnen gewinnt gewann gewonnen, wissen weiss wusste gewusst, wägen wägt wog gewogen, "
  "ziehen zieht zog gezogen, zwingen zwingt zwang gezwungen, essen isst ass gegessen, "
  "vergessen vergisst vergass vergessen, genesen genest genas genesen, erschrecken erschrickt erschrak erschrocken, "
  "erlöschen erlischt erlosch erloschen, verderben verdirbt verdarb verdorben, gelingen gelingt gelang gelungen, "
  "misslingen misslingt misslang misslungen, geschehen geschieht geschah geschehen, geniessen geniesst genoss genossen, "
  "gebären gebiert gebar geboren, gedeihen gedeiht gedieh gediehen, empfehlen empfiehlt empfahl empfohlen";

static const char *const prefixes_apart[] = {
  "zusammen", "auseinander", "entgegen", "herunter", "hinunter", "herüber", "hinüber", "gegenüber", "weiter", "wieder", "zurück",
  "heraus", "hinaus", "herein", "hinein", "herauf", "hinauf", "hervor", "vorbei", "voraus", "fest", "fort", "nach", "nieder", "statt",
  "teil", "bereit", "bekannt", "durch", "unter", "über", "hinzu", "herum", "heran", "aus", "auf", "ein", "her", "hin", "los", "mit",
  "vor", "weg", "bei", "dar", "um", "ab", "an", "zu",
};

static const char *const prefixes_fixed[] = { "miss", "ver", "ent", "emp", "zer", "be", "er", "ge" };

static gboolean
ends_with (const char *word, gsize length, const char *end)
{
  gsize n = strlen (end);

  return length >= n && memcmp (word + length - n, end, n) == 0;
}

/* The length of @word without the endings of person, tense and case. Endings in
 * -t go from every form, so that "arbeiten" and "arbeitete" agree. */
static gsize
strip_endings (const char *word, gsize length)
{
  static const char *const endings[] = { "en", "e", "t" };
  gboolean is_stripped = TRUE;

  while (is_stripped)
    {
      is_stripped = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (endings) && !is_stripped; i++)
        if (ends_with (word, length, endings[i]) && length - strlen (endings[i]) >= MIN_STEM_BYTES)
          {
            length -= strlen (endings[i]);
            is_stripped = TRUE;
          }
      if (!is_stripped && length > MIN_STEM_BYTES && (ends_with (word, length, "ern") || ends_with (word, length, "eln")))
        return length - 1;
    }
  return length;
}

static char *
dup_stripped (const char *word)
{
  return g_strndup (word, strip_endings (word, strlen (word)));
}

/* From the stem of each form to the stem of the infinitive. */
static gpointer
read_strong_verbs (gpointer data G_GNUC_UNUSED)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) rows = g_strsplit (strong_verbs, ", ", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) forms = g_strsplit (rows[i], " ", -1);

      for (guint f = 0; forms[f] != NULL; f++)
        {
          const char *form = forms[f];
          char *stem = dup_stripped (f == 3 && g_str_has_prefix (form, "ge") ? form + 2 : form);

          if (g_hash_table_contains (stems, stem))
            g_free (stem);
          else
            g_hash_table_insert (stems, stem, dup_stripped (forms[0]));
        }
    }
  return stems;
}

static const char *
look_up_strong (const char *word, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  char stem[LES_GERMAN_VERB_MAX_BYTES];
  GHashTable *stems = g_once (&once, read_strong_verbs, NULL);

  length = strip_endings (word, length);
  memcpy (stem, word, length);
  stem[length] = '\0';
  return g_hash_table_lookup (stems, stem);
}

/* Behind a prefix that may stand apart: "-ge-" of the participle, "-zu-" of the
 * infinitive. */
static gsize
count_infix (const char *word, gsize length)
{
  if (length > 5 && g_str_has_prefix (word, "ge"))
    return 2;
  if (length > 6 && g_str_has_prefix (word, "zu") && ends_with (word, length, "n"))
    return 2;
  return 0;
}

static void
fill (LesGermanVerb *verb, const char *prefix, gsize n_prefix, const char *stem, gsize n_stem, guint base)
{
  memcpy (verb->stem, prefix, n_prefix);
  memcpy (verb->stem + n_prefix, stem, n_stem);
  verb->stem[n_prefix + n_stem] = '\0';
  verb->base = base;
}

/* A strong verb behind @n_apart bytes of a prefix that may stand apart. */
static gboolean
read_strong (const char *word, gsize length, gsize n_apart, LesGermanVerb *verb)
{
  const char *rest = word + n_apart;
  gsize n_rest = length - n_apart;
  gsize infix = count_infix (rest, n_rest);
  const char *stem = look_up_strong (rest, n_rest);

  if (stem == NULL && infix > 0)
    stem = look_up_strong (rest + infix, n_rest - infix);
  if (stem != NULL)
    {
      fill (verb, word, n_apart, stem, strlen (stem), n_apart);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (prefixes_fixed); i++)
    {
      gsize n;

      if (rest[0] != prefixes_fixed[i][0])
        continue;
      n = strlen (prefixes_fixed[i]);
      if (n_rest <= n + 1 || memcmp (rest, prefixes_fixed[i], n) != 0)
        continue;
      stem = look_up_strong (rest + n, n_rest - n);
      if (stem == NULL)
        continue;
      fill (verb, word, n_apart + n, stem, strlen (stem), n_apart);
      return TRUE;
    }
  return FALSE;
}

static gpointer
index_prefixes_apart (gpointer data G_GNUC_UNUSED)
{
  return les_first_bytes_new (prefixes_apart, G_N_ELEMENTS (prefixes_apart), sizeof (char *));
}

static gsize
find_prefix_apart (const char *word, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  const LesFirstBytes *places = g_once (&once, index_prefixes_apart, NULL);

  for (guint i = places->first[(guchar) *word]; i > 0; i = places->behind[i])
    {
      gsize n = strlen (prefixes_apart[i - 1]);

      if (length >= n + MIN_BASE_BYTES && memcmp (word, prefixes_apart[i - 1], n) == 0)
        return n;
    }
  return 0;
}

static void
read_weak (const char *word, gsize length, gsize n_apart, LesGermanVerb *verb)
{
  const char *rest = word + n_apart;
  gsize n_rest = length - n_apart;
  gsize infix = count_infix (rest, n_rest);
  gsize n_stem;

  n_stem = strip_endings (rest, n_rest);
  if (infix > 0 && rest[0] == 'g' && rest[n_stem] != 't' && !ends_with (rest, n_rest, "t"))
    infix = 0;
  if (n_stem < infix + MIN_STEM_BYTES)
    infix = 0;
  fill (verb, word, n_apart, rest + infix, n_stem - infix, n_apart);
}

/**
 * les_german_verb_read:
 * @word: folded, as les_fold_dup() gives it; not a noun
 * @verb: (out caller-allocates): what is found
 *
 * Brings the forms of a German verb together: "fordert", "forderte", "gefordert"
 * and "fordern"; "starb" and "gestorben"; "anzunehmen" and "angenommen". A word
 * that is no verb gets a stem as well, which only words like it share. Strong and
 * irregular verbs come from a list of their principal parts. Any thread; cost: the
 * length of the word.
 *
 * Returns: whether @word may be a verb
 */
gboolean
les_german_verb_read (const char *word, LesGermanVerb *verb)
{
  gsize length = strlen (word);
  gsize n_apart;

  if (length < MIN_STEM_BYTES || length >= LES_GERMAN_VERB_MAX_BYTES - 2)
    return FALSE;
  n_apart = find_prefix_apart (word, length);
  verb->is_strong = read_strong (word, length, 0, verb) || (n_apart > 0 && read_strong (word, length, n_apart, verb));
  if (verb->is_strong)
    return TRUE;
  if (strchr ("etn", word[length - 1]) == NULL)
    return FALSE;
  read_weak (word, length, n_apart, verb);
  return TRUE;
}

/**
 * les_german_verb_read_noun:
 * @word: folded; a noun
 * @verb: (out caller-allocates): what is found
 *
 * The verb that a noun is made of: "Forderung" and "fordern", "das Treffen" and
 * "trafen".
 *
 * Returns: whether there is one
 */
gboolean
les_german_verb_read_noun (const char *word, LesGermanVerb *verb)
{
  gsize length = strlen (word);
  char form[LES_GERMAN_VERB_MAX_BYTES + 4];

  if (length >= LES_GERMAN_VERB_MAX_BYTES - 4)
    return FALSE;
  if (ends_with (word, length, "en") && !ends_with (word, length, "ungen"))
    return les_german_verb_read (word, verb) && verb->is_strong;
  length -= ends_with (word, length, "en") ? 2 : 0;
  if (!ends_with (word, length, "ung") || length < 3 + MIN_BASE_BYTES)
    return FALSE;
  length -= 3;
  memcpy (form, word, length);
  if (form[length - 1] == 'l' && strchr ("aeiou", form[length - 2]) == NULL && (form[length - 2] & 0x80) == 0 && form[length - 2] != 'l')
    {
      form[length - 1] = 'e';
      form[length++] = 'l';
    }
  strcpy (form + length, "en");
  return les_german_verb_read (form, verb);
}
