import { trailOf } from '../catalogue/head.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { Link } from '../web/frame.ts';
import { paths } from '../web/paths.ts';

/** Where a product, or the strategy, is shown and changed. */
export interface Places {
  readonly home: string;
  readonly identification: string;
  readonly qualification: string;
  readonly breadcrumb: readonly Link[];
  readonly back: { readonly label: string; readonly href: string };
}

export function placesOf(subject: Subject): Places {
  if (subject.kind === 'STRATEGY') {
    const home = paths.strategy();
    return {
      home,
      identification: paths.strategyIdentification(),
      qualification: paths.strategyQualification(),
      breadcrumb: [{ label: 'Stratégie globale', href: home }],
      back: { label: 'Retour à la stratégie globale', href: home },
    };
  }
  const { reference } = subject;
  const home = paths.product({ reference });
  return {
    home,
    identification: paths.productIdentification({ reference }),
    qualification: paths.productQualification({ reference }),
    breadcrumb: trailOf(subject),
    back: { label: 'Retour au produit', href: home },
  };
}
