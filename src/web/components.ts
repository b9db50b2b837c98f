import * as forms from './components/forms.ts';
import * as lists from './components/lists.ts';
import * as messages from './components/messages.ts';
import * as structure from './components/structure.ts';

export type * from './components/forms.ts';
export type * from './components/lists.ts';
export type * from './components/messages.ts';
export type { Part } from './components/part.ts';
export type * from './components/structure.ts';

/**
 * What may be left out of each component of `views/components`, and what it is then. Here, and only here, a prop is
 * optional: the models of views have no optional key, what is absent is `null`.
 */
export const defaults = {
  'components/accordion': structure.accordion,
  'components/alert': messages.alert,
  'components/breadcrumb': {},
  'components/button': forms.button,
  'components/card': lists.card,
  'components/cell': {},
  'components/checkbox': forms.checkbox,
  'components/checkboxes': forms.checkboxes,
  'components/choices': {},
  'components/confirmation': messages.confirmation,
  'components/empty': lists.empty,
  'components/error-summary': forms.errorSummary,
  'components/field': forms.field,
  'components/file': forms.file,
  'components/form-foot': forms.formFoot,
  'components/heading': lists.heading,
  'components/level': lists.level,
  'components/meter': {},
  'components/modal': messages.modal,
  'components/notice': messages.notice,
  'components/object': structure.object,
  'components/pagination': lists.pagination,
  'components/part': {},
  'components/radios': forms.radios,
  'components/search': lists.search,
  'components/state': {},
  'components/stepper': {},
  'components/summary': {},
  'components/table': lists.table,
  'components/tabs': {},
  'components/tile': lists.tile,
};

export type ComponentName = keyof typeof defaults;

/** Where the error summary and the label of a field point to. */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^\w-]+/g, '-').replace(/-$/, '')}`;
}

/** An address with what is asked for; nothing is said of what is empty. What is after `#` stays at the end. */
export function address(path: string, query: Readonly<Record<string, string>>): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  if (asked.length === 0) return path;
  const [page = '', ...place] = path.split('#');
  return [`${page}?${new URLSearchParams(asked)}`, ...place].join('#');
}
