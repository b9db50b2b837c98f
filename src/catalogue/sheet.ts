import { madeApplicable } from '../domain/applicability/of-form.ts';
import { formatDate } from '../domain/french/dates.ts';
import { counted, plural } from '../domain/french/plural.ts';
import { profileOf } from '../domain/profile/profile.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { canOn } from '../domain/subjects/rights.ts';
import { citedSubject, qualificationOf, type Subject, type SubjectName } from '../domain/subjects/subject.ts';
import { answersSummary } from '../forms/models.ts';
import { typeWords } from '../products/summary.ts';
import type { ReachedSubject } from '../subjects/reach.ts';
import type { SummaryProps } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { PanelModel, QualificationModel } from './models.ts';

type Item = SummaryProps['items'][number];

/** Identification: what was said of it, and where it is changed (P5). */
export function identificationOf(
  referential: Referential,
  { subject, actor }: ReachedSubject,
  core: SubjectName | null,
): PanelModel {
  const { reference, kind } = subject;
  const href = kind === 'STRATEGY' ? paths.strategyIdentification() : paths.productIdentification({ reference });
  return {
    summary: { items: identificationItems(referential, subject, core) },
    href: canOn(actor, 'edit', subject) ? href : null,
  };
}

function identificationItems(referential: Referential, subject: Subject, core: SubjectName | null): readonly Item[] {
  const { reference, name, version, responsibleName, certifications, product } = subject;
  const common = [line('Responsable', responsibleName), line('Certifications', certifications)];
  if (product === null) return [line('Référence', String(reference)), line('Nom', name), ...common];
  return [
    line('Référence', String(reference)),
    line('Version', version),
    line('Type', `Produit ${typeWords[product.type].toLowerCase()}`),
    ...(product.type === 'OPTION' ? [line('Produit socle', core === null ? '' : citedSubject(core))] : []),
    line('NIL', product.nil),
    ...common,
    { label: 'Intérêt déclaré', values: interestsOf(referential, subject), change: null },
    line('Description', product.description),
  ];
}

/** P1: by the words of each interest. */
export function interestsOf(referential: Referential, { declared }: Subject): readonly string[] {
  const form = referential.forms.get('interests');
  if (form === undefined) return [];
  return answersSummary(form, declared, referential.questions).flatMap(({ values }) => values);
}

/** Qualification: how many answers, since when, what they make applicable, and all of them, folded. */
export function qualificationModel(referential: Referential, { subject, actor }: ReachedSubject): QualificationModel {
  const { reference, kind, declared, qualifiedAt } = subject;
  const form = referential.forms.get(qualificationOf[kind]);
  const items = form === undefined ? [] : answersSummary(form, declared, referential.questions);
  const answered = items.filter(({ values }) => values.length > 0).length;
  const applicable = applicableOf(referential, subject);
  const href = kind === 'STRATEGY' ? paths.strategyQualification() : paths.productQualification({ reference });
  const since = `${counted(answered, 'réponse, modifiée', 'réponses, modifiées')} le ${formatDate(qualifiedAt)}.`;
  const makes = plural(answered, 'Elle rend applicables', 'Elles rendent applicables');
  return {
    words:
      answered === 0 ? 'Aucune réponse pour le moment.' : applicable.length === 0 ? since : `${since} ${makes}\u00a0:`,
    folded: answered === 0 ? '' : `Voir ${plural(answered, 'la réponse', `les ${answered}\u00a0réponses`)}`,
    applicable: answered === 0 ? [] : applicable,
    summary: { items },
    href: canOn(actor, 'edit', subject) ? href : null,
  };
}

/** P3: “6 critères d’Urbanisation, sur 17”. */
function applicableOf(referential: Referential, { kind, declared }: Subject): QualificationModel['applicable'] {
  const profile = profileOf(referential.questions, declared);
  const made = madeApplicable(referential, qualificationOf[kind], profile);
  return made.map(({ questionnaire, applicable, total }) => ({
    count: String(applicable),
    what: `${plural(applicable, 'critère', 'critères')} ${of(questionnaire.title)}`,
    total: `sur\u00a0${total}`,
  }));
}

/** « d’Urbanisation », « de Sécurité » */
function of(title: string): string {
  return /^[aeiouyàâéèêëîïôöùûh]/i.test(title) ? `d’${title}` : `de ${title}`;
}

function line(label: string, value: string): Item {
  return { label, values: value === '' ? [] : [value], change: null };
}
