import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The compact table keeps the roles that its phone display takes away.
    'no-redundant-role': 'off',
  },
});

/** What the HTML standard refuses in this page or fragment, one sentence each. */
export async function htmlProblems(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

/** French that is not set as French: a plain space before “: ; ! ? » %” or after “«”, a straight apostrophe. */
export function typographyProblems(html: string): readonly string[] {
  return textsOf(html).filter((text) => / [:;!?»%]|« |[\p{L}\d)][!?»]|&#39;|\p{L}'\p{L}/u.test(text));
}

/** What is read of a page or a fragment: its words, in order, without what only the browser needs. */
export function textOf(html: string): string {
  const inline = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<\/?(a|b|em|strong)\b[^>]*>/g, '');
  const visible = inline.replace(/<[^>]+>/g, ' ');
  return visible.replaceAll('&#39;', "'").replaceAll('&#34;', '"').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}

function textsOf(html: string): readonly string[] {
  const visible = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
  const texts = [...visible.matchAll(/>([^<]+)</g)].map(([, text = '']) => text.trim());
  const spoken = [...visible.matchAll(/ (?:title|aria-label|placeholder|alt)="([^"]*)"/g)].map(([, text = '']) => text);
  return [...texts, ...spoken].filter((text) => text !== '');
}
