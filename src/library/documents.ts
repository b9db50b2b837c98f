import { formatSize } from '../domain/french/sizes.ts';
import type { DepositDocument, DepositQuestionnaire, Template } from '../domain/referential/questionnaire.ts';
import { anchorOf } from './anchors.ts';
import type { Given, PublicFiles } from './given.ts';
import type { DocumentModel, TemplateModel } from './models/document.ts';
import type { SectionModel } from './models/section.ts';
import { askedOf, requirementsModel } from './requirements.ts';
import { withCount } from './sections.ts';
import { shownIn } from './shown.ts';

const deposits: Readonly<Record<DepositDocument['deposit'], string>> = {
  once: 'Dépôt unique\u00a0: une fois confirmé, il n’est ni archivé ni remplacé.',
  several: 'Plusieurs dépôts sont possibles\u00a0; un document déposé peut être archivé.',
};

const where = 'Le dépôt se fait dans la démarche, une fois que vous êtes connecté.';

/** The documents of a deposit, as one section. */
export function documentSections(questionnaire: DepositQuestionnaire, given: Given): readonly SectionModel[] {
  const items = questionnaire.documents.flatMap((document): DocumentModel[] => {
    const asked = askedOf(document.code, given);
    if (given.chosen !== null && asked.length === 0) return [];
    const item = { kind: 'deposit', asked } as const;
    const { sentence, byDemarche } = shownIn(given.demarches, item, given.referential.questions);
    return [
      {
        kind: 'deposit',
        id: anchorOf(document.code),
        code: document.code,
        title: document.title,
        level: 3,
        excerpt: document.instructions.join(' '),
        deposit: deposits[document.deposit],
        container: document.container,
        template: document.template === null ? null : templateModel(document.template, given.files),
        instructions: document.instructions,
        links: document.links,
        shown: sentence,
        requirements: requirementsModel(document.title, [], asked, byDemarche),
      },
    ];
  });
  const section = {
    id: 'documents',
    code: '',
    title: 'Documents à déposer',
    level: 2,
    introduction: [where],
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

/** Its format and weight are said before it is downloaded. */
export function templateModel({ title, file }: Template, files: PublicFiles): TemplateModel {
  const format = file.slice(file.lastIndexOf('.') + 1).toUpperCase();
  return { title, href: files.url(file), detail: `${format} – ${formatSize(files.size(file))}` };
}
