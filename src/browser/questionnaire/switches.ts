import type { Way } from './saving.ts';
import type { Section } from './sections.ts';
import { hourIn, messageIn, type Sending } from './sending.ts';

export interface SwitchStep {
  readonly section: Section;
  readonly way: Way;
  readonly savedAt: string | null;
}

export interface Switches {
  retry(): void;
  hurry(): void;
  flush(): Promise<void>;
  /** Those that the server does not have as they are here. */
  unsaved(): readonly { readonly section: Section; readonly way: Way }[];
}

interface Row {
  readonly section: Section;
  readonly off: HTMLInputElement;
  /** Null: the server may hold something that it did not acknowledge. */
  acknowledged: string | null;
  way: Way;
  timer: number | undefined;
  sending: Promise<void> | null;
}

const PAUSE = 1_000;

/** Q5: a section set aside, and back; its reason follows a second after it is typed. What was answered inside is left as it is. */
export function followSwitches(
  sections: readonly Section[],
  url: string,
  post: Sending['post'],
  told: (step: SwitchStep) => void,
): Switches {
  const rows = sections.flatMap((section) => (section.off === null ? [] : [rowOf(section, section.off)]));

  const go = (row: Row, way: Way, savedAt: string | null = null): void => {
    row.way = way;
    told({ section: row.section, way, savedAt });
  };
  const push = (row: Row): Promise<void> => {
    window.clearTimeout(row.timer);
    row.sending ??= pushed(row).finally(() => {
      row.sending = null;
    });
    return row.sending;
  };
  const pushed = async (row: Row): Promise<void> => {
    let savedAt: string | null = null;
    while (stateOf(row) !== row.acknowledged) {
      const wanted = stateOf(row);
      const answered = await post(url, fieldsOf(row));
      if ('cause' in answered) {
        row.acknowledged = null;
        return go(row, { kind: 'failed', cause: answered.cause });
      }
      if (answered.status !== 200) return go(row, { kind: 'refused', message: messageIn(answered.data) });
      row.acknowledged = wanted;
      savedAt = hourIn(answered.data);
    }
    go(row, { kind: 'saved' }, savedAt);
  };
  const change = (row: Row, pause: number) => () => {
    go(row, row.way.kind === 'failed' ? row.way : { kind: 'waiting' });
    window.clearTimeout(row.timer);
    row.timer = window.setTimeout(() => void push(row), pause);
  };

  for (const row of rows) {
    row.off.addEventListener('change', change(row, 0));
    row.section.reason?.addEventListener('input', change(row, PAUSE));
  }
  return {
    retry: () => {
      for (const row of rows) if (row.way.kind === 'failed') void push(row);
    },
    hurry: () => {
      for (const row of rows) if (row.way.kind === 'waiting') void push(row);
    },
    flush: async () => {
      await Promise.all(rows.filter(({ way }) => way.kind !== 'saved').map(push));
    },
    unsaved: () => rows.filter(({ way }) => way.kind !== 'saved'),
  };
}

function rowOf(section: Section, off: HTMLInputElement): Row {
  const row: Row = { section, off, acknowledged: null, way: { kind: 'saved' }, timer: undefined, sending: null };
  row.acknowledged = stateOf(row);
  return row;
}

/** Where the section applies, its reason counts for nothing. */
function stateOf({ off, section }: Row): string {
  return off.checked ? `na ${section.reason?.value.trim() ?? ''}` : '';
}

function fieldsOf({ off, section }: Row): Record<string, string> {
  return { section: section.id, etat: off.checked ? 'na' : '', raison: section.reason?.value ?? '' };
}
