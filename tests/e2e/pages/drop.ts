import type { Page } from 'playwright-core';

/** As from a desktop: the files fall on the zone of the proofs of this criterion. */
export async function dropped(
  page: Page,
  code: string,
  files: readonly { readonly name: string; readonly content: Buffer }[],
): Promise<void> {
  const sent = files.map(({ name, content }) => ({ name, bytes: [...content] }));
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, sent);
  await page.locator(`[data-criterion="${code}"] [data-drop]`).dispatchEvent('drop', { dataTransfer: data });
}
