import { pointsToSettle } from '../../domain/answers/points.ts';
import { formatPercent } from '../../domain/french/numbers.ts';
import { counted, plural } from '../../domain/french/plural.ts';
import { compliant } from '../../domain/referential/level.ts';
import type { Criterion } from './fields.ts';
import { say } from './markup.ts';
import { type Section, sectionOver } from './sections.ts';
import type { Standing } from './standing.ts';

/** How far the questionnaire is, all over the page: rail, sections, action bar. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Q3: what is left before validating. */
  readonly points: number;
  /** Criteria with a remark that nobody answered again since. */
  readonly remarks: number;
}

export function progressOf(standings: readonly Standing[]): Progress {
  return {
    done: standings.filter(({ lack }) => lack === null).length,
    total: standings.length,
    points: pointsToSettle(standings.filter(({ lack }) => lack !== null)).reduce((sum, { points }) => sum + points, 0),
    remarks: standings.filter(({ mark }) => mark === 'remark').length,
  };
}

type Kind = 'maturity' | 'compliance';

const WORDS = {
  maturity: { left: ['restant', 'restants'], counted: ['critère renseigné', 'critères renseignés'] },
  compliance: { left: ['restante', 'restantes'], counted: ['exigence complétée', 'exigences complétées'] },
} as const;

export function sayProgress(rail: Element | null, kind: Kind, { done, total }: Progress): void {
  if (rail === null || total === 0) return;
  const { left, counted } = WORDS[kind];
  say(rail.querySelector('[data-percent]'), formatPercent(done, total));
  say(rail.querySelector('[data-count-all]'), `${done}/${total}`);
  // The head of the page counts too, beside the name of this one.
  say(document.querySelector('.cv-subnav [aria-current=page] .cv-subnav__note'), `${done}/${total}`);
  say(rail.querySelector('[data-open-rail]'), `${total - done} ${plural(total - done, left[0], left[1])}`);
  const bar = rail.querySelector<HTMLProgressElement>('progress[data-meter]');
  if (bar === null) return;
  bar.value = done;
  bar.setAttribute('aria-label', `${done} ${plural(done, counted[0], counted[1])} sur ${total}`);
  bar.parentElement?.classList.toggle('cv-meter--done', done === total);
}

/** Under the state of the action bar. */
export function leftWords(kind: Kind, { done, total, points, remarks }: Progress): string {
  const [one, many] = WORDS[kind].counted;
  const ready = remarks === 0 ? 'prêt à être validé' : `${counted(remarks, 'remarque', 'remarques')} à traiter`;
  const left = points === 0 ? ready : `${counted(points, 'point', 'points')} à régler avant de valider`;
  return `${done}/${total} ${plural(total, one, many)} · ${left}`;
}

/** « 3/4 », in the heads of the sections and in the rail. */
export function sayCounts(
  rail: Element | null,
  kind: Kind,
  sections: readonly Section[],
  standings: ReadonlyMap<string, Standing>,
): void {
  for (const { id, element, codes } of sections) {
    const count = `${codes.filter((code) => standings.get(code)?.lack === null).length}/${codes.length}`;
    say(element.querySelector('[data-count]'), kind === 'maturity' ? count : `(${count})`);
    say(rail?.querySelector(`[data-map="${CSS.escape(id)}"] [data-map-count]`) ?? null, count);
  }
}

/** Q6: of the criteria that comply, the expected types that have a live proof. */
export function sayProofs(
  rail: Element | null,
  criteria: ReadonlyMap<string, Criterion>,
  sections: readonly Section[],
): void {
  const proved = [...criteria.values()].filter(({ code, said }) => {
    const { answer } = said();
    return answer?.kind === 'level' && answer.level === compliant && sectionOver(sections, code) === null;
  });
  const sum = (name: 'expected' | 'missingProofs'): number =>
    proved.reduce((total, { article }) => total + Number(article.dataset[name] ?? 0), 0);
  const expected = sum('expected');
  rail?.querySelector('[data-proofs-line]')?.toggleAttribute('hidden', expected === 0);
  say(rail?.querySelector('[data-proofs-count]') ?? null, `${expected - sum('missingProofs')}/${expected}`);
}
