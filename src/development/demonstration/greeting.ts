import { paths } from '../../web/paths.ts';

export interface Demonstration {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly who: string }[];
}

/** What is printed at start: where to go, and with which accounts. */
export function greet(baseUrl: string, demonstration: Demonstration | null): string {
  const lines = [`Convergence répond à l’adresse ${baseUrl}`];
  if (demonstration !== null) {
    const width = Math.max(...demonstration.accounts.map(({ login }) => login.length));
    lines.push('', `Données de démonstration. Mot de passe de tous les comptes : ${demonstration.password}`);
    lines.push(...demonstration.accounts.map(({ login, who }) => `  ${login.padEnd(width)}  ${who}`));
    lines.push('', `Courriels envoyés : ${baseUrl}${paths.developmentMails()}`);
  }
  return `${lines.join('\n')}\n`;
}
