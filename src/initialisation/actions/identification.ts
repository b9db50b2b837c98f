import { giveAccess, tellSuccessor } from '../../additions/access.ts';
import { record } from '../../audit/record.ts';
import { detailWords } from '../../audit/words.ts';
import { inTransaction, type Transaction } from '../../database/transaction.ts';
import type { Deps } from '../../deps.ts';
import { Conflict, Invalid } from '../../domain/errors.ts';
import type { Subject, SubjectKind } from '../../domain/subjects/subject.ts';
import { lockAndReach, type ReachedSubject, reachSubject } from '../../subjects/reach.ts';
import { say } from '../../web/flash.ts';
import { formModel, type Refused } from '../../web/forms.ts';
import { type Typed, typed } from '../../web/typed.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { changedSince, conflictWords } from '../conflict.ts';
import { changesOf, type Identified, type Identity } from '../identity.ts';
import type { ConflictModel } from '../models.ts';
import { mergedIn, openingOf } from '../opened.ts';
import { placesOf } from '../places.ts';
import { productIdentity } from '../product.ts';
import type { Change } from '../schemas.ts';
import { saveIdentification } from '../store.ts';
import { strategyIdentity } from '../strategy.ts';

/** P5: the identification of a product, or of the strategy, changed at any time. */
export function editIdentification(deps: Deps, kind: SubjectKind) {
  const { prisma, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const reached = await reachSubject(prisma, visit, kind, 'edit');
    const { subject } = reached;
    const identity = await identityOf(deps, prisma, visit, reached);
    const conflict = refused?.status === 409 ? await conflictOver(visit, subject, identity, refused.typed) : null;
    const held = conflict?.held ?? formModel(refused, identity.known).typed;
    const { breadcrumb, identification, back } = placesOf(subject);
    render(
      visit,
      'initialisation/identification',
      { title: 'Modifier l’identification', breadcrumb, refused },
      {
        typed: held,
        errors: refused?.errors ?? [],
        action: identification,
        hidden: openingOf(subject, identity.known, conflict === null ? refused?.typed : undefined),
        conflict,
        back,
        fields: identity.fields(held),
      },
    );
  };

  /** P5: what this person changed and what others did, together. */
  const conflictOver = async (
    visit: SignedVisit,
    subject: Subject,
    identity: Identity,
    sent: Typed,
  ): Promise<ConflictModel & { readonly held: Typed }> => {
    const { held, clashes } = mergedIn(identity.known, sent);
    const changes = await changedSince(prisma, visit, subject, Number(sent.text('revision')), 'identification');
    return { held, changes: changes ?? { items: [] }, clashes: clashesIn(identity, held, clashes) };
  };

  const save = async (visit: SignedVisit, sent: Change): Promise<void> => {
    const { actor, now, ip } = visit;
    const { subject, done } = await inTransaction(prisma, async (transaction) => {
      const reached = await lockAndReach(transaction, visit, kind, 'edit');
      const { subject } = reached;
      const identity = await identityOf(deps, transaction, visit, reached);
      const { identified, errors } = identity.read(sent);
      if (identified === null) throw new Invalid(errors);
      const changes = changesOf(identity.said(typed(identity.known)), identity.said(typed(sent)));
      // Nothing to save; or sent twice, and saved already
      if (changes.length === 0)
        return { subject, done: sent.revision < subject.revision ? 'already' : 'nothing' } as const;
      const meanwhile = await changedSince(transaction, visit, subject, sent.revision, 'identification');
      if (meanwhile !== null) throw new Conflict(conflictWords(subject, 'identification'));
      await saveIdentification(transaction, subject, identified);
      const details = Object.fromEntries(changes.map(({ key, before, after }) => [key, `${before} → ${after}`]));
      const target = String(subject.reference);
      await record(transaction, { at: now, actor, ip, action: 'subject.identified', target, details });
      await handOver(transaction, visit, reached, identified);
      return { subject, done: 'saved' } as const;
    });
    if (done === 'saved') say(visit.req, 'success', 'L’identification est enregistrée');
    if (done === 'nothing') say(visit.req, 'info', 'L’identification n’a pas changé');
    visit.res.redirect(303, placesOf(subject).home);
  };

  return { show, save };
}

async function identityOf(
  deps: Deps,
  transaction: Transaction,
  visit: SignedVisit,
  reached: ReachedSubject,
): Promise<Identity> {
  const { product } = reached.subject;
  return product === null ? strategyIdentity(reached) : productIdentity(deps, transaction, visit, reached, product);
}

/** A7: a new responsible accesses it, and is told. */
async function handOver(
  transaction: Transaction,
  visit: SignedVisit,
  { subject }: ReachedSubject,
  { name, responsible, product }: Identified,
): Promise<void> {
  if (responsible.id === subject.responsibleId) return;
  const renamed = { ...subject, name, version: product?.version ?? '' };
  const given = await giveAccess(transaction, visit, renamed, [responsible]);
  await tellSuccessor(transaction, visit, renamed, responsible, given);
}

function clashesIn(identity: Identity, held: Typed, clashes: readonly string[]): ConflictModel['clashes'] {
  const items = changesOf(identity.said(typed(identity.known)), identity.said(held)).filter(({ key }) =>
    clashes.some((name) => name === key || name.startsWith(`${key}.`)),
  );
  return {
    items: items.map(({ key, before, after }) => ({
      label: detailWords('subject.identified', key),
      values: [`Enregistré\u00a0: ${before}`, `Vous avez saisi\u00a0: ${after}`],
      change: null,
    })),
  };
}
