import { formatDate } from '../domain/french/dates.ts';
import { counted } from '../domain/french/plural.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { qualificationOf, type Subject } from '../domain/subjects/subject.ts';
import { answersSummary } from '../forms/models.ts';
import { typeWords } from '../products/summary.ts';
import type { SummaryProps } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { EnrolmentModel } from './models.ts';

type Recap = Pick<EnrolmentModel, 'identification' | 'qualification'>;

/** « Récapitulatif »: what the subject was initialised with, and where it is changed (P5). */
export function recapOf(referential: Referential, subject: Subject): Recap {
  const { reference, kind, declared, qualifiedAt } = subject;
  const form = referential.forms.get(qualificationOf[kind]);
  const items = form === undefined ? [] : answersSummary(form, declared, referential.questions);
  const strategy = kind === 'STRATEGY';
  return {
    identification: {
      summary: { items: identification(subject) },
      href: strategy ? paths.strategyIdentification() : paths.productIdentification({ reference }),
    },
    qualification: {
      words: `${counted(items.length, 'réponse, modifiée', 'réponses, modifiées')} le ${formatDate(qualifiedAt)}.`,
      summary: { items },
      href: strategy ? paths.strategyQualification() : paths.productQualification({ reference }),
    },
  };
}

function identification(subject: Subject): SummaryProps['items'] {
  const { reference, name, version, responsibleName, certifications, product } = subject;
  const line = (label: string, ...values: string[]) => ({ label, values: values.filter(Boolean), change: null });
  const common = [line('Responsable', responsibleName), line('Certifications', certifications)];
  return product === null
    ? [line('Référence', String(reference)), line('Nom de la stratégie globale', name), ...common]
    : [
        line('Référence', String(reference)),
        line('Nom du produit', name),
        line('Version', version),
        line('Type de produit', typeWords[product.type]),
        line('NIL', product.nil),
        ...common,
        line('Description', product.description),
      ];
}
