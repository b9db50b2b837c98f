import type { Locator, Page } from 'playwright-core';

/** What a page's form may become: refused as nothing was filled in, or a search that finds nothing. */
const forms = 'main form:not([data-again]):has(input:not([type=hidden]), select, textarea)';

export function formsIn(page: Page): Promise<number> {
  return page.locator(forms).count();
}

/** Sends that form as carelessly as can be; ends on what answers. Returns what it was. */
export async function sendCarelessly(page: Page, index: number): Promise<string> {
  const form = page.locator(forms).nth(index);
  const method = await form.evaluate((element) => (element instanceof HTMLFormElement ? element.method : ''));
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
  const loaded = page.waitForEvent('load');
  await (method === 'get' ? searchInVain(form) : sendEmpty(form));
  const response = await answered;
  await loaded;
  return `${method} form ${index + 1}, answered ${response.status()}`;
}

function searchInVain(form: Locator): Promise<void> {
  return form.evaluate((element) => {
    if (!(element instanceof HTMLFormElement)) return;
    for (const input of element.querySelectorAll<HTMLInputElement>('input:is([type=search], [type=text])')) {
      input.value = 'introuvable';
    }
    element.noValidate = true;
    element.requestSubmit();
  });
}

function sendEmpty(form: Locator): Promise<void> {
  return form.evaluate((element) => {
    if (!(element instanceof HTMLFormElement)) return;
    for (const field of element.elements) {
      if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) field.checked = false;
      else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = '';
      else if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = '';
    }
    element.noValidate = true;
    element.requestSubmit();
  });
}
