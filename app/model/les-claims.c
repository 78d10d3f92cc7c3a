/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claims.h"

#include "les-comparer.h"
#include "les-relations.h"

/**
 * LesClaims:
 *
 * The claims table of a project, built from its links alone: annotations that
 * links join, directly or through others, are one statement; each statement is
 * a row, each article that takes part a column. Rows stand in the order of the
 * articles and their texts. Made from a project as it is at that moment and
 * never changed afterwards; holds on to all it needs. Any thread when the
 * project is a snapshot.
 *
 * Joining is by union-find (Tarjan 1975), so that the cost grows with the
 * number of links and no faster.
 */
struct _LesClaims
{
  GObject parent_instance;

  GPtrArray *articles;      /* of LesArticle: the columns */
  GPtrArray *links;         /* of LesLink */
  GPtrArray *claims;        /* of LesClaim */
};

G_DEFINE_FINAL_TYPE (LesClaims, les_claims, G_TYPE_OBJECT)

/* While the table is built */
typedef struct
{
  LesProject *project;
  LesClaims *claims;
  GHashTable *numbers;      /* id of an annotation -> its number + 1 */
  GPtrArray *annotations;   /* by number */
  GArray *parents;          /* of guint: union-find */
  GHashTable *columns;      /* id of an article -> its column + 1 */
} Builder;

static void
free_cell (gpointer data)
{
  LesClaimCell *cell = data;

  g_ptr_array_unref (cell->annotations);
  g_array_unref (cell->verdicts);
  g_free (cell);
}

static void
free_claim (gpointer data)
{
  LesClaim *claim = data;

  g_ptr_array_unref (claim->cells);
  g_ptr_array_unref (claim->links);
  g_free (claim);
}

static guint
find_root (Builder *self, guint number)
{
  guint *parents = (guint *) (gpointer) self->parents->data;

  while (parents[number] != number)
    {
      parents[number] = parents[parents[number]];
      number = parents[number];
    }
  return number;
}

/* Returns: whether there is such an annotation, in an article of the project */
static gboolean
number_annotation (Builder *self, const char *id, guint *number)
{
  LesAnnotation *annotation = les_project_get_annotation (self->project, id);
  gpointer known;

  if (annotation == NULL
      || les_project_get_article (self->project, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE)) == NULL)
    return FALSE;
  known = g_hash_table_lookup (self->numbers, id);
  if (known == NULL)
    {
      guint next = self->annotations->len;

      g_ptr_array_add (self->annotations, annotation);
      g_array_append_val (self->parents, next);
      known = GUINT_TO_POINTER (next + 1);
      g_hash_table_insert (self->numbers, (gpointer) les_record_get_id (LES_RECORD (annotation)), known);
    }
  *number = GPOINTER_TO_UINT (known) - 1;
  return TRUE;
}

/* Returns: whether the link says something that the table can show */
static gboolean
join_ends (Builder *self, LesLink *link)
{
  const char *to = les_link_get (link, LES_LINK_TO);
  guint from_number;
  guint to_number;

  if (to == NULL
      && les_project_get_article (self->project, les_link_get (link, LES_LINK_MISSING_IN)) == NULL)
    return FALSE;
  if (!number_annotation (self, les_link_get (link, LES_LINK_FROM), &from_number))
    return FALSE;
  if (to == NULL)
    return TRUE;
  if (!number_annotation (self, to, &to_number))
    return FALSE;
  ((guint *) (gpointer) self->parents->data)[find_root (self, from_number)] = find_root (self, to_number);
  return TRUE;
}

