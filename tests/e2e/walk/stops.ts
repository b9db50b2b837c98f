import type { Page } from 'playwright-core';

/** Where the keyboard should stop in this page, in its order, and what each stop looks like before. Kept in the page for `stopAt`. */
export function markStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const interactive =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable], iframe';
    const isReached = (element: HTMLElement): boolean => {
      if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]') !== null) return false;
      return element.checkVisibility({ visibilityProperty: true }) && isTheRadioOfItsGroup(element);
    };
    const isTheRadioOfItsGroup = (element: HTMLElement): boolean => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        (one) => one.name === element.name && one.form === element.form,
      );
      return element === (group.find((one) => one.checked) ?? group[0]);
    };
    const stops = [...document.querySelectorAll<HTMLElement>(interactive)].filter(isReached);
    // What may show the focus: the element, or what is drawn for it.
    const drawn = (element: HTMLElement): readonly string[] => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const inside = labels.flatMap((label) => [...label.querySelectorAll('*')]);
      return [element, ...labels, ...inside].flatMap((one) =>
        [null, '::before', '::after'].map((pseudo) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, pseudo);
          return `${outlineStyle === 'none' ? '' : outlineWidth} ${boxShadow}`;
        }),
      );
    };
    const names = stops.map((element) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      const words = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
      return `${element.localName} « ${words.replace(/\s+/g, ' ').trim().slice(0, 60)} »`;
    });
    Object.assign(window, { walked: { stops, drawn, before: stops.map(drawn), names } });
    return names;
  });
}

export interface Stop {
  /** Its place among the stops marked, -1 when it is none of them, null when the keyboard left the page. */
  readonly index: number | null;
  readonly name: string;
  readonly problem: string | null;
}

/** Where the keyboard is, and what a person would miss there. */
export function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    interface Walked {
      readonly stops: readonly Element[];
      readonly drawn: (element: HTMLElement) => readonly string[];
      readonly before: readonly (readonly string[])[];
      readonly names: readonly string[];
    }
    const { walked } = window as Window & { walked?: Walked };
    const element = document.activeElement;
    if (walked === undefined || !(element instanceof HTMLElement) || element === document.body) {
      return { index: null, name: '', problem: null };
    }
    const index = walked.stops.indexOf(element);
    if (index === -1) return { index, name: element.outerHTML.slice(0, 120), problem: null };
    const shows = walked.drawn(element).some((one, part) => one !== walked.before[index]?.[part]);
    const seen = element instanceof HTMLInputElement ? (element.labels?.[0] ?? element) : element;
    const box = (element.getBoundingClientRect().width > 1 ? element : seen).getBoundingClientRect();
    // Neither off the screen, nor see-through, nor wholly under something else.
    const isHit = (across: number, down: number): boolean => {
      const hit = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
      return element.contains(hit) || seen.contains(hit);
    };
    const points = [0.5, 0.05, 0.95];
    const inSight =
      seen.checkVisibility({ opacityProperty: true }) &&
      points.some((across) => points.some((down) => isHit(across, down)));
    const problem = shows ? (inSight ? null : 'is out of sight') : 'does not show the focus';
    return { index, name: walked.names[index] ?? '', problem };
  });
}

/** An example of an error, among the components, takes the focus as the page opens. */
function startFromTheTop(page: Page): Promise<void> {
  return page.evaluate(() => {
    if (document.activeElement === document.body) return;
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

/** What is wrong when one goes through this page, from its top to its end, with the Tab key alone. */
export async function wrongOnTheWay(page: Page): Promise<readonly string[]> {
  await startFromTheTop(page);
  const names = await markStops(page);
  const wrong: string[] = [];
  const reached: number[] = [];
  // A date has several fields: the keyboard stays on it for a while.
  for (let pressed = 0; pressed <= 2 * names.length + 20; pressed += 1) {
    await page.keyboard.press('Tab');
    const { index, name, problem } = await stopAt(page);
    if (index === null || (index === 0 && reached.length > 0)) return [...wrong, ...disorder(reached, names)];
    if (index === reached.at(-1)) continue;
    if (index === -1) wrong.push(`${name} has the focus, and nothing to do`);
    else reached.push(index);
    if (problem !== null) wrong.push(`${name} ${problem}`);
  }
  return [...wrong, `the keyboard is caught after ${names[reached.at(-1) ?? 0]}`];
}

/** All stops, once each, in the order of the page. */
function disorder(reached: readonly number[], names: readonly string[]): readonly string[] {
  const missed = names.flatMap((name, index) => (reached.includes(index) ? [] : [`${name} is not reached`]));
  const early = reached.flatMap((one, place) =>
    place > 0 && one < (reached[place - 1] ?? 0) ? [`${names[one]} comes after ${names[reached[place - 1] ?? 0]}`] : [],
  );
  const skips = names[0]?.includes('Contenu') ? [] : ['the skip links do not come first'];
  return [...skips, ...missed, ...early];
}
