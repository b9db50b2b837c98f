import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, WrongConfiguration } from '../../src/config.ts';

describe('The configuration is read from the environment', () => {
  test('nothing is needed outside production', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      environment: 'development',
      port: 3000,
      dataDir: resolve('data'),
      databaseUrl: undefined,
      smtpUrl: undefined,
      baseUrl: 'http://localhost:3000',
    });
  });

  test.each([
    ['NODE_ENV', 'staging', 'development, test ou production'],
    ['PORT', 'trois mille', 'un numéro de port'],
    ['PORT', '70000', 'un port de 0 à 65535'],
    ['DATABASE_URL', 'mysql://localhost/base', 'une adresse postgresql://'],
    ['SMTP_URL', 'localhost:25', 'une adresse smtp://'],
    ['SESSION_SECRET', 'court', 'au moins 32 caractères'],
    ['BASE_URL', 'convergence', 'l’adresse publique du service'],
    ['TRUST_PROXY', 'oui', 'le nombre de mandataires'],
    ['DATABASE_URL', 'postgresql://u:p@hôte:port/base', 'une adresse postgresql://'],
    ['LOG_LEVEL', 'bavard', 'fatal, error, warn'],
    ['PORT', '0x10', 'un numéro de port'],
    ['PORT', ' ', 'un numéro de port'],
    ['MAIL_FROM', 'Convergence', 'un expéditeur'],
    ['BASE_URL', 'https://exemple.fr/convergence', 'l’adresse publique du service'],
  ])('%s=%s stops the start with its name and what is expected', (name, value, expected) => {
    expect(() => readConfig({ [name]: value })).toThrow(WrongConfiguration);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} : .*${expected}`));
  });

  test('every wrong value is told at once', () => {
    expect(() => readConfig({ PORT: 'x', NODE_ENV: 'y' })).toThrow(/NODE_ENV.*\n.*PORT/);
  });

  test('in production a missing secret and a missing address stop the start', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/SESSION_SECRET[\s\S]*BASE_URL/);
    const secret = 'x'.repeat(32);
    expect(
      readConfig({ NODE_ENV: 'production', SESSION_SECRET: secret, BASE_URL: 'https://exemple.fr/', TRUST_PROXY: '1' })
        .baseUrl,
    ).toBe('https://exemple.fr');
  });

  test('an https address without a proxy that ends TLS could sign nobody in', () => {
    expect(() => readConfig({ BASE_URL: 'https://exemple.fr' })).toThrow(/TRUST_PROXY : .*1 au moins/);
  });

  test('an empty variable is an absent one', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).port).toBe(3000);
  });
});
