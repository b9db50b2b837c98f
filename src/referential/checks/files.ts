import type { Picture } from '../../domain/referential/text.ts';
import type { Collection } from '../collect.ts';
import type { WrittenQuestionnaire } from '../collect-questionnaire.ts';
import { criteriaAt, sectionsAt } from '../places.ts';
import { inside, type Mistake, mistakeAt, type Place } from '../source.ts';

/** Pictures and templates are there to be served: `files` are those of public/, by their paths in it. */
export function checkFiles({ questionnaires }: Collection, files: ReadonlySet<string>, mistakes: Mistake[]): void {
  for (const { file, place } of questionnaires.flatMap(filesNamedIn)) {
    if (!files.has(file)) mistakes.push(mistakeAt(inside(place, 'file'), `le fichier public/${file} n’existe pas`));
  }
}

interface NamedFile {
  readonly file: string;
  readonly place: Place;
}

function filesNamedIn(questionnaire: WrittenQuestionnaire): readonly NamedFile[] {
  const { value, place } = questionnaire;
  if (value.kind === 'deposit') {
    return value.documents.flatMap(({ template }, index) =>
      template === null
        ? []
        : [{ file: `documents/${template.file}`, place: inside(place, 'documents', index, 'template') }],
    );
  }
  return [
    ...sectionsAt(questionnaire).flatMap(({ section, place: at }) => pictureAt(section.picture, at)),
    ...criteriaAt(questionnaire).flatMap(({ criterion, place: at }) => pictureAt(criterion.picture, at)),
  ];
}

function pictureAt(picture: Picture | null, place: Place): readonly NamedFile[] {
  return picture === null ? [] : [{ file: `images/${picture.file}`, place: inside(place, 'picture') }];
}
