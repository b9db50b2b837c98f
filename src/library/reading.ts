import { demarchesAsking } from '../domain/library.ts';
import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { searchIn } from '../domain/search.ts';
import { criteriaSections } from './criteria.ts';
import { documentSections } from './documents.ts';
import type { PublicFiles } from './given.ts';
import { headModel } from './head.ts';
import { kept } from './kept.ts';
import type { HeadModel } from './models/head.ts';
import type { SectionModel } from './models/section.ts';
import { questionSections } from './questions.ts';
import { askedByCode } from './requirements.ts';
import { searchedTexts } from './searched.ts';

/** A published questionnaire, ready to be read. */
export interface Reading {
  readonly questionnaire: Questionnaire;
  readonly head: HeadModel;
  /** Those for which it can be read: each keeps some of its items and asks them in its own way. */
  readonly demarches: readonly Demarche[];
  /** Null: for all of them. */
  sections(demarche: Demarche | null): readonly SectionModel[];
  /** The anchors of the items where each word of the query is found. */
  speaking(query: string): ReadonlySet<string>;
}

export function openReading(questionnaire: Questionnaire, referential: Referential, files: PublicFiles): Reading {
  const asking = questionnaire.kind === 'form' ? [] : demarchesAsking(referential, questionnaire.id);
  const search = kept(() => searchIn(searchedTexts(questionnaire)));
  return {
    questionnaire,
    head: headModel(questionnaire, referential),
    demarches: asking.map(({ demarche }) => demarche),
    sections: kept((demarche) => sectionsFor(questionnaire, referential, files, demarche)),
    speaking: (query) => search(null)(query),
  };
}

function sectionsFor(
  questionnaire: Questionnaire,
  referential: Referential,
  files: PublicFiles,
  chosen: Demarche | null,
): readonly SectionModel[] {
  if (questionnaire.kind === 'form') return questionSections(questionnaire, referential.questions);
  const asking = demarchesAsking(referential, questionnaire.id).map(({ demarche }) => demarche);
  const asked = askedByCode(referential, questionnaire.id);
  const given = { referential, files, asked, demarches: chosen === null ? asking : [chosen], chosen };
  return questionnaire.kind === 'deposit'
    ? documentSections(questionnaire, given)
    : criteriaSections(questionnaire, given);
}
