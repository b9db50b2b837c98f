import { z } from 'zod';
import { date, optional, text, url } from './scalars.ts';

export const link = z.strictObject({ title: text, url: optional(url) });
export const links = z.array(link).default([]);

export const picture = z.strictObject({
  file: z
    .string()
    .regex(/^[a-z0-9/-]+\.(svg|png|webp)$/, 'un fichier .svg, .png ou .webp de public/images est attendu'),
  alternative: text,
});

export const validity = { validFrom: optional(date), validUntil: optional(date) };
