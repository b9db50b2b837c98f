import { z } from 'zod';
import { choice, line, optional, revision } from '../web/schemas.ts';

const yesOrNo = choice(['oui', 'non'], 'Cette page n’est plus à jour\u00a0: rechargez-la, puis recommencez.').transform(
  (value) => value === 'oui',
);

/** What the product becomes: sent twice, it becomes it once. */
export const archiveSchema = z.object({ archived: yesOrNo });
export const publishSchema = z.object({ published: yesOrNo });

export const duplicateSchema = z.object({
  name: line('Indiquez le nom du produit.'),
  version: line('Indiquez la version du produit.', 50),
  creationKey: optional(line('', 50)),
});

export const convertSchema = z.object({
  revision,
  type: choice(['CORE', 'OPTION'], 'Choisissez le type de produit.'),
  core: optional(line('', 20)),
});

export const handOverSchema = z.object({
  revision,
  responsible: line('Choisissez à qui confier ce produit.', 100),
});
