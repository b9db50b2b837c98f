import { type Form, isChoice } from '../../src/domain/referential/form.ts';
import type { Criterion, Questionnaire, Section } from '../../src/domain/referential/questionnaire.ts';
import type { Referential } from '../../src/domain/referential/referential.ts';
import { type Link, paragraphs } from '../../src/domain/referential/text.ts';
import { allSections } from '../../src/domain/referential/walk.ts';

/** A text that a vendor reads, with where it stands. */
export interface Written {
  readonly where: string;
  readonly text: string;
  /** A sentence ends with a full stop; a title names; a question asks. */
  readonly as: 'sentence' | 'title' | 'question';
}

/** Everything that the referential says, and how. */
export function textsOf(referential: Referential): readonly Written[] {
  return [
    ...[...referential.questionnaires.values()].flatMap(ofQuestionnaire),
    ...referential.parcours.flatMap((one) => [
      ...titles(one.id, one.title, one.shortTitle),
      ...sentences(one.id, one.tagline, one.summary, one.presentation, ...one.steps),
      ...linksOf(one.id, one.links),
    ]),
    ...referential.demarches.flatMap((one) => [
      ...titles(one.id, one.title, one.next.title, ...one.stages.map(({ title }) => title)),
      ...titles(one.id, ...one.entries.map(({ title }) => title)),
      ...sentences(one.id, one.summary, one.presentation, one.next.text),
      ...linksOf(one.id, [...one.links, ...one.next.links]),
    ]),
  ];
}

function ofQuestionnaire(questionnaire: Questionnaire): Written[] {
  const { id, title, summary, introduction, links } = questionnaire;
  const frame = [...titles(id, title), ...sentences(id, summary, introduction), ...linksOf(id, links)];
  if (questionnaire.kind === 'form') return [...frame, ...ofForm(questionnaire)];
  if (questionnaire.kind === 'deposit') {
    const documents = questionnaire.documents.flatMap((document) => [
      ...titles(`${id} ${document.code}`, document.title, document.template?.title),
      ...sentences(`${id} ${document.code}`, ...document.instructions),
      ...linksOf(`${id} ${document.code}`, document.links),
    ]);
    return [...frame, ...documents];
  }
  const axes = titles(`${id} axis`, ...questionnaire.axes.map((axis) => axis.title));
  return [...frame, ...axes, ...allSections<Criterion>(questionnaire.sections).flatMap((one) => ofSection(id, one))];
}

function ofSection(questionnaire: string, section: Section): Written[] {
  const at = `${questionnaire} ${section.id}`;
  return [
    ...titles(at, section.title),
    ...sentences(at, section.introduction, section.target, section.picture?.alternative),
    ...linksOf(at, section.links),
    ...section.criteria.flatMap((criterion) => ofCriterion(`${questionnaire} ${criterion.code}`, criterion)),
  ];
}

function ofCriterion(at: string, criterion: Criterion): Written[] {
  const own =
    criterion.kind === 'compliance'
      ? sentences(at, criterion.requirement, criterion.objective, criterion.advice)
      : [
          ...sentences(at, criterion.objective, criterion.target, criterion.na),
          ...sentences(`${at} level`, ...Object.values(criterion.levels)),
          ...sentences(`${at} to reach`, ...Object.values(criterion.toReach)),
        ];
  const scenarios = criterion.scenarios.flatMap(({ id, title, steps, proofs }) => [
    ...titles(`${at} ${id}`, title, ...proofs.map((proof) => proof.title)),
    ...sentences(`${at} ${id}`, ...steps, ...proofs.map((proof) => proof.description)),
  ]);
  const alternative = sentences(at, criterion.picture?.alternative);
  return [...titles(at, criterion.title), ...own, ...scenarios, ...alternative, ...linksOf(at, criterion.links)];
}

function ofForm({ id, sections }: Form): Written[] {
  return sections.flatMap((section) => [
    ...titles(id, section.title),
    ...sentences(id, section.introduction),
    ...section.questions.flatMap((question) => {
      const at = `${id} ${question.number}`;
      const options = isChoice(question) && question.kind !== 'yes-no' ? question.options : [];
      return [
        { where: at, text: question.title, as: 'question' as const },
        ...sentences(at, question.help, ...options.map(({ help }) => help)),
        ...titles(at, ...options.map(({ title }) => title)),
      ];
    }),
  ]);
}

type Texts = readonly (string | null | undefined)[];

/** One sentence or more: each paragraph is read apart. */
function sentences(where: string, ...texts: Texts): Written[] {
  return texts.flatMap((text) => paragraphs(text ?? '').flatMap((part) => written(where, part, 'sentence')));
}

function titles(where: string, ...texts: Texts): Written[] {
  return texts.flatMap((text) => written(where, text ?? '', 'title'));
}

function linksOf(where: string, links: readonly Link[]): Written[] {
  return titles(`${where} link`, ...links.map(({ title }) => title));
}

function written(where: string, text: string, as: Written['as']): Written[] {
  return text === '' ? [] : [{ where, text, as }];
}
