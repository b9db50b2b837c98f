import { z } from 'zod';
import { colours, type Parcours } from '../../domain/referential/parcours.ts';
import { id, sentence, text, wholeNumber } from './scalars.ts';
import { links } from './text.ts';

export const parcoursFile = z.strictObject({
  id,
  title: text,
  shortTitle: text,
  order: wholeNumber,
  colour: z.enum(
    colours,
    'une couleur illustrative du système de design de l’État est attendue, par exemple blue-cumulus',
  ),
  tagline: sentence,
  summary: sentence,
  presentation: sentence,
  steps: z.array(sentence).min(1),
  links,
}) satisfies z.ZodType<Parcours>;
