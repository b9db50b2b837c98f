import type { FormAnswers } from '../../src/domain/profile/profile.ts';
import type { Fields } from './additions.ts';
import { guideQualification } from './subjects.ts';

/** « Confirmer ces changements » of the guide's qualification, with other answers to some questions. */
export function aQualificationOf(over: FormAnswers, fields: Fields = { revision: '0', act: 'confirmer' }): Fields {
  const answers = Object.entries({ ...guideQualification, ...over });
  return {
    ...Object.fromEntries(
      answers.map(([id, value]) => [`qualification.${id}`, typeof value === 'object' ? [...value] : String(value)]),
    ),
    ...fields,
  };
}
