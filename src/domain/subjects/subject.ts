import type { DeclaredAnswers } from '../profile/profile.ts';

export type SubjectKind = 'PRODUCT' | 'STRATEGY';
export type ProductType = 'CORE' | 'OPTION';

/** As other subjects and lists cite it. */
export interface SubjectName {
  readonly id: string;
  readonly reference: number;
  readonly name: string;
  /** Empty for the strategy. */
  readonly version: string;
}

/** What questionnaires are answered for. */
export interface Subject extends SubjectName {
  readonly companyId: string;
  readonly kind: SubjectKind;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly certifications: string;
  readonly declared: DeclaredAnswers;
  readonly qualifiedAt: Date;
  readonly revision: number;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  /** Null for the strategy. */
  readonly product: ProductFacts | null;
}

export interface ProductFacts {
  readonly type: ProductType;
  readonly nil: string;
  readonly description: string;
  /** P7: the core product that an option needs, once it is said. */
  readonly coreId: string | null;
  /** P9: in the Observatoire. */
  readonly published: boolean;
}

/** The form that every product, and every strategy, answers from its creation on (P3). */
export const qualificationOf = { PRODUCT: 'qualification', STRATEGY: 'strategy-qualification' } as const;

/** As the referential names them. */
export const subjectWords = { PRODUCT: 'product', STRATEGY: 'strategy' } as const;

/** “Careoptim – v0.1”, then its reference where one must be told from another. */
export function subjectTitle({ name, version }: Pick<SubjectName, 'name' | 'version'>): string {
  return version === '' ? name : `${name} – ${version}`;
}

export function citedSubject(subject: Pick<SubjectName, 'name' | 'version' | 'reference'>): string {
  return `${subjectTitle(subject)} – ${subject.reference}`;
}
