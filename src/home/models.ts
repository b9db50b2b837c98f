import type { NotificationModel } from '../notifications/models.ts';
import type { MaturityModel } from '../portfolio/models.ts';
import type {
  EmptyProps,
  HeadingProps,
  MeterProps,
  PaginationProps,
  SearchProps,
  StateProps,
  TableProps,
} from '../web/components.ts';

/** A parcours as the home page presents it. */
export interface ParcoursModel {
  readonly name: string;
  readonly summary: string;
  readonly steps: readonly string[];
  readonly href: string;
}

export interface HomeModel {
  readonly signInHref: string;
  readonly requestHref: string;
  readonly faqHref: string;
  readonly parcours: readonly ParcoursModel[];
}

/** For the Agence's staff. */
export interface OfficeModel {
  readonly where: string;
  readonly news: readonly NotificationModel[];
  readonly notificationsHref: string;
  readonly shortcuts: readonly { readonly title: string; readonly text: string; readonly href: string }[];
}

/** For a vendor. A section that would be empty is null. */
export interface DashboardModel {
  readonly heading: HeadingProps;
  /** How to begin; none once there is a product. */
  readonly beginning: readonly { readonly title: string; readonly text: string; readonly href: string | null }[];
  readonly todo: TodoModel;
  readonly resume: ResumeModel | null;
  readonly parcours: readonly ParcoursCard[];
  readonly demarches: TableProps | null;
  readonly maturity: MaturityModel | null;
  readonly products: ProductsModel | null;
}

export interface TodoModel {
  readonly total: number;
  readonly tasks: readonly TaskModel[];
  /** Null when all are shown. */
  readonly allHref: string | null;
}

/** Every task, paged. */
export interface TasksModel {
  readonly total: number;
  readonly tasks: readonly TaskModel[];
  readonly pages: PaginationProps | null;
  readonly empty: EmptyProps;
}

/** What, where, when, who, and one act. */
export interface TaskModel {
  readonly state: StateProps;
  /** Somebody waits for it. */
  readonly pressing: boolean;
  readonly what: string;
  readonly where: string;
  readonly meter: MeterProps | null;
  readonly when: string;
  readonly who: string;
  readonly act: { readonly label: string; readonly href: string };
  /** Opening a notification reads it: that act is a form. */
  readonly reads: boolean;
}

export interface ResumeModel {
  readonly where: string;
  readonly title: string;
  readonly when: string;
  readonly meter: MeterProps;
  /** “66 %”; empty when nothing is asked. */
  readonly percent: string;
  readonly href: string;
}

export interface ParcoursCard {
  readonly title: string;
  readonly tagline: string;
  readonly href: string;
  readonly demarches: readonly { readonly title: string; readonly count: string }[];
}

export interface ProductsModel {
  readonly search: SearchProps;
  readonly cards: readonly ProductCard[];
  readonly empty: EmptyProps;
  readonly all: { readonly label: string; readonly href: string };
}

export interface ProductCard {
  readonly title: string;
  readonly href: string;
  readonly type: string;
  readonly detail: string;
  readonly marks: readonly { readonly kind: 'yes' | 'no' | 'draft'; readonly label: string }[];
}

declare module '../web/views.ts' {
  interface Views {
    'home/home': HomeModel;
    'home/office': OfficeModel;
    'home/dashboard': DashboardModel;
    'home/tasks': TasksModel;
  }
}