static void
collect_columns (Builder *self)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (self->project, LES_RECORD_ARTICLE);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->annotations->len; i++)
    g_hash_table_add (used, (gpointer) les_annotation_get (self->annotations->pdata[i], LES_ANNOTATION_ARTICLE));
  for (guint i = 0; i < self->claims->links->len; i++)
    if (les_link_get (self->claims->links->pdata[i], LES_LINK_MISSING_IN) != NULL)
      g_hash_table_add (used, (gpointer) les_link_get (self->claims->links->pdata[i], LES_LINK_MISSING_IN));
  for (guint i = 0; i < articles->len; i++)
    if (g_hash_table_contains (used, les_record_get_id (articles->pdata[i])))
      {
        g_ptr_array_add (self->claims->articles, g_object_ref (articles->pdata[i]));
        g_hash_table_insert (self->columns, (gpointer) les_record_get_id (articles->pdata[i]),
                             GUINT_TO_POINTER (self->claims->articles->len));
      }
}

static LesClaimCell *
get_cell (const LesClaim *claim, guint column)
{
  return g_ptr_array_index (claim->cells, column);
}

static LesClaimCell *
find_cell (Builder *self, LesClaim *claim, const char *article)
{
  gpointer column = g_hash_table_lookup (self->columns, article);

  return column == NULL ? NULL : get_cell (claim, GPOINTER_TO_UINT (column) - 1);
}

static LesClaim *
add_claim (Builder *self)
{
  LesClaim *claim = g_new0 (LesClaim, 1);

  claim->cells = g_ptr_array_new_with_free_func (free_cell);
  claim->links = g_ptr_array_new ();
  for (guint i = 0; i < self->claims->articles->len; i++)
    {
      LesClaimCell *cell = g_new0 (LesClaimCell, 1);

      cell->annotations = g_ptr_array_new_with_free_func (g_object_unref);
      cell->verdicts = g_array_new (FALSE, FALSE, sizeof (LesVerdict));
      g_ptr_array_add (claim->cells, cell);
    }
  g_ptr_array_add (self->claims->claims, claim);
  return claim;
}

static void
place_annotations (Builder *self, GHashTable *by_root)
{
  for (guint i = 0; i < self->annotations->len; i++)
    {
      gpointer root = GUINT_TO_POINTER (find_root (self, i));
      LesAnnotation *annotation = self->annotations->pdata[i];
      LesClaim *claim = g_hash_table_lookup (by_root, root);

      if (claim == NULL)
        {
          claim = add_claim (self);
          g_hash_table_insert (by_root, root, claim);
        }
      g_ptr_array_add (find_cell (self, claim, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE))->annotations,
                       g_object_ref (annotation));
    }
}

static void
place_links (Builder *self, GHashTable *by_root)
{
  for (guint i = 0; i < self->claims->links->len; i++)
    {
      LesLink *link = self->claims->links->pdata[i];
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, les_link_get (link, LES_LINK_FROM))) - 1;
      LesClaim *claim = g_hash_table_lookup (by_root, GUINT_TO_POINTER (find_root (self, number)));
      LesClaimCell *cell;

      g_ptr_array_add (claim->links, link);
      if (les_link_get (link, LES_LINK_TO) != NULL)
        continue;
      cell = find_cell (self, claim, les_link_get (link, LES_LINK_MISSING_IN));
      if (cell->annotations->len == 0)
        cell->missing = TRUE;
    }
}

/* In a claim an annotation stands in the column of its article. */
static int
find_column (Builder *self, const char *annotation)
{
  LesAnnotation *record = les_project_get_annotation (self->project, annotation);
  const char *article = record != NULL ? les_annotation_get (record, LES_ANNOTATION_ARTICLE) : NULL;

  return article != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->columns, article)) - 1 : -1;
}

static void
add_verdict (LesClaimCell *cell, LesVerdict verdict)
{
  for (guint i = 0; i < cell->verdicts->len; i++)
    {
      const LesVerdict *known = &g_array_index (cell->verdicts, LesVerdict, i);

      if (known->of_origin == verdict.of_origin && known->column == verdict.column
          && g_strcmp0 (known->relation, verdict.relation) == 0)
        return;
    }
  g_array_append_val (cell->verdicts, verdict);
}

/* @by_first: whether only links with the first cell count; the others go to
 * cells that have no verdict yet */
