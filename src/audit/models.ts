import type { AuditEvent } from '../database/generated/client.ts';
import { formatDate, formatDateTime } from '../domain/french/dates.ts';
import type { Cell, TableProps } from '../web/components/lists.ts';
import { roleLabels } from '../web/render.ts';
import { actionWords, detailWords } from './words.ts';

export interface AuditModel {
  readonly families: readonly { readonly value: string; readonly label: string }[];
  readonly family: string;
  readonly search: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly table: TableProps;
}

declare module '../web/views.ts' {
  interface Views {
    'audit/list': AuditModel;
  }
}

export function eventRow(event: AuditEvent): readonly Cell[] {
  return [
    formatDateTime(event.at),
    event.actorName,
    actionWords(event.action),
    { text: event.target, note: detailsInWords(event) },
    event.ip,
    String(event.seq),
  ];
}

/** « Version : v1 → v2 · Type : Socle → Option » */
export function detailsInWords({ action, details }: { readonly action: string; readonly details: unknown }): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .map(([name, value]) => `${detailWords(action, name)}\u00a0: ${valueInWords(value)}`)
    .join(' · ');
}

function valueInWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isRole(value)) return roleLabels[value];
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(new Date(`${value}T12:00:00Z`)) : value;
}

function isRole(text: string): text is keyof typeof roleLabels {
  return Object.hasOwn(roleLabels, text);
}
