import { z } from 'zod';
import { line } from '../web/schemas.ts';

/** The reference of what joins the démarche. */
export const joinSchema = z.object({ product: line('Choisissez un produit.', 20) });
