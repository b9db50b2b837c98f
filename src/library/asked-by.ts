import type { Demarche } from '../domain/referential/demarche.ts';
import type { Questionnaire } from '../domain/referential/questionnaire.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paths } from '../web/paths.ts';
import type { AskedByModel } from './models/head.ts';
import { conditionSentence } from './sentence.ts';

/** The démarches that ask a questionnaire, as one of their questionnaires or at one of their stages. */
export function askedBy(referential: Referential, questionnaire: Questionnaire): AskedByModel {
  const demarches = referential.demarches.flatMap((demarche) => {
    const entry = demarche.entries.find((one) => one.questionnaire === questionnaire.id);
    if (!entry && !isAskedAtStage(demarche, questionnaire.id)) return [];
    const parcours = referential.parcours.find(({ id }) => id === demarche.parcours);
    const when = entry?.when ?? null;
    return [
      {
        title: demarche.title,
        href: paths.demarche({ parcours: demarche.parcours, demarche: demarche.id }),
        parcours: parcours?.title ?? '',
        when: when === null ? null : conditionSentence('Demandé', when, referential.questions),
      },
    ];
  });
  return { words: words(questionnaire, demarches.length), demarches };
}

/** D2: a shared questionnaire is answered once, and says so. */
function words(questionnaire: Questionnaire, count: number): string {
  if (questionnaire.kind === 'form' && questionnaire.profileOf !== null) return profileWords[questionnaire.profileOf];
  if (count === 0) return 'Aucune démarche ne le demande aujourd’hui.';
  return count === 1
    ? 'Demandé par une démarche\u00a0:'
    : `Partagé par ${count}\u00a0démarches, une seule réponse vaut pour toutes\u00a0:`;
}

const profileWords = {
  product: 'Rempli à l’ajout de chaque produit\u00a0: il décide de ce qui s’applique à lui.',
  strategy: 'Rempli à l’ouverture de la stratégie globale\u00a0: il décide de ce qui s’applique à elle.',
} as const;

function isAskedAtStage({ stages }: Demarche, form: string): boolean {
  return stages.some((stage) => 'form' in stage && stage.form === form);
}
