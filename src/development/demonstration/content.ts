import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../../root.ts';

export const folder = join(root, 'seeds/demo');

const person = z.strictObject({
  login: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  position: z.string(),
  role: z.enum(['RESPONSIBLE', 'CONTRIBUTOR', 'VERIFIER', 'ADMINISTRATOR']),
  under: z.string().optional(),
  createsAccounts: z.boolean().default(false),
  validates: z.boolean().default(false),
  accessesStrategy: z.boolean().default(false),
  products: z.array(z.string()).default([]),
});

const address = {
  legalName: z.string(),
  legalForm: z.string(),
  siren: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
};

const schema = z.strictObject({
  password: z.string(),
  companies: z.array(
    z.strictObject({
      ...address,
      people: z.array(person),
    }),
  ),
  staff: z.array(person),
  request: z.strictObject({
    ...address,
    firstName: z.string(),
    lastName: z.string(),
    position: z.string(),
    email: z.string(),
    phone: z.string(),
    capacity: z.enum(['LEGAL_REPRESENTATIVE', 'EMPOWERED']),
    login: z.string(),
  }),
});

export type Content = z.infer<typeof schema>;
export type DemonstrationPerson = z.infer<typeof person>;

export function readContent(): Content {
  return schema.parse(parse(readFileSync(join(folder, 'accounts.yaml'), 'utf8')));
}
