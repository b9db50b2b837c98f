import { placeOf, sheetHead, sheetTrail } from '../answers/head.ts';
import { completionOf, mustBeAnswerable, type ReachedSheet, reachSheet } from '../answers/reach.ts';
import { statusButtons, statusNotices } from '../answers/status.ts';
import type { Deps } from '../deps.ts';
import { answeringProblem } from '../domain/answers/rights.ts';
import { NotFound } from '../domain/errors.ts';
import type { DepositQuestionnaire } from '../domain/referential/questionnaire.ts';
import { paragraphs } from '../domain/referential/text.ts';
import { countWords } from '../enrolments/words.ts';
import { anchorOf } from '../library/anchors.ts';
import { templateModel } from '../library/documents.ts';
import { natures } from '../library/words.ts';
import { proofPanel } from '../proofs/panel.ts';
import { validateNow } from '../questionnaires/actions/validate.ts';
import type { Refused } from '../web/forms.ts';
import { paths } from '../web/paths.ts';
import type { SignedVisit } from '../web/visit.ts';
import type { DepositModel } from './models.ts';
import type { SentDeposit } from './schemas.ts';

/** G5: documents to deposit, each with what to do and where; they are sent one by one, and validated together. */
export function depositDocuments(deps: Deps) {
  const { prisma, referential, render } = deps;

  const show = async (visit: SignedVisit, refused?: Refused): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    const { title, subject, closed } = sheet;
    const questionnaire = depositOf(sheet);
    const place = placeOf(sheet);
    const { done, total } = completionOf(sheet);
    const counted = { questionnaire: questionnaire.id, act: 'EVALUATION', state: 'IN_PROGRESS', done, total } as const;
    render(
      visit,
      'deposits/show',
      { title, breadcrumb: sheetTrail(sheet), refused },
      {
        head: sheetHead(sheet, { title, current: 'answer', actions: [] }),
        notices: statusNotices(sheet),
        introduction: questionnaire.introduction === null ? [] : paragraphs(questionnaire.introduction),
        count: countWords(referential, counted),
        documents: documentModels(deps, visit, sheet),
        action: paths.answer(place),
        buttons:
          answeringProblem(subject, closed) === null
            ? statusButtons(visit, sheet).filter(({ value }) => value !== 'brouillon')
            : [],
        back: { label: 'Retour', href: paths.enrolment(place) },
      },
    );
  };

  const submit = async (visit: SignedVisit, { action }: SentDeposit): Promise<void> => {
    const sheet = await reachSheet(prisma, referential, visit);
    mustBeAnswerable(sheet);
    if (action === 'valider') return validateNow(deps, visit);
    visit.res.redirect(303, paths.requestValidation(placeOf(sheet)));
  };

  return { show, submit };
}

function depositOf({ questionnaire }: ReachedSheet): DepositQuestionnaire {
  if (questionnaire.kind !== 'deposit') throw new NotFound();
  return questionnaire;
}

function containerWords(support: string): string {
  return `Le conteneur chiffré et ses identifiants vous sont remis par le support\u00a0: demandez-les à ${support}. Ce dépôt n’accepte pas le conteneur seul\u00a0: placez-le dans une archive .zip.`;
}

function documentModels({ assets, config }: Deps, visit: SignedVisit, sheet: ReachedSheet): DepositModel['documents'] {
  return sheet.documents.map(({ document, nature }) => ({
    id: anchorOf(document.code),
    title: document.title,
    nature: natures[nature],
    instructions: document.instructions,
    template: document.template === null ? null : templateModel(document.template, assets),
    container: document.container ? containerWords(config.supportEmail) : '',
    links: document.links,
    panel: proofPanel(sheet, document.code, visit),
  }));
}
