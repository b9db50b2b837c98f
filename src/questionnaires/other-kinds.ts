import type { z } from 'zod';
import { declareForm } from '../declarations/actions.ts';
import { declarationSchema } from '../declarations/schemas.ts';
import { depositDocuments } from '../deposits/actions.ts';
import { depositSchema } from '../deposits/schemas.ts';
import type { Deps } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import type { Refused } from '../web/forms.ts';
import { fieldErrors } from '../web/schemas.ts';
import type { SignedVisit } from '../web/visit.ts';

interface OtherKind {
  show(visit: SignedVisit, refused?: Refused): Promise<void>;
  submit(visit: SignedVisit, values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** The questionnaires that are not made of criteria, at the same address. */
export type OtherKinds = Readonly<Record<'form' | 'deposit', OtherKind>>;

export function otherKinds(deps: Deps): OtherKinds {
  const form = declareForm(deps);
  const deposit = depositDocuments(deps);
  return {
    form: {
      show: form.show,
      submit: (visit, values) => form.submit(visit, read(declarationSchema, values)),
    },
    deposit: {
      show: deposit.show,
      submit: (visit, values) => deposit.submit(visit, read(depositSchema, values)),
    },
  };
}

function read<Values>(schema: z.ZodType<Values>, values: Readonly<Record<string, unknown>>): Values {
  const result = schema.safeParse(values);
  if (!result.success) throw new Invalid(fieldErrors(result.error));
  return result.data;
}
