import { holds } from '../condition/evaluate.ts';
import { type Form, type Question, questionsOf } from '../referential/form.ts';
import type { Profile } from './profile.ts';

/** The questions that this profile is shown, in reading order. */
export function askedQuestions(form: Form, profile: Profile): readonly Question[] {
  return questionsOf(form).filter(({ when }) => holds(when, profile));
}
