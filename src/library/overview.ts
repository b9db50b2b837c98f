import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paths } from '../web/paths.ts';
import { details } from './head.ts';
import type { CardModel, GroupModel, ListModel } from './models/list.ts';
import type { Reading } from './reading.ts';
import { kinds } from './words.ts';

/** The library before anything is sought: the questionnaires by kind, the démarches by parcours. */
export function listModel(referential: Referential, readings: readonly Reading[]): ListModel {
  return {
    query: '',
    results: null,
    found: '',
    groups: (['maturity', 'compliance', 'deposit', 'form'] as const)
      .map((kind) => group(kind, readings))
      .filter(({ questionnaires }) => questionnaires.length > 0),
    parcours: referential.parcours.map(({ id, title, colour }) => ({
      title,
      href: paths.parcours({ parcours: id }),
      colour,
      demarches: referential.demarches
        .filter(({ parcours }) => parcours === id)
        .map((one) => ({ title: one.title, href: paths.demarche({ parcours: id, demarche: one.id }) })),
    })),
  };
}

function group(kind: Questionnaire['kind'], readings: readonly Reading[]): GroupModel {
  return {
    id: kind,
    title: kinds[kind].many,
    text: kinds[kind].text,
    questionnaires: readings.filter(({ questionnaire }) => questionnaire.kind === kind).map(card),
  };
}

function card({ questionnaire, head }: Reading): CardModel {
  return {
    title: questionnaire.title,
    href: paths.questionnaire({ slug: questionnaire.id }),
    detail: details(questionnaire).join(' · '),
    summary: questionnaire.summary,
    askedBy: head.askedBy,
  };
}
