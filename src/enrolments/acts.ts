import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { KeptItem } from './store.ts';

export interface CardAct {
  readonly label: string;
  readonly href: string;
  /** The two last are icons, which have the label for name. */
  readonly look: 'button' | 'link' | 'edit' | 'download';
}

/** What the card of a questionnaire is made for. */
export interface Card {
  readonly demarche: Demarche;
  readonly subject: Pick<Subject, 'reference' | 'archivedAt'>;
  readonly item: KeptItem;
  /** It was validated, whatever the démarche (D2). */
  readonly validated: boolean;
}

/** What the card of a questionnaire leads to. Here alone is it chosen. */
export function cardActs({ questionnaires }: Referential, card: Card): readonly CardAct[] {
  const { item, demarche } = card;
  const questionnaire = questionnaires.get(item.questionnaire);
  if (item.closed || questionnaire === undefined) return [];
  return item.act === 'PROJECTION' ? [reading(demarche, questionnaire)] : evaluationActs(card, questionnaire);
}

/** A projection is still read as its evaluation is. */
function reading({ id }: Demarche, { id: slug }: Questionnaire): CardAct {
  const href = address(paths.questionnaire({ slug }), { demarche: id });
  return { label: 'Lire les critères', href, look: 'button' };
}

/** As the guide names them: « Démarrer », then « Continuer »; once validated « Voir les résultats », « Éditer » and « Télécharger ». */
function evaluationActs(card: Card, { id: slug, kind }: Questionnaire): readonly CardAct[] {
  const { demarche, subject, item, validated } = card;
  const place = { parcours: demarche.parcours, demarche: demarche.id, reference: subject.reference, slug };
  const scored = kind === 'maturity' || kind === 'compliance';
  const answering = (label: string, look: CardAct['look'] = 'button') => ({ label, href: paths.answer(place), look });
  const results: readonly CardAct[] =
    scored && validated ? [{ label: 'Voir les résultats', href: paths.results(place), look: 'link' }] : [];
  const download: readonly CardAct[] =
    scored && validated
      ? [{ label: 'Télécharger les résultats', href: paths.downloadAnswers(place), look: 'download' }]
      : [];
  // P6: what is archived is read.
  if (subject.archivedAt !== null) return [...results, answering('Consulter'), ...download];
  if (item.state === 'TO_COMPLETE') return [answering('Démarrer')];
  if (item.state === 'IN_PROGRESS') return [answering('Continuer'), ...results, ...download];
  return scored ? [...results, answering('Éditer', 'edit'), ...download] : [answering('Consulter')];
}
