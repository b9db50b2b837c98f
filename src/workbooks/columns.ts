/** The sheet that is filled in off line. */
export const ANSWERS = 'Réponses';

/** Its columns that an import reads, by their header: wherever they were moved. */
export const headers = {
  code: 'Code',
  answer: 'Réponse',
  comment: 'Commentaire',
  depends: 'Dépend d’un produit option',
  option: 'Produit option',
  mark: 'Repère',
} as const;

/** The sheet of what may be chosen. */
export const LISTS = 'Listes';
