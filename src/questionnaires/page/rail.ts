import { criterionAnchor, sectionAnchor } from '../../answers/anchors.ts';
import type { AnswerFilter } from '../../domain/answers/filters.ts';
import { percent } from '../../domain/completion.ts';
import { plural } from '../../domain/french/plural.ts';
import { typesDeposited } from '../../domain/proofs/deposited.ts';
import { expectingPlaces } from '../../domain/proofs/places.ts';
import type { RailModel } from '../models.ts';
import { cellsOf } from './cells.ts';
import type { Kit } from './criterion.ts';
import { filterModels } from './filters.ts';
import { groupedBy, sectionTitle } from './sections.ts';
import { firstLeft, type Shown } from './shown.ts';

const counted = {
  maturity: ['critère renseigné', 'critères renseignés'],
  compliance: ['exigence complétée', 'exigences complétées'],
} as const;

/** The progress rail: how far it is, what is left, one cell a criterion. */
export function railModel(kit: Kit, shown: Shown, path: string, current: AnswerFilter | null): RailModel {
  const { sheet, completion, criteria, counters } = shown;
  const kind = sheet.questionnaire.kind === 'maturity' ? 'maturity' : 'compliance';
  const { done, total } = completion;
  const next = firstLeft(shown);
  return {
    kind,
    title: `L’évaluation «\u00a0${sheet.title}\u00a0» est complétée à`,
    percent: `${percent(completion)}\u00a0%`,
    done,
    total,
    counted: plural(total, counted[kind][0], counted[kind][1]),
    progress: `${done} ${plural(done, counted[kind][0], counted[kind][1])} sur ${total}`,
    left: `${total - done} ${plural(total - done, kind === 'maturity' ? 'restant' : 'restante', kind === 'maturity' ? 'restants' : 'restantes')}`,
    nextHref: next === null ? null : `#${criterionAnchor(next.code)}`,
    proofs: kind === 'compliance' ? proofsOf(shown) : null,
    filters: filterModels(shown, { kind, path, current }),
    sections: groupedBy(criteria, 0).map(([section, within]) => {
      const counter = counters.get(section.id) ?? { done: 0, total: 0 };
      return {
        id: section.id,
        href: `#${sectionAnchor(section.id)}`,
        title: sectionTitle(section),
        count: `${counter.done}/${counter.total}`,
        off: section.mayBeNotApplicable && shown.switches.has(section.id),
        cells: cellsOf(kit, within, true),
      };
    }),
  };
}

/** Q6: as the page shows the answers, what is typed and not saved yet included. */
function proofsOf({ sheet, criteria }: Shown): NonNullable<RailModel['proofs']> {
  const shown = criteria.flatMap(({ code, covered, said }) =>
    said?.answer == null || covered ? [] : [[code, said.answer] as const],
  );
  const { done, total } = typesDeposited(expectingPlaces(sheet, Object.fromEntries(shown)), sheet.proofs);
  return { count: `${done}/${total}`, expected: total > 0 };
}
