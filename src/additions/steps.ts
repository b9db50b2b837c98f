import type { Deps } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { answersSummary, declarationErrors, questionsModel } from '../forms/models.ts';
import { formModel, type Refused } from '../web/forms.ts';
import { keptByTheBrowser } from '../web/headers.ts';
import type { PageOptions } from '../web/render.ts';
import { type Typed, typed } from '../web/typed.ts';
import { queryText, type SignedVisit } from '../web/visit.ts';
import type { Addition, Sent } from './addition.ts';
import { carried, declaredIn, keyOf, namesIn } from './carried.ts';
import type { StepModel } from './models.ts';
import { demarcheHref, toJoin, towards, towardsInWords } from './towards.ts';

/** What the button « Valider » says that « Suivant » does not. */
const VALIDATE = 'valider';

/** P2: Identification, Qualification, Récapitulatif. Each button sends everything to the address of the step that it leads to. */
export function additionSteps({ referential, render }: Deps, about: Addition) {
  const { addresses, names } = about;
  const { questions } = referential;
  const identified = [...about.fields, ...namesIn(about.interests)];
  const qualified = namesIn([about.qualification]);
  const declared = (held: Typed) => declaredIn(held, [...about.interests, about.qualification]);

  const stepOf = (current: 1 | 2 | 3, held: Typed): StepModel => {
    const asked = towards(referential, held.text('demarche'), about.kind);
    const others = [...(current === 1 ? [] : identified), ...(current === 2 ? [] : qualified), 'demarche'];
    return {
      heading: about.heading(toJoin(asked)),
      current,
      names,
      key: keyOf(held),
      carried: carried(held, others),
      next: current === 1 ? addresses.qualification : addresses.recap,
      previous: current === 1 ? '' : current === 2 ? addresses.identification : addresses.qualification,
      cancelHref: asked === null ? about.cancelHref : demarcheHref(asked.demarche),
      towards: asked === null ? '' : towardsInWords(asked),
    };
  };

  const pageOf = (visit: SignedVisit, step: StepModel, refused?: Refused): PageOptions => {
    keptByTheBrowser(visit.res);
    const title = `${step.heading}\u00a0: ${names[step.current - 1]}`;
    return { title, breadcrumb: about.breadcrumb, refused };
  };

  const identification = (visit: SignedVisit, held: Typed, refused?: Refused): Promise<void> => {
    const step = stepOf(1, held);
    return about.identification(visit, step, pageOf(visit, step, refused), held);
  };

  const qualification = (visit: SignedVisit, held: Typed, refused?: Refused): void => {
    const step = stepOf(2, held);
    const answers = declared(held)[about.qualification.id] ?? {};
    render(visit, 'additions/qualification', pageOf(visit, step, refused), {
      ...formModel(refused),
      step,
      questions: questionsModel(about.qualification, answers, questions),
    });
  };

  const recap = async (visit: SignedVisit, held: Typed, refused?: Refused): Promise<void> => {
    const step = stepOf(3, held);
    const summaryOf = (form: Addition['qualification']) => answersSummary(form, declared(held), questions);
    const fields = await about.summary(visit, held);
    render(visit, 'additions/recap', pageOf(visit, step, refused), {
      step,
      validate: VALIDATE,
      parts: [
        {
          title: '1. Identification',
          what: 'l’identification',
          change: addresses.identification,
          summary: { items: [...fields, ...about.interests.flatMap(summaryOf)] },
        },
        {
          title: '2. Qualification',
          what: 'la qualification',
          change: addresses.qualification,
          summary: { items: summaryOf(about.qualification) },
        },
      ],
    });
  };

  const mustBeIdentified = async (visit: SignedVisit, sent: Sent): Promise<void> => {
    const errors = [
      ...(await about.problems(visit, sent)),
      ...about.interests.flatMap((form) => declarationErrors(form, questions, declared(typed(sent)))),
    ];
    if (errors.length > 0) throw new Invalid(errors);
  };

  const mustBeQualified = (sent: Sent): void => {
    const errors = declarationErrors(about.qualification, questions, declared(typed(sent)));
    if (errors.length > 0) throw new Invalid(errors);
  };

  return {
    begin: (visit: SignedVisit): Promise<void> =>
      identification(visit, typed({ ...about.known(visit), demarche: queryText(visit.req, 'demarche') })),

    /** A step opened by its address alone holds nothing: one begins with the first. */
    toTheFirst: ({ res }: SignedVisit): void => res.redirect(303, addresses.identification),

    toIdentification: {
      act: (visit: SignedVisit, sent: Sent) => identification(visit, typed(sent)),
      again: (visit: SignedVisit, refused: Refused) => identification(visit, refused.typed, refused),
    },

    toQualification: {
      act: async (visit: SignedVisit, sent: Sent): Promise<void> => {
        await mustBeIdentified(visit, sent);
        qualification(visit, typed(sent));
      },
      again: (visit: SignedVisit, refused: Refused) => identification(visit, refused.typed, refused),
    },

    toRecap: {
      act: async (visit: SignedVisit, sent: Sent): Promise<void> => {
        await mustBeIdentified(visit, sent);
        mustBeQualified(sent);
        const held = typed(sent);
        if (held.text('act') !== VALIDATE) return recap(visit, held);
        const demarche = toJoin(towards(referential, held.text('demarche'), about.kind));
        await about.create(visit, { sent, declared: declared(held), key: keyOf(held), demarche });
      },
      /** The step that holds what is to be repaired; the one that was sent, where none does. */
      again: async (visit: SignedVisit, refused: Refused): Promise<void> => {
        const among = (fields: readonly string[]) => refused.errors.some(({ field }) => fields.includes(field));
        if (among(identified)) await identification(visit, refused.typed, refused);
        else if (among(qualified) || refused.typed.text('act') !== VALIDATE) {
          qualification(visit, refused.typed, refused);
        } else await recap(visit, refused.typed, refused);
      },
    },
  };
}
