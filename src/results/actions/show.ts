import { placeOf, sheetHead, sheetTrail } from '../../answers/head.ts';
import { type ReachedSheet, reachSheet } from '../../answers/reach.ts';
import type { Deps } from '../../deps.ts';
import { answeringProblem } from '../../domain/answers/rights.ts';
import { formatDate } from '../../domain/french/dates.ts';
import { axisResults } from '../../domain/results/axes.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import type { ButtonProps } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { adviceModel } from '../advice.ts';
import { alertsOf } from '../alerts.ts';
import { chartModel, seriesNames } from '../chart.ts';
import { commentModels } from '../comments.ts';
import { draftWritten, historyModel } from '../history.ts';
import { complianceLevels, maturityLevels } from '../levels.ts';
import { missingModel } from '../missing.ts';
import type { ChartModel, ResultsModel, SeriesModel } from '../models.ts';
import { outcomes } from '../outcomes.ts';
import { requiringOf, type Scored, scoredOf } from '../scored.ts';
import { historyOf } from '../store.ts';

/** Q8: what was validated, what the draft would change, what falls short, what to raise, and what was said before. */
export function showResults({ prisma, referential, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const scored = scoredOf(referential, sheet);
    const lines = await historyOf(prisma, sheet.subject.id, sheet.questionnaire.id);
    const title = `Résultats\u00a0: ${sheet.title}`;
    const place = placeOf(sheet);
    const comparable = lines.length + (scored.draft === null ? 0 : 1) > 1;
    render(
      visit,
      'results/show',
      { title, breadcrumb: sheetTrail(sheet) },
      {
        head: sheetHead(sheet, { title, current: 'results', actions: actionsOf(sheet) }),
        alerts: alertsOf(scored),
        basis: basisOf(scored),
        outcomes: outcomes(scored),
        chart: chartOf(scored, title, visit),
        levels: levelsOf(scored),
        recommendations: adviceModel(scored),
        missing: missingModel(scored),
        comments: commentModels(scored),
        history: historyModel(sheet, lines, visit),
        compareHref: comparable ? paths.compareResponses(place) : null,
      },
    );
  };
}

function actionsOf(sheet: ReachedSheet): readonly ButtonProps[] {
  const place = placeOf(sheet);
  const download: ButtonProps = {
    label: 'Télécharger (Excel)',
    icon: 'fr-icon-download-line',
    href: paths.downloadAnswers(place),
  };
  const edit: ButtonProps = { label: 'Éditer', icon: 'fr-icon-edit-line', href: paths.answer(place), kind: 'primary' };
  return answeringProblem(sheet.subject, sheet.closed) === null ? [download, edit] : [download];
}

/** Q4: what the figures are made from. */
function basisOf({ sheet, draft }: Scored): string {
  if (sheet.validated === null) return 'Rien n’est encore validé\u00a0: seul ce qui est validé compte.';
  const { validatedAt, validatedBy } = sheet.validated;
  const basis = `D’après la réponse validée le ${formatDate(validatedAt)} par ${validatedBy}.`;
  return draft === null ? basis : `${basis} Votre brouillon ne compte qu’une fois validé.`;
}

function chartOf(scored: Scored, title: string, visit: SignedVisit): ChartModel | null {
  const { sheet, questionnaire, validated, draft, shown } = scored;
  if (questionnaire.axes.length === 0) return null;
  const requiring = requiringOf(scored);
  const rows = axisResults(questionnaire.axes, {
    criteria: sheet.criteria,
    validated: validated?.answers ?? null,
    draft: draft?.answers ?? null,
    requiring: requiring?.criteria ?? [],
  });
  return chartModel({
    title: `${title} – ${citedSubject(sheet.subject)}`,
    axes: questionnaire.axes,
    rows,
    series: seriesOf(scored, requiring?.title ?? null, visit),
    criteria: sheet.criteria,
    answers: shown.answers,
  });
}

/** At most four at once. */
function seriesOf({ sheet, draft }: Scored, requiring: string | null, { actor }: SignedVisit): readonly SeriesModel[] {
  const series: SeriesModel[] = [];
  const { validated } = sheet;
  if (validated !== null) {
    const note = `${formatDate(validated.validatedAt)}, ${validated.validatedBy}`;
    series.push({ kind: 'validated', name: seriesNames.validated, label: 'Dernière réponse validée', note });
  }
  const written = draft === null ? null : draftWritten(sheet, actor.id);
  if (written !== null) {
    const note = `${formatDate(written.at)}, ${written.by}`;
    series.push({ kind: 'draft', name: seriesNames.draft, label: 'Dernier brouillon enregistré', note });
  }
  series.push({
    kind: 'recommended',
    name: seriesNames.recommended,
    label: 'Niveau recommandé',
    note: 'par la Doctrine',
  });
  if (requiring !== null) {
    series.push({ kind: 'required', name: seriesNames.required, label: 'Niveau minimum requis', note: requiring });
  }
  return series;
}

function levelsOf({ sheet, questionnaire, validated, draft, shown }: Scored): ResultsModel['levels'] {
  if (questionnaire.kind === 'compliance') return complianceLevels(sheet.criteria, shown.answers);
  return maturityLevels(sheet.criteria, [
    ...(validated === null ? [] : [{ label: 'Dernière réponse validée', answers: validated.answers }]),
    ...(draft === null ? [] : [{ label: 'Brouillon', answers: draft.answers }]),
  ]);
}
