import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FormAnswers } from '../../src/domain/profile/profile.ts';
import { referentialFolder } from '../../src/referential/read.ts';

const formFile = z.object({
  examples: z.array(
    z.object({ id: z.string(), answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])) }),
  ),
});

/** The answers of an example, as its form's file gives them. */
export async function exampleAnswers(form: string, id: string): Promise<FormAnswers> {
  const { examples } = formFile.parse(parse(await readFile(join(referentialFolder, 'forms', `${form}.yaml`), 'utf8')));
  const example = examples.find((one) => one.id === id);
  if (!example) throw new Error(`${form} has no example ${id}.`);
  return example.answers;
}
