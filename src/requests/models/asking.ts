import { countries } from '../../domain/accounts/countries.ts';
import type { Choice } from '../../web/components.ts';
import type { FormModel } from '../../web/forms.ts';
import { paths } from '../../web/paths.ts';
import { legalForms } from '../legal-forms.ts';

export interface AskModel extends FormModel {
  readonly action: string;
  readonly legalForms: readonly Choice[];
  readonly countries: readonly Choice[];
  readonly capacities: readonly Choice[];
  readonly privacyHref: string;
  readonly signInHref: string;
  readonly support: string;
}

export interface SentModel {
  readonly support: string;
  readonly homeHref: string;
}

declare module '../../web/views.ts' {
  interface Views {
    'requests/ask': AskModel;
    'requests/sent': SentModel;
  }
}

export function askModel(form: FormModel, support: string): AskModel {
  return {
    ...form,
    action: paths.requestAccount(),
    legalForms: legalForms.map((form) => ({ value: form, label: form })),
    countries: countries.map(({ code, name }) => ({ value: code, label: name })),
    capacities: [
      {
        value: 'LEGAL_REPRESENTATIVE',
        label: 'Je suis son représentant légal',
        hint: 'Votre nom figure sur l’extrait Kbis.',
      },
      { value: 'EMPOWERED', label: 'J’y suis habilité par son représentant légal' },
    ],
    privacyHref: paths.privacy(),
    signInHref: paths.signIn(),
    support,
  };
}

export function sentModel(support: string): SentModel {
  return { support, homeHref: paths.home() };
}
