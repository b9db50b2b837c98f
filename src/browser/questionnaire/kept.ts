import type { Said } from '../../domain/answers/draft.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import { asGrade } from './fields.ts';

/** An answer kept on this device until the server acknowledges it. */
export interface Kept {
  readonly said: Said;
  readonly at: Date;
}

/** What was said and is not acknowledged, on this device, for this person and this questionnaire. */
export interface Keeping {
  /** False where the browser refuses its storage: the page is then all there is. */
  readonly works: boolean;
  keep(code: string, said: Said): void;
  forget(code: string): void;
  all(): ReadonlyMap<string, Kept>;
}

/** One entry a criterion: two tabs of one questionnaire do not overwrite each other. */
export function keepingOf(form: HTMLFormElement): Keeping {
  const beginning = `convergence.reponses/${form.dataset.keep ?? ''}/`;
  const works = canKeep();
  return {
    works,
    keep: (code, said) => {
      quietly(() => localStorage.setItem(beginning + code, JSON.stringify(written(said))));
    },
    forget: (code) => {
      quietly(() => localStorage.removeItem(beginning + code));
    },
    all: () => (works ? allUnder(beginning) : new Map()),
  };
}

function canKeep(): boolean {
  try {
    localStorage.setItem('convergence.essai', '1');
    localStorage.removeItem('convergence.essai');
    return true;
  } catch {
    return false;
  }
}

/** A storage that is full or refused keeps nothing: saving goes on. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // See above
  }
}

function allUnder(beginning: string): ReadonlyMap<string, Kept> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  return new Map(
    keys.flatMap((key) => {
      const kept = read(localStorage.getItem(key));
      return kept === null ? [] : [[key.slice(beginning.length), kept]];
    }),
  );
}

function written({ answer, ...said }: Said): object {
  return { ...said, grade: answer === null ? '' : String(gradeOf(answer)), at: new Date().toISOString() };
}

function read(text: string | null): Kept | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('grade' in kept) || !('comment' in kept)) return null;
    const optionId = 'optionId' in kept && typeof kept.optionId === 'string' ? kept.optionId : null;
    return {
      said: {
        answer: asGrade(String(kept.grade)),
        comment: String(kept.comment),
        dependsOnOption: 'dependsOnOption' in kept && kept.dependsOnOption === true,
        optionId,
      },
      at: new Date('at' in kept ? String(kept.at) : Number.NaN),
    };
  } catch {
    return null;
  }
}
