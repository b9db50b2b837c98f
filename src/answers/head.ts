import { formatDate } from '../domain/french/dates.ts';
import { plural } from '../domain/french/plural.ts';
import { typesDeposited } from '../domain/proofs/deposited.ts';
import { expectingPlaces } from '../domain/proofs/places.ts';
import { withSwitchedSections } from '../domain/sections.ts';
import { citedSubject } from '../domain/subjects/subject.ts';
import { enrolmentTitle } from '../enrolments/words.ts';
import { typeWords } from '../products/summary.ts';
import type { ButtonProps, ObjectProps } from '../web/components.ts';
import type { Link } from '../web/frame.ts';
import { paths } from '../web/paths.ts';
import { completionOf, type ReachedSheet } from './reach.ts';

export type SheetPage = 'answer' | 'proofs' | 'results';

/** The parameters of every address about this questionnaire. */
export function placeOf({ parcours, demarche, subject, questionnaire }: PlacedSheet) {
  return {
    parcours: parcours.id,
    demarche: demarche.id,
    reference: subject.reference,
    slug: questionnaire.id,
  };
}

const answerLabels = {
  maturity: 'Évaluation',
  compliance: 'Évaluation',
  form: 'Formulaire',
  deposit: 'Dépôt',
} as const;

type PlacedSheet = Pick<ReachedSheet, 'parcours' | 'demarche' | 'subject' | 'questionnaire'>;

/** The way to a page of this questionnaire, its own title left out. */
export function sheetTrail(sheet: ReachedSheet): readonly Link[] {
  const { parcours, demarche, subject, breadcrumb } = sheet;
  const href = paths.enrolment({ parcours: parcours.id, demarche: demarche.id, reference: subject.reference });
  return [...breadcrumb, { label: enrolmentTitle(subject, demarche), href }];
}

/** The head that every page of a questionnaire opens with: of what, where, then its pages; a closed one says why. */
export function sheetHead(
  sheet: ReachedSheet,
  { title, current, actions }: { title: string; current: SheetPage; actions: readonly ButtonProps[] },
): ObjectProps {
  const { subject, parcours, demarche, questionnaire, criteria, validated, entry, closed } = sheet;
  const place = placeOf(sheet);
  const { done, total } = completionOf(sheet);
  const provable = questionnaire.kind === 'compliance';
  const scored = questionnaire.kind === 'maturity' || questionnaire.kind === 'compliance';
  return {
    identity: subject.kind === 'STRATEGY' ? `Stratégie globale n°\u00a0${subject.reference}` : citedSubject(subject),
    identityHref: subject.kind === 'STRATEGY' ? paths.strategy() : paths.product({ reference: subject.reference }),
    type: subject.product === null ? '' : typeWords[subject.product.type],
    where: `${parcours.title} · ${demarche.title}`,
    title,
    actions,
    pages: [
      {
        label: answerLabels[questionnaire.kind],
        href: paths.answer(place),
        current: current === 'answer',
        note: closed === null ? `${done}/${total}` : 'pas encore ouvert',
      },
      ...(provable && criteria.length > 0
        ? [{ label: 'Preuves', href: paths.proofs(place), current: current === 'proofs', note: proofsNote(sheet) }]
        : []),
      ...(scored
        ? [
            {
              label: 'Résultats',
              href: paths.results(place),
              current: current === 'results',
              note: validated === null ? 'après validation' : `validés le ${formatDate(validated.validatedAt)}`,
            },
          ]
        : []),
      ...(entry.projection
        ? [
            { label: 'Projection', href: null, current: false, note: projectionNote(sheet) },
            // J5: it shows what a projection plans.
            { label: 'Feuille de route', href: null, current: false, note: 'après la projection' },
          ]
        : []),
    ],
  };
}

/** Q6: the types that are expected of what is answered, and how many have a proof. */
export function depositedTypes(sheet: ReachedSheet): { readonly done: number; readonly total: number } {
  const { answers } = withSwitchedSections(sheet.criteria, sheet.answered);
  return typesDeposited(expectingPlaces(sheet, answers), sheet.proofs);
}

function proofsNote(sheet: ReachedSheet): string {
  const { done, total } = depositedTypes(sheet);
  return total === 0 ? '' : `${done}/${total} ${plural(total, 'type', 'types')}`;
}

/** D3 */
function projectionNote({ validated }: ReachedSheet): string {
  return validated === null ? 'après validation' : 'bientôt disponible';
}
