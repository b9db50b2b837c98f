import type { ModalProps } from '../../web/components.ts';

/** « Informations utiles au démarrage » (guides, steps 4.2 and 6.2). */
export function startWindow(id: string, kind: 'maturity' | 'compliance'): ModalProps {
  return {
    id,
    title: 'Informations utiles au démarrage',
    body: { view: 'questionnaires/start', props: { steps: steps[kind] } },
  };
}

const saved =
  'Chaque réponse s’enregistre d’elle-même comme brouillon. Vous pouvez vous arrêter et reprendre plus tard, à plusieurs si besoin.';

const steps = {
  maturity: [
    'Pour chaque critère, choisissez le niveau de maturité qui décrit le mieux la situation d’aujourd’hui, du niveau\u00a00 (rouge) au niveau\u00a03 (vert), ou N/A là où il est proposé.',
    'Le drapeau «\u00a0Recommandé\u00a0» marque le niveau que recommande la Doctrine, «\u00a0Accepté\u00a0» les niveaux que la démarche accepte.',
    'Ajoutez un commentaire si vous le souhaitez, et dites si le niveau dépend d’un produit option.',
    saved,
    'Une fois tous les critères renseignés, validez le questionnaire, ou demandez sa validation à une personne qui en a le droit.',
  ],
  compliance: [
    'Pour chaque exigence, choisissez la case qui correspond à la conformité de votre produit.',
    'Pour une exigence conforme, déposez au moins une preuve de chaque type attendu, puis indiquez que le dépôt est finalisé.',
    'Pour une exigence non applicable, expliquez pourquoi dans le commentaire. Il est facultatif dans les autres cas.',
    'Certaines sections peuvent être déclarées non applicables en une fois. Les réactiver rétablit vos réponses.',
    saved,
    'Une fois toutes les exigences complétées, validez le questionnaire, ou demandez sa validation à une personne qui en a le droit.',
  ],
} as const;
