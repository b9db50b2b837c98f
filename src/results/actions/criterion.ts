import { criterionAnchor } from '../../answers/anchors.ts';
import { placeOf, sheetHead, sheetTrail } from '../../answers/head.ts';
import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../domain/errors.ts';
import { formatDate, formatRelative } from '../../domain/french/dates.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import type { CriteriaQuestionnaire } from '../../domain/referential/questionnaire.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { responseName } from '../history.ts';
import type { CriterionHistoryModel } from '../models.ts';
import { type PastAnswer, pastAnswers } from '../store.ts';
import { gradeModel } from '../words.ts';

/** Q4: « Historique de ce critère »: what was answered to it, draft and validated responses. */
export function showCriterionHistory({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const code = String(visit.req.params.code);
    const { scope } = sheet;
    const asked = scope?.criteria.find(({ criterion }) => criterion.code === code);
    if (scope === null || asked === undefined) throw new NotFound('Ce critère est introuvable.');
    const { subject, title } = sheet;
    const { id, kind } = scope.questionnaire;
    const past = await pastAnswers(prisma, subject.id, id, code);
    const place = placeOf(sheet);
    const page = paths.answer(place);
    const name = `${code} ${asked.criterion.title}`;
    render(
      visit,
      'results/criterion',
      {
        title: `Historique\u00a0: ${name}`,
        breadcrumb: [...sheetTrail(sheet), { label: `Résultats\u00a0: ${title}`, href: paths.results(place) }],
      },
      {
        head: sheetHead(sheet, { title: `Historique\u00a0: ${name}`, current: 'results', actions: [] }),
        answers: [...drafted(sheet, kind, code, visit.now), ...past.map((one) => validated(sheet, kind, one))],
        back: { label: 'Retour au questionnaire', href: `${page}#${criterionAnchor(code)}` },
      },
    );
  };
}

type Line = CriterionHistoryModel['answers'][number];

type Kind = CriteriaQuestionnaire['kind'];

function drafted({ draft }: ReachedSheet, kind: Kind, code: string, now: Date): readonly Line[] {
  const answer = draft?.answers.find(({ criterion }) => criterion === code);
  if (answer === undefined) return [];
  return [
    {
      name: 'Brouillon',
      href: null,
      when: `${answer.answeredBy}, ${formatRelative(answer.answeredAt, now)}`,
      grade: gradeModel(kind, answer.answer === null ? null : gradeOf(answer.answer)),
      comment: answer.comment,
    },
  ];
}

function validated(sheet: ReachedSheet, kind: Kind, past: PastAnswer): Line {
  const { number, validatedAt, validatedBy, grade, comment } = past;
  return {
    name: responseName(number),
    href: paths.pastResponse({ ...placeOf(sheet), number }),
    when: `validée le ${formatDate(validatedAt)} par ${validatedBy}`,
    grade: gradeModel(kind, grade),
    comment,
  };
}
