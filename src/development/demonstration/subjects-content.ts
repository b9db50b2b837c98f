import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { folder } from './content.ts';

const daysAgo = z.number().nonnegative();

const answer = z.strictObject({
  questionnaire: z.string(),
  act: z.enum(['evaluation', 'projection']).default('evaluation'),
  by: z.string(),
  daysAgo,
  validated: z.boolean().default(false),
  /** Q3: validation was asked for. */
  requestedDaysAgo: daysAgo.optional(),
  /** How many of the criteria; all of them unless it says so. */
  answered: z.number().int().positive().optional(),
  steps: z.array(z.union([z.number().int(), z.literal('na')])).default([0]),
  /** A projection reaches what is recommended within so many months. */
  months: z.number().int().positive().default(6),
});

const subject = {
  company: z.string(),
  name: z.string(),
  responsible: z.string(),
  certifications: z.string(),
  addedDaysAgo: daysAgo,
  demarches: z.array(z.strictObject({ id: z.string(), daysAgo })),
  answers: z.array(answer),
};

const schema = z.strictObject({
  qualifications: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  products: z.array(
    z.strictObject({
      ...subject,
      version: z.string(),
      description: z.string(),
      nil: z.string().default(''),
      qualification: z.string(),
      interests: z.array(z.string()),
      published: z.boolean().default(false),
      archivedDaysAgo: daysAgo.optional(),
      optionOf: z.string().optional(),
      requalified: z.strictObject({ as: z.string(), by: z.string(), daysAgo }).optional(),
    }),
  ),
  strategies: z.array(z.strictObject({ ...subject, otherServices: z.boolean() })),
});

export type Subjects = z.infer<typeof schema>;
export type DemonstrationProduct = Subjects['products'][number];
export type DemonstrationStrategy = Subjects['strategies'][number];
export type DemonstrationAnswer = z.infer<typeof answer>;

export function readSubjects(): Subjects {
  return schema.parse(parse(readFileSync(join(folder, 'products.yaml'), 'utf8'), { merge: true }));
}
