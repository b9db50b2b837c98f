import { z } from 'zod';
import { revision } from '../web/schemas.ts';

/** All that a form sends: its fields are read with what this person may choose. */
export const changeSchema = z.looseObject({ revision });

export type Change = z.infer<typeof changeSchema>;
