import type { Said } from '../../domain/answers/draft.ts';
import {
  type Answer,
  answerOf,
  compliant,
  gradeOf,
  grades,
  type Level,
  levels,
} from '../../domain/referential/level.ts';

/** A criterion of the page, with the fields that say what is answered to it. */
export interface Criterion {
  readonly code: string;
  readonly kind: 'maturity' | 'compliance';
  readonly article: HTMLElement;
  readonly recommended: Level;
  readonly mandatory: boolean;
  /** As the server keeps it: without what surrounds a comment. */
  said(): Said;
  show(said: Said): void;
  readonly radios: readonly HTMLInputElement[];
  readonly depends: HTMLInputElement | null;
  readonly option: HTMLSelectElement | null;
}

/** Those that the page shows, by code, in reading order. */
export function criteriaOf(form: HTMLFormElement): ReadonlyMap<string, Criterion> {
  const articles = [...form.querySelectorAll<HTMLElement>('[data-criterion]')];
  return new Map(articles.map((article) => criterionOf(article)).map((criterion) => [criterion.code, criterion]));
}

function criterionOf(article: HTMLElement): Criterion {
  const code = article.dataset.criterion ?? '';
  const field = <E extends HTMLElement>(name: string) =>
    article.querySelector<E>(`[name="${name}.${CSS.escape(code)}"]`);
  const radios = [...article.querySelectorAll<HTMLInputElement>(`input[name="niveau.${CSS.escape(code)}"]`)];
  const comment = field<HTMLTextAreaElement>('commentaire');
  const depends = field<HTMLInputElement>('depend');
  const option = field<HTMLSelectElement>('option');
  return {
    code,
    kind: article.dataset.kind === 'compliance' ? 'compliance' : 'maturity',
    recommended: recommendedIn(article),
    mandatory: (article.dataset.filters ?? '').split(' ').includes('mandatory'),
    article,
    radios,
    depends,
    option,
    said: () => {
      const dependsOnOption = depends?.checked ?? false;
      return {
        answer: asGrade(radios.find(({ checked }) => checked)?.value ?? ''),
        comment: comment?.value.trim() ?? '',
        dependsOnOption,
        optionId: dependsOnOption && option?.value ? option.value : null,
      };
    },
    show: (said) => {
      const grade = said.answer === null ? '' : String(gradeOf(said.answer));
      for (const radio of radios) radio.checked = radio.value === grade;
      if (comment !== null) comment.value = said.comment;
      if (said.comment !== '') comment?.closest('details')?.setAttribute('open', '');
      if (depends !== null) depends.checked = said.dependsOnOption;
      if (option !== null) option.value = said.optionId ?? '';
    },
  };
}

/** The level whose tile bears the flag; a requirement is to be complied with. */
function recommendedIn(article: HTMLElement): Level {
  const flagged = article.querySelector('.cv-tile__flag')?.closest<HTMLElement>('[data-level]');
  return levels.find((level) => String(level) === flagged?.dataset.level) ?? compliant;
}

/** `''` is nothing yet. */
export function asGrade(value: string): Answer | null {
  const grade = grades.find((one) => String(one) === value);
  return grade === undefined ? null : answerOf(grade);
}
