import type { Sheet } from '../../exports/workbook.ts';
import type { HeadModel } from '../models/head.ts';
import { textOf } from '../sentence.ts';
import { linkWords } from './words.ts';

/** What the page says above the criteria. */
export function presentationSheet(head: HeadModel): Sheet {
  const { askedBy } = head;
  const rows: readonly (readonly [string, string])[] = [
    ['Questionnaire', head.title],
    ['Contenu', head.detail],
    ['Résumé', head.summary],
    ['Introduction', head.introduction.join('\n')],
    ['Axes du radar', head.axes.map(({ title, count }) => `${title} (${count})`).join('\n')],
    ['Références', linkWords(head.links)],
    ['Qui le demande', [askedBy.words, ...askedBy.demarches.map(demarcheWords)].join('\n')],
  ];
  return {
    name: 'Présentation',
    columns: [
      { header: 'Rubrique', width: 20 },
      { header: 'Texte', width: 110 },
    ],
    rows: rows.filter(([, text]) => text !== ''),
  };
}

function demarcheWords({ title, parcours, when }: HeadModel['askedBy']['demarches'][number]): string {
  return [`${title} (${parcours})`, when === null ? '' : textOf(when)].filter(Boolean).join('\u00a0: ');
}
