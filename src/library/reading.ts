import { demarchesAsking } from '../domain/library.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { criteriaSections } from './criteria.ts';
import { documentSections } from './documents.ts';
import { headModel } from './head.ts';
import { kept } from './kept.ts';
import type { HeadModel, SectionModel } from './models.ts';
import { questionSections } from './questions.ts';
import { askedByCode } from './requirements.ts';

/** A published questionnaire, ready to be read. */
export interface Reading {
  readonly questionnaire: Questionnaire;
  readonly head: HeadModel;
  /** Those for which it can be read: each keeps some of its items and asks them in its own way. */
  readonly demarches: readonly Demarche[];
  /** Null: for all of them. */
  sections(demarche: Demarche | null): readonly SectionModel[];
}

export function openReading(
  questionnaire: Questionnaire,
  referential: Referential,
  picture: (file: string) => string,
): Reading {
  const asking = questionnaire.kind === 'form' ? [] : demarchesAsking(referential, questionnaire.id);
  return {
    questionnaire,
    head: headModel(questionnaire, referential),
    demarches: asking.map(({ demarche }) => demarche),
    sections: kept((demarche) => sectionsFor(questionnaire, referential, picture, demarche)),
  };
}

function sectionsFor(
  questionnaire: Questionnaire,
  referential: Referential,
  picture: (file: string) => string,
  demarche: Demarche | null,
): readonly SectionModel[] {
  if (questionnaire.kind === 'form') return questionSections(questionnaire, referential.questions);
  const asked = askedByCode(referential, questionnaire.id);
  return questionnaire.kind === 'deposit'
    ? documentSections(questionnaire, referential, asked, demarche)
    : criteriaSections(questionnaire, { referential, picture, asked, demarche });
}
