import { placeOf, sheetHead } from '../answers/head.ts';
import type { ReachedSheet } from '../answers/reach.ts';
import type { Said } from '../domain/answers/draft.ts';
import type { FieldError } from '../domain/errors.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import { formatList } from '../domain/french/list.ts';
import { counted, plural } from '../domain/french/plural.ts';
import { gradeOf } from '../domain/referential/level.ts';
import { citedSubject } from '../domain/subjects/subject.ts';
import { shortWords } from '../enrolments/results/criteria.ts';
import type { NoticeProps, ObjectProps, TableProps } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { Proposal, Proposals } from './import/proposals.ts';

declare module '../web/views.ts' {
  interface Views {
    'workbooks/import': ImportModel;
    'workbooks/preview': PreviewModel;
  }
}

interface ImportModel {
  readonly head: ObjectProps;
  readonly action: string;
  readonly downloadHref: string;
  readonly backHref: string;
  readonly maxBytes: number;
  readonly errors: readonly FieldError[];
}

interface PreviewModel {
  readonly head: ObjectProps;
  readonly notices: readonly NoticeProps[];
  /** Null where there is nothing to import. */
  readonly form: {
    readonly action: string;
    readonly hidden: readonly (readonly [name: string, value: string])[];
    readonly tables: readonly { readonly title: string; readonly text: string; readonly table: TableProps }[];
  } | null;
  readonly againHref: string;
  readonly backHref: string;
}

export function importModel(sheet: ReachedSheet, maxBytes: number, errors: readonly FieldError[]): ImportModel {
  const place = placeOf(sheet);
  return {
    head: headOf(sheet, 'Importer un classeur'),
    action: paths.importAnswers(place),
    downloadHref: paths.downloadAnswers(place),
    backHref: paths.answer(place),
    maxBytes,
    errors,
  };
}

/** What will change, for whoever sent the workbook to say yes to. What they accept is sent to the questionnaire as any form of it is. */
export function previewModel(
  sheet: ReachedSheet,
  { proposals, covered }: Proposals,
  vanished: readonly string[],
): PreviewModel {
  const place = placeOf(sheet);
  const changes = proposals.filter(({ conflict }) => !conflict);
  const conflicts = proposals.filter(({ conflict }) => conflict);
  const count = counted(changes.length, 'réponse', 'réponses');
  return {
    head: headOf(sheet, 'Ce que ce classeur changera'),
    notices: noticesOf(proposals.length, covered, vanished),
    form:
      proposals.length === 0
        ? null
        : {
            action: paths.answer(place),
            hidden: proposals.flatMap(hiddenFields),
            tables: [
              {
                title: `Ce qui changera\u00a0: ${count}`,
                text: 'Décochez ce que vous ne voulez pas importer.',
                table: tableOf(sheet, `Ce qui changera\u00a0: ${count}`, changes),
              },
              {
                title: `Modifié aussi sur la plateforme\u00a0: ${counted(conflicts.length, 'réponse', 'réponses')}`,
                text: 'Depuis que ce classeur a été téléchargé, quelqu’un a répondu autrement. La réponse de la plateforme est gardée, sauf si vous cochez celle du classeur.',
                table: tableOf(sheet, 'Modifié aussi sur la plateforme', conflicts),
              },
            ].filter(({ table }) => table.rows.length > 0),
          },
    againHref: paths.importAnswers(place),
    backHref: paths.answer(place),
  };
}

function headOf(sheet: ReachedSheet, act: string): ObjectProps {
  return sheetHead(sheet, { title: `${act}\u00a0: ${sheet.title}`, current: 'answer', actions: [] });
}

function noticesOf(count: number, covered: readonly string[], vanished: readonly string[]): readonly NoticeProps[] {
  const notices: NoticeProps[] = [];
  if (count === 0) {
    const text = 'Ce classeur dit la même chose que le questionnaire\u00a0: rien n’est à importer.';
    notices.push({ kind: 'info', title: 'Aucun changement', text });
  }
  if (covered.length > 0) {
    const text = `${formatList(covered)}\u00a0: leur section n’est pas applicable. Rétablissez-la dans le questionnaire pour y répondre.`;
    notices.push({ kind: 'warning', title: leftWords(covered.length), text });
  }
  if (vanished.length > 0) {
    const text = `${formatList(vanished)}\u00a0: la qualification a changé, et le questionnaire ne les demande plus.`;
    notices.push({ kind: 'warning', title: leftWords(vanished.length), text });
  }
  return notices;
}

function leftWords(count: number): string {
  return `${counted(count, 'réponse', 'réponses')} ${plural(count, 'est laissée', 'sont laissées')} de côté`;
}

function tableOf(sheet: ReachedSheet, caption: string, proposals: readonly Proposal[]): TableProps {
  return {
    caption,
    columns: [
      { label: 'Critère' },
      { label: 'Sur la plateforme' },
      { label: 'Dans le classeur' },
      { label: 'Importer' },
    ],
    rows: proposals.map(({ criterion, now, filled, conflict }) => [
      { text: `${criterion.code} ${criterion.criterion.title}` },
      {
        text: answerWords(sheet, now),
        note: [noteOf(sheet, now), conflict ? saidBy(now) : ''].filter(Boolean).join(' · '),
      },
      { text: answerWords(sheet, filled), note: noteOf(sheet, filled) },
      {
        view: 'components/checkbox',
        props: {
          name: `etat.${criterion.code}`,
          label: `Importer ${criterion.code}`,
          value: stateOf(now),
          checked: !conflict,
        },
      },
    ]),
    empty: { title: 'Aucune réponse' },
  };
}

/** The questionnaire's own fields (questionnaires/sent): the box is the one that says whether the rest is read. */
function hiddenFields({ criterion: { code }, filled }: Proposal): [string, string][] {
  const { answer, comment, dependsOnOption, optionId } = filled;
  return [
    [`niveau.${code}`, answer === null ? '' : String(gradeOf(answer))],
    [`commentaire.${code}`, comment],
    ...(dependsOnOption ? [[`depend.${code}`, 'on'] satisfies [string, string]] : []),
    ...(optionId === null ? [] : [[`option.${code}`, optionId] satisfies [string, string]]),
  ];
}

/** The revision that this person was shown, and no print: whatever the fields say is to be saved. */
function stateOf(now: Proposal['now']): string {
  return `${now?.revision ?? 0}.`;
}

function answerWords({ scope }: ReachedSheet, said: Said | null): string {
  if (said === null || said.answer === null) return 'Sans réponse';
  return shortWords(scope?.questionnaire.kind ?? 'maturity', gradeOf(said.answer));
}

function noteOf({ options }: ReachedSheet, said: Said | null): string {
  if (said === null) return '';
  const option = options.find(({ id }) => id === said.optionId);
  const depends = option === undefined ? 'dépend d’un produit option' : `dépend de ${citedSubject(option)}`;
  const comment = said.comment === '' ? '' : `«\u00a0${said.comment}\u00a0»`;
  return [comment, said.dependsOnOption ? depends : ''].filter(Boolean).join(' · ');
}

function saidBy(now: Proposal['now']): string {
  return now === null ? '' : `${now.answeredBy}, le ${formatDateTime(now.answeredAt)}`;
}