static void
judge (Builder *self, LesClaim *claim, gboolean by_first)
{
  g_autofree gboolean *judged = g_new0 (gboolean, claim->cells->len);

  for (guint i = 0; i < claim->cells->len; i++)
    judged[i] = i == claim->first || get_cell (claim, i)->verdicts->len > 0;
  for (guint i = 0; i < claim->links->len; i++)
    {
      LesLink *link = claim->links->pdata[i];
      const char *relation = les_link_get (link, LES_LINK_RELATION);
      int columns[] = { find_column (self, les_link_get (link, LES_LINK_FROM)),
                        find_column (self, les_link_get (link, LES_LINK_TO)) };

      if (columns[0] < 0 || columns[1] < 0 || columns[0] == columns[1])
        continue;
      for (int end = 0; end < 2; end++)
        if (!judged[columns[end]] && (!by_first || columns[!end] == (int) claim->first))
          add_verdict (get_cell (claim, columns[end]),
                       (LesVerdict) { relation, end == 0 && les_relations_is_directed (self->project, relation),
                                      (guint) columns[!end] });
    }
}

static void
finish_claim (Builder *self, LesClaim *claim)
{
  gboolean found = FALSE;

  for (guint i = 0; i < claim->cells->len; i++)
    {
      LesClaimCell *cell = get_cell (claim, i);

      g_ptr_array_sort (cell->annotations, les_annotation_compare);
      if (!found && cell->annotations->len > 0)
        {
          claim->first = i;
          found = TRUE;
        }
    }
  judge (self, claim, TRUE);
  judge (self, claim, FALSE);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const LesClaim *first = *(const LesClaim * const *) a;
  const LesClaim *second = *(const LesClaim * const *) b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return les_annotation_compare (&get_cell (first, first->first)->annotations->pdata[0],
                                 &get_cell (second, second->first)->annotations->pdata[0]);
}

static gboolean
is_in_its_text (LesAnnotation *annotation, LesArticle *article)
{
  const char *exact = les_annotation_get (annotation, LES_ANNOTATION_EXACT);
  LesTextRange range = les_annotation_get_range (annotation);

  return exact != NULL && range.end <= les_text_get_n_chars (les_article_get_text (article))
         && g_utf8_strlen (exact, -1) == les_text_range_length (range);
}

static void
collect_links (Builder *self)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (self->project, LES_RECORD_LINK);

  for (guint i = 0; i < links->len; i++)
    if (join_ends (self, links->pdata[i]))
      g_ptr_array_add (self->claims->links, g_object_ref (links->pdata[i]));
}

static void
build (Builder *self)
{
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);

  collect_links (self);
  collect_columns (self);
  place_annotations (self, by_root);
  place_links (self, by_root);
  for (guint i = 0; i < self->claims->claims->len; i++)
    finish_claim (self, self->claims->claims->pdata[i]);
  g_ptr_array_sort (self->claims->claims, compare_claims);
}

static void
les_claims_finalize (GObject *object)
{
  LesClaims *self = LES_CLAIMS (object);

  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->articles);

  G_OBJECT_CLASS (les_claims_parent_class)->finalize (object);
}

static void
les_claims_class_init (LesClaimsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_claims_finalize;
}

static void
les_claims_init (LesClaims *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->claims = g_ptr_array_new_with_free_func (free_claim);
}

