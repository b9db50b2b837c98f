import type { Demarche } from '../domain/referential/demarche.ts';
import type { DepositDocument, DepositQuestionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { anchorOf } from './anchors.ts';
import type { DocumentModel, SectionModel } from './models.ts';
import { type AskedByCode, requirementsModel } from './requirements.ts';
import { withCount } from './sections.ts';
import { conditionSentence } from './sentence.ts';

const deposits: Readonly<Record<DepositDocument['deposit'], string>> = {
  once: 'Dépôt unique\u00a0: une fois confirmé, il n’est ni archivé ni remplacé.',
  several: 'Plusieurs dépôts sont possibles\u00a0; un document déposé peut être archivé.',
};

/** The documents of a deposit, as one section. */
export function documentSections(
  questionnaire: DepositQuestionnaire,
  referential: Referential,
  asked: AskedByCode,
  chosen: Demarche | null,
): readonly SectionModel[] {
  const items = questionnaire.documents.flatMap((document): DocumentModel[] => {
    const all = asked.get(document.code) ?? [];
    const shown = all.filter(({ demarche }) => chosen === null || demarche === chosen);
    const when = chosen === null ? document.when : (shown[0]?.when ?? null);
    if (chosen !== null && shown.length === 0) return [];
    return [
      {
        kind: 'deposit',
        id: anchorOf(document.code),
        code: document.code,
        title: document.title,
        level: 3,
        searched: [document.code, document.title, ...document.instructions].join(' '),
        excerpt: document.instructions.join(' '),
        deposit: deposits[document.deposit],
        container: document.container,
        template: document.template?.title ?? null,
        instructions: document.instructions,
        links: document.links,
        shown: conditionSentence('Demandé', when, referential.questions),
        requirements: requirementsModel(document.title, [], shown, when, referential),
      },
    ];
  });
  const section = {
    id: 'documents',
    code: '',
    title: 'Documents à déposer',
    level: 2,
    introduction: [],
    target: [],
    links: [],
    picture: null,
    axis: null,
    mayBeNotApplicable: false,
    items,
    sections: [],
  };
  return [withCount('deposit', section)];
}
