import type { AuditEvent } from '../database/generated/client.ts';
import { formatDateTime } from '../domain/french/dates.ts';
import type { Cell, TableProps } from '../web/components/lists.ts';
import { actionWords } from './words.ts';

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
    { text: event.target, note: detailWords(event.details) },
    event.ip,
    String(event.seq),
  ];
}

function detailWords(details: unknown): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .map(([name, value]) => `${name} : ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
