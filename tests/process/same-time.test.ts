import { describe, expect, test } from 'vitest';
import { aCompany, aResponsible } from '../builders/people.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

/** The forms that must not tell, by the time they take, that a login exists (A8). */
const forms = [
  ['the sign-in', '/connexion', { password: 'pas le bon mot de passe' }],
  ['the forgotten password', '/mot-de-passe-oublie', {}],
] as const;

describe('A8: a known login and an unknown one take the same time', () => {
  test.each(forms)('A8: at %s', async (_, path, more) => {
    const company = await aCompany().inside(app());
    const people = await Promise.all(Array.from({ length: 15 }, () => aResponsible().of(company).inside(app())));
    const timed = async (login: string): Promise<number> => {
      const visitor = app().visitor();
      await visitor.get(path);
      // What was sent before must not slow this one.
      await app().deliver();
      const started = performance.now();
      await visitor.post(path, { login, ...more });
      return performance.now() - started;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    await timed('pour-chauffer');
    for (const [i, person] of people.entries()) {
      // One after the other, so that what slows the machine slows both.
      times.known.push(await timed(person.login));
      times.unknown.push(await timed(`inconnu-numero-${i}`));
    }
    // What a machine adds is never negative: the fastest of each is the nearest to what the work itself takes.
    const ratio = Math.min(...times.known) / Math.min(...times.unknown);
    expect(ratio).toBeGreaterThan(0.66);
    expect(ratio).toBeLessThan(1.5);
  });
});
