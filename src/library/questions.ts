import { dependencies } from '../domain/condition/condition.ts';
import type { Questions } from '../domain/profile/questions.ts';
import { type Form, isChoice, type Question, questionsOf, type Source } from '../domain/referential/form.ts';
import { paragraphs, type Text } from '../domain/referential/text.ts';
import { questionAnchor } from './anchors.ts';
import type { QuestionModel } from './models/question.ts';
import type { SectionModel } from './models/section.ts';
import { withCount } from './sections.ts';
import { conditionSentence } from './sentence.ts';
import { answerWords } from './words.ts';

const sourceWords: Readonly<Record<Source, string>> = {
  'product.name': 'Repris de la fiche du produit\u00a0: son nom.',
  'product.version': 'Repris de la fiche du produit\u00a0: sa version.',
  'company.legalName': 'Repris de la fiche de l’entreprise\u00a0: sa raison sociale.',
  'company.legalForm': 'Repris de la fiche de l’entreprise\u00a0: sa forme juridique.',
  'company.address': 'Repris de la fiche de l’entreprise\u00a0: son adresse.',
};

/** The questions of a form, section by section. */
export function questionSections(form: Form, questions: Questions): readonly SectionModel[] {
  return form.sections.map((section, index) =>
    withCount('form', {
      id: `section-${index + 1}`,
      code: '',
      title: section.title,
      level: 2,
      introduction: optional(section.introduction),
      target: [],
      links: [],
      picture: null,
      axis: null,
      mayBeNotApplicable: false,
      items: section.questions.map((question) => questionModel(question, form, questions)),
      sections: [],
    }),
  );
}

function questionModel(question: Question, form: Form, questions: Questions): QuestionModel {
  const { number, title, help, required, when, from } = question;
  const options = isChoice(question) && question.kind !== 'yes-no' ? question.options : [];
  return {
    kind: 'form',
    id: questionAnchor(number),
    code: String(number),
    title,
    level: 3,
    excerpt: help ?? '',
    answer: answerWords(question),
    required,
    help: optional(help),
    options: options.map((option) => ({
      title: option.title,
      help: option.help ?? '',
      exclusive: option.exclusive,
    })),
    source: from === null ? null : sourceWords[from],
    shown: when === null ? null : conditionSentence('Posée', when, questions, { within: form.id }),
    followUps: followUps(question, form),
  };
}

/** The questions of the same form that an answer to this one may show. */
function followUps(question: Question, form: Form): QuestionModel['followUps'] {
  return questionsOf(form)
    .filter(({ when }) => when !== null && dependencies(when).includes(`${form.id}.${question.id}`))
    .map(({ number }) => ({ label: `question\u00a0${number}`, href: `#${questionAnchor(number)}` }));
}

function optional(text: Text | null): readonly string[] {
  return text === null ? [] : paragraphs(text);
}
