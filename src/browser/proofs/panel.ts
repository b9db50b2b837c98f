import { announce } from './announce.ts';
import { formIn } from './form.ts';
import { openQueue } from './queue.ts';
import { type Answer, send } from './request.ts';

/** A panel of proofs: files are dropped or chosen, sent one after the other, archived and put back without leaving the page. */
export function livenPanel(first: HTMLElement): void {
  let panel = first;
  const list = (): HTMLElement | null => panel.querySelector<HTMLElement>('[data-files]');
  const queue = openQueue({
    url: () => panel.dataset.action ?? '',
    form: () => form,
    list,
    done: (answer) => show(answer),
  });
  let form = formIn(panel);

  /** The panel as the server says that it is now. What is on its way, and what was typed, stay. */
  function show(answer: Answer & { kind: 'done' }): void {
    const holder = document.createElement('template');
    holder.innerHTML = answer.panel;
    const now = holder.content.querySelector<HTMLElement>('[data-proofs]');
    if (now === null) return;
    const held = panel.contains(document.activeElement) ? (document.activeElement?.id ?? '') : null;
    carryOver(panel, now, queue.isEmpty());
    panel.replaceWith(now);
    panel = now;
    form = formIn(panel);
    bind();
    queue.moveTo(list());
    if (held !== null) (document.getElementById(held) ?? headOf(panel)).focus();
    announce(answer.said);
    const article = panel.closest<HTMLElement>('[data-criterion]');
    if (article !== null) article.dataset.missingProofs = String(answer.missing);
    panel.dispatchEvent(new CustomEvent('proofs:changed', { bubbles: true, detail: { missing: answer.missing } }));
  }

  async function act(url: string, fields: Readonly<Record<string, string>>, refused: () => void): Promise<void> {
    const answer = await send(url, fields).answer;
    if (answer.kind === 'done') return show(answer);
    refused();
    if (answer.kind === 'refused') complain(answer.message);
  }

  function complain(words: string): void {
    form?.complain(words);
    announce(words);
  }

  function bind(): void {
    for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-archive]')) {
      // A questionnaire that is only read has its buttons off
      button.hidden = button.matches(':disabled');
      button.addEventListener('click', () => {
        button.ariaDisabled = 'true';
        const { archive = '', state = '' } = button.dataset;
        void act(archive, { etat: state }, () => {
          button.ariaDisabled = null;
        });
      });
    }
    const foot = panel.querySelector<HTMLElement>('[data-finalisation]');
    const box = foot?.querySelector<HTMLInputElement>('[data-finalise]');
    if (foot && box) {
      foot.hidden = false;
      box.addEventListener('change', () => {
        const fields: Record<string, string> = box.checked ? { finalise: 'oui' } : {};
        void act(foot.dataset.finalisation ?? '', fields, () => {
          box.checked = !box.checked;
        });
      });
    }
    if (form !== null) queue.bind(form);
  }

  bind();
}

/** What the person had begun, in the panel that replaces theirs. */
function carryOver(before: HTMLElement, now: HTMLElement, sent: boolean): void {
  const opened = (panel: HTMLElement) => panel.querySelector<HTMLDetailsElement>('[data-archived]');
  const [was, is] = [opened(before), opened(now)];
  if (was && is) is.open = was.open;
  if (sent) return;
  const field = (panel: HTMLElement, name: string) =>
    panel.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-${name}]`);
  for (const name of ['type', 'description'] as const) {
    const [typed, kept] = [field(before, name), field(now, name)];
    if (typed && kept) kept.value = typed.value;
  }
  const [ticked, box] = [field(before, 'confirm'), field(now, 'confirm')];
  if (ticked instanceof HTMLInputElement && box instanceof HTMLInputElement) box.checked = ticked.checked;
}

function headOf(panel: HTMLElement): HTMLElement {
  panel.tabIndex = -1;
  return panel;
}
