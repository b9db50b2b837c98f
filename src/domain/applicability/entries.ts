import { holds } from '../condition/evaluate.ts';
import type { Profile } from '../profile/profile.ts';
import type { Demarche, Entry, SubjectKind } from '../referential/demarche.ts';

/** G4: the questionnaires that a démarche asks of this subject, in order. */
export function askedEntries(demarche: Demarche, subject: SubjectKind, profile: Profile): readonly Entry[] {
  return demarche.entries.filter((entry) => entry.subject === subject && holds(entry.when, profile));
}

/** G4: whether a questionnaire is open yet, or waits for others to be validated. A questionnaire that is not asked is not waited for. */
export function waitsFor(entry: Entry, asked: readonly Entry[], validated: ReadonlySet<string>): readonly string[] {
  return entry.opensAfter.filter((id) => asked.some(({ questionnaire }) => questionnaire === id) && !validated.has(id));
}