/** Returns: (transfer full): the table as the project is now. Cost: about linear in links and articles. */
LesClaims *
les_claims_new (LesProject *project)
{
  LesClaims *self = g_object_new (LES_TYPE_CLAIMS, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder builder = { project, self, numbers, annotations, parents, columns };

  build (&builder);
  return self;
}

/** Returns: (transfer none) (element-type LesArticle): the columns, in the project's order */
GPtrArray *
les_claims_get_articles (LesClaims *self)
{
  return self->articles;
}

/** Returns: how many statements there are */
guint
les_claims_get_n (LesClaims *self)
{
  return self->claims->len;
}

/** Returns: (transfer none): the @index-th statement */
const LesClaim *
les_claims_get (LesClaims *self, guint index)
{
  g_return_val_if_fail (index < self->claims->len, NULL);

  return g_ptr_array_index (self->claims, index);
}

/** Returns: (transfer none): what the article of that column has of the statement */
const LesClaimCell *
les_claim_get_cell (const LesClaim *claim, guint column)
{
  g_return_val_if_fail (column < claim->cells->len, NULL);

  return get_cell (claim, column);
}

static gboolean
same_objects (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/**
 * les_claim_equal:
 * @a: of a table
 * @b: of a table with the same columns
 *
 * Returns: whether both are made of the very same records, which never change,
 *   so that they show the same
 */
gboolean
les_claim_equal (const LesClaim *a, const LesClaim *b)
{
  if (a->cells->len != b->cells->len || !same_objects (a->links, b->links))
    return FALSE;
  for (guint i = 0; i < a->cells->len; i++)
    if (!same_objects (get_cell (a, i)->annotations, get_cell (b, i)->annotations)
        || get_cell (a, i)->missing != get_cell (b, i)->missing)
      return FALSE;
  return TRUE;
}

/**
 * les_claims_diff:
 * @annotation: of the cell in @column
 *
 * Compares a passage word by word with the first one of the first cell.
 *
 * Returns: (transfer full) (element-type LesTextRange): what differs, in
 *   Unicode characters from the start of the passage; an empty range is a place
 *   where words of the first are left out. Nothing for the first passage
 *   itself, nor where the record does not fit its text.
 */
GArray *
les_claims_diff (LesClaims *self, const LesClaim *claim, guint column, LesAnnotation *annotation)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  LesAnnotation *first = get_cell (claim, claim->first)->annotations->pdata[0];
  LesTextRange range = les_annotation_get_range (annotation);
  g_autoptr (LesMatch) match = NULL;

  if (annotation == first || !is_in_its_text (annotation, self->articles->pdata[column])
      || !is_in_its_text (first, self->articles->pdata[claim->first]))
    return changed;
  match = les_compare_passages (les_article_get_document (self->articles->pdata[claim->first]),
                                les_annotation_get_range (first),
                                les_article_get_document (self->articles->pdata[column]), range);
  for (guint i = 0; i < match->differences->len; i++)
    {
      LesTextRange right = les_text_range_intersect (g_array_index (match->differences, LesDifference, i).right, range);

      right = LES_TEXT_RANGE (right.start - range.start, right.end - range.start);
      g_array_append_val (changed, right);
    }
  return changed;
}

/** Returns: whether a passage of it has that tag (an id) */
gboolean
les_claim_has_tag (const LesClaim *claim, const char *tag)
{
  for (guint i = 0; i < claim->cells->len; i++)
    for (guint j = 0; j < get_cell (claim, i)->annotations->len; j++)
      if (les_annotation_has_tag (get_cell (claim, i)->annotations->pdata[j], tag))
        return TRUE;
  return FALSE;
}

/** Returns: whether that speaker says a passage of it */
gboolean
les_claim_has_speaker (const LesClaim *claim, const char *speaker)
{
  for (guint i = 0; i < claim->cells->len; i++)
    for (guint j = 0; j < get_cell (claim, i)->annotations->len; j++)
      if (g_strcmp0 (les_annotation_get (get_cell (claim, i)->annotations->pdata[j], LES_ANNOTATION_SPEAKER), speaker) == 0)
        return TRUE;
  return FALSE;
}

/** Returns: whether one of its links has that relation */
gboolean
les_claim_has_relation (const LesClaim *claim, const char *relation)
{
  for (guint i = 0; i < claim->links->len; i++)
    if (g_strcmp0 (les_link_get (claim->links->pdata[i], LES_LINK_RELATION), relation) == 0)
      return TRUE;
  return FALSE;
}
