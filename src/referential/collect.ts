import type { z } from 'zod';
import type { Parcours } from '../domain/referential/parcours.ts';
import { readQuestionnaire, type WrittenQuestionnaire } from './collect-questionnaire.ts';
import { parse } from './parse.ts';
import { type DemarcheFile, demarcheFile } from './schemas/demarche.ts';
import { type FormFile, formFile } from './schemas/form.ts';
import { parcoursFile } from './schemas/parcours.ts';
import type { Mistake, Place, Source } from './source.ts';

/** Something read, and where it was written. */
export interface Written<T> {
  readonly value: T;
  readonly place: Place;
}

/** The files, each right by itself; not yet checked together. */
export interface Collection {
  readonly parcours: readonly Written<Parcours>[];
  readonly demarches: readonly Written<DemarcheFile>[];
  readonly forms: readonly Written<FormFile>[];
  readonly questionnaires: readonly WrittenQuestionnaire[];
  /** Forms and questionnaires that are there but can't be read in full: citing what they hold is no mistake. */
  readonly unreadable: ReadonlySet<string>;
}

/** Each pattern finds the id of what a file holds. */
const files = {
  parcours: /^parcours\/([^/]+)\.yaml$/,
  demarche: /^demarches\/([^/]+)\.yaml$/,
  form: /^forms\/([^/]+)\.yaml$/,
  questionnaire: /^questionnaires\/([^/]+?)(?:\/questionnaire)?\.yaml$/,
  section: /^questionnaires\/([^/]+)\/sections\/[^/]+\.yaml$/,
} as const;

export function collect(sources: readonly Source[], mistakes: Mistake[]): Collection {
  mistakes.push(...sources.flatMap((source) => source.mistakes));
  const readable = sources.filter((source) => source.mistakes.length === 0);
  for (const source of readable) {
    if (Object.values(files).some((pattern) => pattern.test(source.file))) continue;
    mistakes.push(source.mistake([], 'un fichier se range dans parcours, demarches, forms ou questionnaires'));
  }
  const of = (kind: keyof typeof files, name?: string) =>
    readable.filter(({ file }) => {
      const found = files[kind].exec(file)?.[1];
      return found !== undefined && (name === undefined || found === name);
    });
  const read = <T extends { readonly id: string }>(kind: keyof typeof files, schema: z.ZodType<T>) =>
    of(kind).flatMap((source): Written<T>[] => {
      const value = parse(source, schema, mistakes);
      return value === null ? [] : [{ value, place: { source, path: [] } }];
    });

  const forms = read('form', formFile);
  const questionnaires = of('questionnaire').flatMap((source) => {
    const name = idOf(source, 'questionnaire');
    return readQuestionnaire(source, name === null ? [] : of('section', name), mistakes) ?? [];
  });
  const unreadable = new Set(
    mistakes.flatMap(
      ({ file }) => idOf({ file }, 'form') ?? idOf({ file }, 'questionnaire') ?? idOf({ file }, 'section') ?? [],
    ),
  );
  const collection = {
    parcours: read('parcours', parcoursFile),
    demarches: read('demarche', demarcheFile),
    forms,
    questionnaires,
    unreadable,
  };
  checkNames(collection, mistakes);
  return collection;
}

/** A file bears the id of what it holds, so that one knows where to look. */
function checkNames({ parcours, demarches, forms, questionnaires }: Collection, mistakes: Mistake[]): void {
  const check = (kind: keyof typeof files, written: readonly Written<{ readonly id: string }>[]) => {
    for (const { value, place } of written) {
      const name = idOf(place.source, kind);
      if (value.id === name) continue;
      mistakes.push(
        place.source.mistake(['id'], `l’identifiant « ${value.id} » n’est pas le nom du fichier, « ${name} »`),
      );
    }
  };
  check('parcours', parcours);
  check('demarche', demarches);
  check('form', forms);
  check('questionnaire', questionnaires);
}

function idOf({ file }: Pick<Source, 'file'>, kind: keyof typeof files): string | null {
  return files[kind].exec(file)?.[1] ?? null;
}
