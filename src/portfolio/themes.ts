import type { Demarche } from '../domain/referential/demarche.ts';
import type { Axis } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';

/** The démarche whose means a portfolio shows: it asks every criterion of the socles, and nothing else. */
const SOCLES = 'evaluation-et-projection-socles';

/** A questionnaire that products are compared by. */
export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly axes: readonly Axis[];
}

export interface Compared {
  readonly demarche: Demarche;
  /** In the order of the démarche. */
  readonly themes: readonly Theme[];
}

/** Null where the referential has no such démarche. */
export function compared({ demarches, questionnaires }: Referential): Compared | null {
  const demarche = demarches.find(({ id }) => id === SOCLES);
  if (demarche === undefined) return null;
  const themes = demarche.entries
    .filter(({ subject }) => subject === 'product')
    .flatMap(({ questionnaire, title }): readonly Theme[] => {
      const known = questionnaires.get(questionnaire);
      return known?.kind === 'maturity' ? [{ id: known.id, title: title ?? known.title, axes: known.axes }] : [];
    });
  return themes.length === 0 ? null : { demarche, themes };
}

/** The theme that an address names, else the first. */
export function themeNamed({ themes }: Compared, name: string): Theme | null {
  return themes.find(({ id }) => id === name) ?? themes[0] ?? null;
}
