import { resolve } from 'node:path';
import { z } from 'zod';

const databaseUrl = z
  .string()
  .refine(URL.canParse, 'une adresse postgresql://utilisateur:motdepasse@hôte:5432/base')
  .regex(/^postgres(ql)?:\/\/\S+$/, 'une adresse postgresql://utilisateur:motdepasse@hôte:5432/base');
const smtpUrl = z
  .string()
  .refine(URL.canParse, 'une adresse smtp://hôte:25 ou smtps://utilisateur:motdepasse@hôte:465')
  .regex(/^smtps?:\/\/\S+$/, 'une adresse smtp://hôte:25 ou smtps://utilisateur:motdepasse@hôte:465');
/** The service answers at the root of its address, never below a folder. */
const atRoot = (url: string): boolean => URL.canParse(url) && /^\/+$/.test(new URL(url).pathname) && !/[?#]/.test(url);
const publicUrlExpected = 'l’adresse publique du service, telle que https://convergence.exemple.fr';
const publicUrl = z
  .url({ protocol: /^https?$/, error: publicUrlExpected })
  .refine(atRoot, publicUrlExpected)
  .transform((url) => url.replace(/\/+$/, ''));
const clamavHost = z
  .string()
  .regex(/^[a-z0-9._-]+(:\d{1,5})?$/i, 'l’hôte de ClamAV et son port, tels que clamav:3310')
  .transform((text) => {
    const [host = '', port = '3310'] = text.split(':');
    return { host, port: Number(port) };
  });

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production'], 'development, test ou production').default('development'),
  PORT: z
    .string()
    .regex(/^\d+$/, 'un numéro de port, de 0 à 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'un port de 0 à 65535'))
    .default(3000),
  DATA_DIR: z.string().min(1, 'un dossier').default('data'),
  DATABASE_URL: databaseUrl.optional(),
  SMTP_URL: smtpUrl.optional(),
  SESSION_SECRET: z.string().min(32, 'un secret aléatoire d’au moins 32 caractères').optional(),
  BASE_URL: publicUrl.optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'un expéditeur, tel que Convergence <ne-pas-repondre@exemple.fr>',
    )
    .default('Convergence <ne-pas-repondre@convergence.invalid>'),
  SUPPORT_EMAIL: z.email('une adresse électronique').default('ans-support-convergence@esante.gouv.fr'),
  TRUST_PROXY: z.coerce
    .number('le nombre de mandataires devant le service')
    .int('un nombre entier')
    .min(0, 'un nombre positif')
    .default(0),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'fatal, error, warn, info, debug ou silent')
    .optional(),
  CLAMAV_HOST: clamavHost.optional(),
  OPERATOR_NAME: z.string().min(1, 'le nom de l’exploitant').optional(),
  PUBLICATION_DIRECTOR: z.string().min(1, 'le nom du directeur de la publication').optional(),
  HOST_NAME: z.string().min(1, 'le nom et l’adresse de l’hébergeur').optional(),
});

export type Environment = 'development' | 'test' | 'production';

export interface Config {
  readonly environment: Environment;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Undefined outside production when none is given: one is then made and kept in the data folder. */
  readonly sessionSecret: string | undefined;
  readonly baseUrl: string;
  readonly mailFrom: string;
  readonly supportEmail: string;
  readonly trustProxy: number;
  readonly logLevel: string;
  /** Where ClamAV listens; undefined: files are not scanned. */
  readonly scanner: { readonly host: string; readonly port: number } | undefined;
  readonly legal: {
    readonly operator: string | undefined;
    readonly publicationDirector: string | undefined;
    readonly host: string | undefined;
  };
}

export class WrongConfiguration extends Error {
  constructor(problems: readonly string[]) {
    super(
      `Configuration incorrecte, le service ne démarre pas :\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** An empty variable is an absent one: container tools set them so. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    throw new WrongConfiguration(
      read.error.issues.map((issue) => `${issue.path.join('.')} : attendu ${issue.message}`),
    );
  }
  const values = read.data;
  const production = values.NODE_ENV === 'production';
  if (production) refuseMissing(values);
  refuseUnseenTls(values);
  return {
    environment: values.NODE_ENV,
    port: values.PORT,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    sessionSecret: values.SESSION_SECRET,
    baseUrl: values.BASE_URL ?? `http://localhost:${values.PORT}`,
    mailFrom: values.MAIL_FROM,
    supportEmail: values.SUPPORT_EMAIL,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    scanner: values.CLAMAV_HOST,
    legal: {
      operator: values.OPERATOR_NAME,
      publicationDirector: values.PUBLICATION_DIRECTOR,
      host: values.HOST_NAME,
    },
  };
}

/** The application never ends TLS itself: without a proxy that it trusts, browsers would never get their session back. */
function refuseUnseenTls(values: { BASE_URL?: string | undefined; TRUST_PROXY: number }): void {
  if (values.BASE_URL?.startsWith('https:') && values.TRUST_PROXY === 0) {
    throw new WrongConfiguration([
      'TRUST_PROXY : avec une adresse publique en https, attendu le nombre de mandataires devant le service, 1 au moins',
    ]);
  }
}

function refuseMissing(values: { SESSION_SECRET?: string | undefined; BASE_URL?: string | undefined }): void {
  const problems: string[] = [];
  if (values.SESSION_SECRET === undefined) {
    problems.push('SESSION_SECRET : en production, attendu un secret aléatoire d’au moins 32 caractères');
  }
  if (values.BASE_URL === undefined) {
    problems.push(
      'BASE_URL : en production, attendu l’adresse publique du service, telle que https://convergence.exemple.fr',
    );
  }
  if (problems.length > 0) throw new WrongConfiguration(problems);
}
