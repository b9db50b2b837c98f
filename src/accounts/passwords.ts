import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from '../domain/accounts/password.ts';

/** OWASP's second recommendation for argon2id, the library's algorithm by default: 19 MiB, 2 passes, 1 lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password), strength);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an unknown login, or one without a password, as for a wrong password (A8). */
export async function passwordHolds(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('base64url'));
  const holds = await verify(stored ?? (await nobody), normalizePassword(password));
  return holds && stored !== null;
}
