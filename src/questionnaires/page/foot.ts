import type { Actor } from '../../domain/accounts/person.ts';
import { isUntouched } from '../../domain/answers/remarks.ts';
import { mayValidate } from '../../domain/answers/rights.ts';
import { formatRelative } from '../../domain/french/dates.ts';
import { counted } from '../../domain/french/plural.ts';
import { paths } from '../../web/paths.ts';
import { pointsLeft } from '../missing.ts';
import type { FootModel, RailModel } from '../models.ts';
import type { Shown } from './shown.ts';

/** The action bar: what is saved, what is left, the four acts. */
export function footModel(shown: Shown, rail: RailModel, actor: Actor, locked: boolean): FootModel {
  const { sheet, completion } = shown;
  const { parcours, demarche, subject } = sheet;
  const points = pointsLeft(sheet, completion);
  const remarks = shown.criteria.filter(({ remark, saved }) => isUntouched(remark, saved)).length;
  const done = `${rail.done}/${rail.total} ${rail.counted}`;
  return {
    backHref: paths.enrolment({ parcours: parcours.id, demarche: demarche.id, reference: subject.reference }),
    saved: savedWords(shown),
    left:
      points > 0
        ? `${done} · ${counted(points, 'point', 'points')} à régler avant de valider`
        : `${done} · ${remarks > 0 ? `${counted(remarks, 'remarque', 'remarques')} à traiter` : 'prêt à être validé'}`,
    nextHref: rail.nextHref,
    mayValidate: mayValidate(actor),
    locked,
  };
}

function savedWords({ sheet: { draft, validated }, now }: Shown): FootModel['saved'] {
  const last = lastOf(draft?.answers.map(({ answeredAt }) => answeredAt) ?? []) ?? draft?.startedAt;
  if (last !== undefined) return { kind: 'ok', words: `nregistré ${formatRelative(last, now)}` };
  return {
    kind: 'none',
    words: validated === null ? 'Rien n’est encore enregistré' : 'Aucun changement depuis la dernière validation',
  };
}

function lastOf(dates: readonly Date[]): Date | undefined {
  return dates.toSorted((one, other) => other.getTime() - one.getTime())[0];
}
