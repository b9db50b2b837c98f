import { counted } from '../domain/french/plural.ts';
import type { Mail } from '../mail/mail.ts';

interface About {
  readonly email: string;
  readonly by: string;
  /** “« Interopérabilité », Careoptim – v0.1” */
  readonly cited: string;
  readonly message: string;
  readonly url: string;
}

/** `left`: how many points are still to be settled. */
export function requested({ email, by, cited, message, url, left }: About & { readonly left: number }): Mail {
  return {
    to: email,
    subject: `Validation demandée\u00a0: ${cited}`,
    paragraphs: [
      `${by} vous demande de relire et de valider un questionnaire\u00a0: ${cited}.`,
      ...quoted(message),
      left === 0
        ? 'Toutes les réponses y sont\u00a0: vous pouvez le valider, ou le renvoyer avec vos remarques.'
        : `Il reste ${counted(left, 'point', 'points')} à régler avant de pouvoir le valider\u00a0: vous pouvez déjà relire ce qui est répondu, ou le renvoyer avec vos remarques.`,
    ],
    action: { label: 'Relire le questionnaire', url },
    notes: [
      'Vous recevez ce message parce que vous pouvez valider les questionnaires de votre entreprise pour cet objet.',
    ],
  };
}

/** `remarks`: on how many criteria something was written. */
export function returned({ email, by, cited, message, url, remarks }: About & { readonly remarks: number }): Mail {
  return {
    to: email,
    subject: `À revoir avant validation\u00a0: ${cited}`,
    paragraphs: [
      `${by} vous renvoie un questionnaire dont vous aviez demandé la validation\u00a0: ${cited}.`,
      ...quoted(message),
      remarks === 0
        ? 'Revoyez vos réponses, puis demandez de nouveau la validation.'
        : `${counted(remarks, 'critère porte', 'critères portent')} une remarque\u00a0: vous la lirez à côté de la réponse. Demandez ensuite de nouveau la validation.`,
    ],
    action: { label: 'Revoir le questionnaire', url },
  };
}

function quoted(message: string): readonly string[] {
  return message === '' ? [] : [`«\u00a0${message}\u00a0»`];
}
