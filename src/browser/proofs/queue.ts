import { announce } from './announce.ts';
import type { DepositForm } from './form.ts';
import { type Answer, type Sending, send } from './request.ts';
import { openRow, type Row, refusedHere } from './row.ts';

interface Item {
  readonly file: File;
  readonly row: Row;
  state: 'waiting' | 'sending' | 'refused';
  sending: Sending | null;
}

interface Place {
  readonly url: () => string;
  readonly form: () => DepositForm | null;
  readonly list: () => HTMLElement | null;
  readonly done: (answer: Answer & { kind: 'done' }) => void;
}

export interface Queue {
  bind(form: DepositForm): void;
  /** Another panel took the place of the one that showed them. */
  moveTo(list: HTMLElement | null): void;
  /** Nothing waits nor is on its way. */
  isEmpty(): boolean;
}

/** The files of a panel that are not deposited yet: sent one after the other, in the order in which they were chosen. */
export function openQueue(place: Place): Queue {
  const items: Item[] = [];

  const isEmpty = (): boolean => items.every(({ state }) => state === 'refused');
  const drop = (item: Item): void => {
    const at = items.indexOf(item);
    if (at >= 0) items.splice(at, 1);
    item.row.element.remove();
  };

  const add = (file: File): void => {
    const leave = (): void => {
      const { state } = item;
      item.sending?.cancel();
      drop(item);
      announce(state === 'sending' ? `L’envoi de ${file.name} est annulé.` : `${file.name} est retiré.`);
      place.form()?.input.focus();
    };
    const item: Item = { file, row: openRow(file, leave), state: 'waiting', sending: null };
    items.push(item);
    place.list()?.append(item.row.element);
    const input = place.form()?.input;
    const most = Number(input?.closest<HTMLElement>('[data-proofs]')?.dataset.maxOctets);
    const problem = refusedHere(file, { most, accepted: input?.accept ?? '' });
    if (problem !== null) refuse(item, problem, null);
    else item.row.wait('en attente');
  };

  const refuse = (item: Item, message: string, again: (() => void) | null): void => {
    item.state = 'refused';
    item.row.refuse(message, again);
    announce(`${item.file.name} n’est pas déposé\u00a0: ${message}`);
  };

  const next = async (): Promise<void> => {
    if (items.some(({ state }) => state === 'sending')) return;
    const item = items.find(({ state }) => state === 'waiting');
    const form = place.form();
    if (item === undefined || form === null) return;
    const lack = form.lacks();
    form.complain(lack ?? '');
    if (lack !== null) return;
    item.state = 'sending';
    item.row.progress(0);
    item.sending = send(place.url(), { ...form.fields(), fichier: item.file }, item.row.progress);
    const answer = await item.sending.answer;
    item.sending = null;
    if (answer.kind === 'done') {
      drop(item);
      place.done(answer);
    } else if (answer.kind === 'refused') {
      const again = (): void => {
        item.state = 'waiting';
        item.row.wait('en attente');
        void next();
      };
      refuse(item, answer.message, answer.again ? again : null);
    }
    await next();
  };

  const take = (files: FileList | null | undefined): void => {
    for (const file of files ?? []) add(file);
    void next();
  };

  // What is on its way would be lost.
  window.addEventListener('beforeunload', (event) => {
    if (!isEmpty()) event.preventDefault();
  });

  return {
    isEmpty,
    moveTo: (list) => {
      list?.append(...items.map(({ row }) => row.element));
      // Nothing is deposited, yet something is listed
      if (items.length > 0) list?.parentElement?.querySelector('[data-none]')?.remove();
    },
    bind: ({ input, zone }) => {
      input.addEventListener('change', () => {
        take(input.files);
        // The same file may be chosen again once it was refused
        input.value = '';
      });
      const over = (is: boolean) => (event: DragEvent) => {
        event.preventDefault();
        zone.classList.toggle('cv-drop--over', is);
      };
      zone.addEventListener('dragover', over(true));
      zone.addEventListener('dragleave', over(false));
      zone.addEventListener('drop', (event) => {
        over(false)(event);
        take(event.dataTransfer?.files);
      });
      zone.parentElement?.addEventListener('change', ({ target }) => {
        if (target !== input) void next();
      });
    },
  };
}
