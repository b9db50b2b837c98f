import { declaredIn } from '../additions/carried.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { fullName } from '../domain/accounts/person.ts';
import { possibleCores } from '../domain/subjects/conversion.ts';
import { responsibleChoices, retypingProblem } from '../domain/subjects/identification.ts';
import { citedSubject, type ProductFacts, type SubjectName } from '../domain/subjects/subject.ts';
import { answersSummary, declarationErrors, questionsModel } from '../forms/models.ts';
import { mustHaveForm } from '../forms/read.ts';
import { productFields, typeChoices } from '../products/fields.ts';
import { type Offered, offeredTo, readIdentification } from '../products/identification.ts';
import { typeWords } from '../products/summary.ts';
import { countOptions } from '../subjects/options.ts';
import type { ReachedSubject } from '../subjects/reach.ts';
import { typed } from '../web/typed.ts';
import type { SignedVisit } from '../web/visit.ts';
import { answersKnown, type Identity, plainly } from './identity.ts';
import { coreSeen } from './store.ts';

/** P1, P5: what identifies a product that is there, and what this person may change of it. */
export async function productIdentity(
  { referential }: Deps,
  transaction: Transaction,
  visit: SignedVisit,
  reached: ReachedSubject,
  facts: ProductFacts,
): Promise<Identity> {
  const { subject, people } = reached;
  const { questions } = referential;
  const interests = mustHaveForm(referential, 'interests');
  const { core, retyping, offered } = await offeredFor(transaction, visit, reached, facts);
  const types = typeChoices
    .filter(({ value }) => retyping === null || value === facts.type)
    .map((choice) => (retyping === null ? choice : { ...choice, hint: retyping }));
  const known = {
    name: subject.name,
    version: subject.version,
    type: facts.type,
    core: retyping === null && core !== null ? String(core.reference) : '',
    nil: facts.nil,
    responsible: people.find(({ id }) => id === subject.responsibleId)?.login ?? '',
    description: facts.description,
    certifications: subject.certifications,
    ...answersKnown(interests, subject.declared),
  };

  return {
    known,

    said: (held) => {
      const type = held.text('type') === 'OPTION' ? 'OPTION' : 'CORE';
      const chosen = offered.cores.find(({ reference }) => String(reference) === held.text('core'));
      const responsible = offered.responsibles.find(({ person }) => person.login === held.text('responsible'));
      const declared = answersSummary(interests, declaredIn(held, [interests]), questions);
      return {
        name: plainly(held.text('name')),
        version: plainly(held.text('version')),
        type: { value: type, words: typeWords[type] },
        core: { value: held.text('core'), words: chosen === undefined ? '' : citedSubject(chosen) },
        nil: plainly(held.text('nil')),
        responsible: {
          value: held.text('responsible'),
          words: responsible === undefined ? '' : fullName(responsible.person),
        },
        description: plainly(held.text('description')),
        certifications: plainly(held.text('certifications')),
        interests: plainly(declared.flatMap(({ values }) => values).join(', ')),
      };
    },

    read: (sent) => {
      const answers = declaredIn(typed(sent), [interests]);
      const read = readIdentification(sent, offered);
      const errors = [...read.errors, ...declarationErrors(interests, questions, answers)];
      const { identified } = read;
      if (identified !== null && identified.type !== facts.type && retyping !== null) {
        errors.push({ field: 'type', message: retyping });
      }
      if (identified === null || errors.length > 0) return { identified: null, errors };
      const { name, certifications, responsible, version, type, nil, description } = identified;
      const coreId = coreAfter(identified, facts, core !== null && retyping === null);
      const declared = { ...subject.declared, ...answers };
      const product = { version, type, nil, description, coreId };
      return { identified: { name, certifications, responsible, declared, product }, errors: [] };
    },

    fields: (held) => ({
      product: productFields(offered, types),
      responsibles: [],
      interests: questionsModel(interests, declaredIn(held, [interests])[interests.id] ?? {}, questions),
    }),
  };
}

/** Whoever may not change its type is not offered another core either. */
async function offeredFor(
  transaction: Transaction,
  visit: SignedVisit,
  { subject, actor, people }: ReachedSubject,
  { type, coreId }: ProductFacts,
): Promise<{ readonly core: SubjectName | null; readonly retyping: string | null; readonly offered: Offered }> {
  const options = type === 'CORE' ? await countOptions(transaction, subject.id) : 0;
  const retyping = retypingProblem(actor, subject, options);
  const responsibles = responsibleChoices(actor, subject, people);
  if (retyping !== null) return { core: null, retyping, offered: { responsibles, cores: [] } };
  const cores = possibleCores(subject, (await offeredTo(transaction, visit.actor, people)).cores);
  if (coreId === null) return { core: null, retyping, offered: { responsibles, cores } };
  const among = cores.find(({ id }) => id === coreId);
  const core = among ?? (await coreSeen(transaction, visit.actor, coreId));
  const all = among !== undefined || core === null ? cores : [...cores, core];
  return { core, retyping, offered: { responsibles, cores: all } };
}

/** A core that one does not see, or may not change, is kept as it is. */
function coreAfter(
  { type, coreId }: Pick<ProductFacts, 'type' | 'coreId'>,
  before: ProductFacts,
  seen: boolean,
): string | null {
  if (type === 'CORE') return null;
  return coreId ?? (seen ? null : before.coreId);
}
