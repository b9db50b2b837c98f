import type { Addition } from '../additions/addition.ts';
import type { Deps } from '../deps.ts';
import { fullName } from '../domain/accounts/person.ts';
import { linesOf } from '../domain/referential/text.ts';
import { qualificationOf } from '../domain/subjects/subject.ts';
import { mustHaveForm } from '../forms/read.ts';
import { paths } from '../web/paths.ts';
import { createStrategy } from './actions/create.ts';
import { readIdentification, responsiblesFor } from './identification.ts';
import { strategyFields } from './schemas.ts';

/** D1: what the strategy asks before it is evaluated like a product (the guide's steps 3.1 to 3.4). */
export function strategyAddition(deps: Deps): Addition {
  const { prisma, referential, render } = deps;
  return {
    kind: 'STRATEGY',
    addresses: {
      identification: paths.newStrategy(),
      qualification: paths.newStrategyQualification(),
      recap: paths.newStrategyRecap(),
    },
    names: ['Identification de la stratégie globale', 'Qualification de la stratégie globale', 'Récapitulatif'],
    breadcrumb: [],
    cancelHref: paths.dashboard(),
    fields: strategyFields,
    interests: [],
    qualification: mustHaveForm(referential, qualificationOf.STRATEGY),
    heading: (demarche) => (demarche === null ? 'Stratégie globale' : `Stratégie globale\u00a0: ${demarche.title}`),
    known: ({ actor }) => ({ name: actor.companyName ?? '', responsible: actor.login }),

    identification: async (visit, step, page, held) => {
      const people = await responsiblesFor(prisma, visit.actor);
      render(visit, 'strategies/identification', page, {
        step,
        typed: held,
        errors: page.refused?.errors ?? [],
        responsibles: people.map((person) => ({ value: person.login, label: fullName(person) })),
      });
    },

    problems: async (visit, sent) => readIdentification(sent, await responsiblesFor(prisma, visit.actor)).errors,

    summary: async (visit, held) => {
      const people = await responsiblesFor(prisma, visit.actor);
      const responsible = people.find(({ login }) => login === held.text('responsible'));
      const item = (label: string, text: string) => ({ label, values: linesOf(text), change: null });
      return [
        item('Nom de la stratégie globale', held.text('name')),
        item('Responsable', responsible === undefined ? '' : fullName(responsible)),
        item('Certifications', held.text('certifications')),
      ];
    },

    create: createStrategy(deps),
  };
}
