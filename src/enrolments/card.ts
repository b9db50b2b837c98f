import type { Demarche } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { subjectTitle } from '../domain/subjects/subject.ts';
import { progressStates } from '../subjects/words.ts';
import { paths } from '../web/paths.ts';
import { itemState } from './item-state.ts';
import type { EnrolledCard } from './models.ts';
import type { Kept, Node } from './store.ts';
import { actWords, countWords, questionnaireTitle } from './words.ts';

/** D4: a subject on the page of a démarche. */
export function enrolledCard(referential: Referential, demarche: Demarche, node: Node, kept: Kept): EnrolledCard {
  const place = { parcours: demarche.parcours, demarche: demarche.id, reference: node.reference };
  return {
    title: subjectTitle(node),
    href: paths.enrolment(place),
    reference: String(node.reference),
    responsible: node.responsibleName,
    state: progressStates[kept.state],
    questionnaires: kept.items.map((item) => ({
      act: actWords[item.act],
      title: questionnaireTitle(referential, demarche, item.questionnaire),
      count: item.closed ? 'Pas encore ouvert' : countWords(referential, item),
      ...(item.closed ? notOpen : itemState(kept, item)),
    })),
    resultsHref: hasResults(kept) ? paths.enrolmentResults(place) : null,
  };
}

const notOpen = { state: { kind: 'closed', label: 'Pas encore ouvert' }, why: '' } as const;

/** Q9: there is something to download once one of its questionnaires is validated. */
export function hasResults({ items, validations }: Pick<Kept, 'items' | 'validations'>): boolean {
  return validations.some((one) =>
    items.some(({ questionnaire, act }) => questionnaire === one.questionnaire && act === one.act),
  );
}
