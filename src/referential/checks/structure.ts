import type { Collection } from '../collect.ts';
import { criteriaAt, sectionsAt } from '../places.ts';
import { inside, type Mistake, mistakeAt } from '../source.ts';

/** What a schema can't see: dates in order, sections that hold something, criteria that stand on an axis of their questionnaire. */
export function checkStructure(collection: Collection, mistakes: Mistake[]): void {
  for (const { value, place } of [...collection.forms, ...collection.questionnaires]) {
    const { validFrom, validUntil } = value;
    if (validFrom === null || validUntil === null || validFrom <= validUntil) continue;
    mistakes.push(mistakeAt(inside(place, 'validUntil'), `cette date précède validFrom, ${validFrom}`));
  }
  for (const questionnaire of collection.questionnaires) {
    const { value, place } = questionnaire;
    if (value.kind === 'deposit') continue;
    if (value.sections.length === 0) mistakes.push(mistakeAt(place, 'ce questionnaire n’a aucune section'));

    const axes = value.axes.map(({ id }) => id);
    for (const { section, place: at } of sectionsAt(questionnaire)) {
      if (section.sections.length + section.criteria.length === 0)
        mistakes.push(mistakeAt(at, 'cette section est vide'));
      if (section.axis !== null && !axes.includes(section.axis)) {
        mistakes.push(
          mistakeAt(inside(at, 'axis'), `l’axe « ${section.axis} » n’existe pas ; axes déclarés : ${axes.join(', ')}`),
        );
      }
    }
    const used = new Set<string | null>();
    for (const { criterion, sections, place: at } of criteriaAt(questionnaire)) {
      const axis = sections.at(-1)?.axis ?? null;
      used.add(axis);
      if (value.kind === 'maturity' && axis === null) {
        mistakes.push(
          mistakeAt(at, `le critère ${criterion.code} n’est sur aucun axe : donnez un axe (axis) à sa section`),
        );
      }
    }
    axes.forEach((axis, index) => {
      if (!used.has(axis))
        mistakes.push(mistakeAt(inside(place, 'axes', index), `aucun critère n’est sur l’axe « ${axis} »`));
    });
  }
}
