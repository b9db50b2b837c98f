import type { Said } from '../../domain/answers/draft.ts';
import { gradeOf } from '../../domain/referential/level.ts';
import { asGrade } from './fields.ts';

interface Heard {
  /** Another tab of this person opened this questionnaire: they are signed in there. */
  readonly opened: () => void;
  readonly saved: (code: string, said: Said, revision: number) => void;
}

export interface Tabs {
  tellSaved(code: string, said: Said, revision: number): void;
}

/** Two tabs of one person on one questionnaire: each knows what the other saved, and neither is in conflict with the other. */
export function tabsOf(form: HTMLFormElement, heard: Heard): Tabs {
  const channel = new BroadcastChannel(`convergence.reponses/${form.dataset.keep ?? ''}`);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const saved = savedIn(data);
    if (saved === null) heard.opened();
    else heard.saved(saved.code, saved.said, saved.revision);
  });
  channel.postMessage(null);
  return {
    tellSaved: (code, { answer, ...said }, revision) => {
      channel.postMessage({ ...said, code, revision, grade: answer === null ? '' : String(gradeOf(answer)) });
    },
  };
}

function savedIn(data: unknown): { readonly code: string; readonly said: Said; readonly revision: number } | null {
  if (typeof data !== 'object' || data === null || !('code' in data) || !('revision' in data)) return null;
  return {
    code: String(data.code),
    revision: Number(data.revision),
    said: {
      answer: asGrade('grade' in data ? String(data.grade) : ''),
      comment: 'comment' in data ? String(data.comment) : '',
      dependsOnOption: 'dependsOnOption' in data && data.dependsOnOption === true,
      optionId: 'optionId' in data && typeof data.optionId === 'string' ? data.optionId : null,
    },
  };
}
