import type { Demarche, Stage, SubjectKind } from '../domain/referential/demarche.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paths } from '../web/paths.ts';
import type { DemarchePageModel } from './models.ts';
import { areValidated } from './titles.ts';
import { firstSteps, goingOnSteps } from './words.ts';

type Step = DemarchePageModel['steps'][number];

/** « Comment compléter cette démarche ? »: from the first act to what follows the last questionnaire. */
export function stepsOf(demarche: Demarche, referential: Referential): readonly Step[] {
  const stages: readonly Stage[] =
    demarche.stages.length > 0 ? demarche.stages : [{ kind: 'questionnaires', title: 'Questionnaires' }];
  return [
    ...demarche.subjects.map((subject) => firstStep(subject, demarche)),
    ...stages.flatMap((stage) => stageSteps(stage, demarche)),
    ...dossierSteps(demarche, referential),
    { title: demarche.next.title, text: '', href: '#et-ensuite' },
  ];
}

function firstStep(subject: SubjectKind, { closedSince }: Demarche): Step {
  const steps = closedSince === null ? firstSteps : goingOnSteps;
  return { ...steps[subject], href: null };
}

function stageSteps(stage: Stage, { entries }: Demarche): readonly Step[] {
  switch (stage.kind) {
    case 'administrative-file':
      return [
        {
          title: stage.title,
          text: 'Complétez-la et transmettez-la\u00a0: les vérificateurs l’acceptent, ou vous la renvoient avec leurs remarques.',
          href: paths.questionnaire({ slug: stage.form }),
        },
      ];
    case 'admissibility':
      return [
        {
          title: stage.title,
          text: 'Complétez-le et transmettez-le\u00a0: il reste en lecture seule jusqu’à la réponse des vérificateurs.',
          href: paths.questionnaire({ slug: stage.form }),
        },
      ];
    case 'agreement':
      return [
        {
          title: stage.title,
          text: 'Signez la convention que les vérificateurs vous adressent. Les questionnaires s’ouvrent une fois la signature enregistrée.',
          href: null,
        },
      ];
    case 'questionnaires':
      return [
        {
          title: stage.title,
          text: 'Répondez aux questionnaires dans l’ordre, seul ou à plusieurs, puis validez chacun. Tant qu’il n’est pas validé, un questionnaire reste un brouillon.',
          href: '#questionnaires',
        },
        ...(entries.some(({ projection }) => projection) ? [projectionStep] : []),
      ];
  }
}

/** D3 */
const projectionStep: Step = {
  title: 'Projections',
  text: 'La projection d’un questionnaire s’ouvre quand son évaluation est validée. Datez les niveaux que vous visez\u00a0: ces dates composent votre feuille de route.',
  href: null,
};

/** G6 */
function dossierSteps(demarche: Demarche, referential: Referential): readonly Step[] {
  const { dossier } = demarche;
  if (dossier === null) return [];
  return [
    {
      title: 'Dossier d’évaluation',
      text: `Générez sa référence dès que ${areValidated(demarche, dossier.needs, referential)}. Pour candidater, tous les questionnaires qui s’appliquent doivent être validés.`,
      href: null,
    },
  ];
}
