import type { Link } from '../../domain/referential/text.ts';
import type { MaturityModel, ScenarioModel } from '../models/criterion.ts';
import type { TemplateModel } from '../models/document.ts';
import type { QuestionModel } from '../models/question.ts';
import { textOf } from '../sentence.ts';

/** What the page draws, in a cell of text. */
export function linkWords(links: readonly Link[]): string {
  return links.map(({ title, url }) => (url === null ? title : `${title}\u00a0: ${url}`)).join('\n');
}

export function recommendedWords({ tiles, exceptions }: MaturityModel): string | number {
  const general = tiles.find(({ recommended }) => recommended)?.level ?? '';
  if (exceptions.length === 0) return general;
  return [String(general), ...exceptions.map(({ when }) => textOf(when))].join('\n');
}

export function stepsWords({ id, title, steps }: ScenarioModel): string {
  return `${[id, title].filter(Boolean).join(' ')}\n${numbered(steps)}`;
}

export function proofsWords({ proofs }: ScenarioModel): readonly string[] {
  return proofs.map(({ title, description, once, when }) =>
    [once ? `${title} (dépôt unique)` : title, description, when === null ? '' : textOf(when)]
      .filter(Boolean)
      .join('\u00a0: '),
  );
}

export function templateWords(template: TemplateModel | null): string {
  return template === null ? '' : `${template.title} (${template.detail})`;
}

export function optionWords({ title, help, exclusive }: QuestionModel['options'][number]): string {
  return [exclusive ? `${title} (seule réponse possible)` : title, help].filter(Boolean).join('\u00a0: ');
}

export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

export function yesOrNo(value: boolean): string {
  return value ? 'Oui' : 'Non';
}
