import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/accounts/person.ts';
import { counted } from '../domain/french/plural.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import { heatModel } from './heat.ts';
import type { MaturityModel, ThemeTab } from './models.ts';
import { heatRows } from './store.ts';
import { type Compared, compared, type Theme, themeNamed } from './themes.ts';

/** How many products the dashboard shows: the cartography has the rest. */
export const MATURITY_ROWS = 12;

/**
 * « Maturité de vos produits »: one theme, the first products among those given, in their order. `products` are those of the
 * démarche that the map is of (`maturityDemarche`). One query.
 */
export async function maturityOf(
  { prisma, referential }: Pick<Deps, 'prisma' | 'referential'>,
  actor: Actor,
  products: readonly { readonly id: string }[],
  about: { readonly theme: string; readonly path: string; readonly kept: Readonly<Record<string, string>> },
): Promise<MaturityModel | null> {
  const known = compared(referential);
  const theme = known && themeNamed(known, about.theme);
  if (!known || !theme || products.length === 0) return null;
  const ids = products.slice(0, MATURITY_ROWS).map(({ id }) => id);
  const rows = new Map(
    (await heatRows(prisma, actor, { demarche: known.demarche.id, questionnaire: theme.id }, ids)).map((row) => [
      row.id,
      row,
    ]),
  );
  const left = products.length - ids.length;
  return {
    title: theme.title,
    tabs: themeTabs(known, theme, about.path, about.kept),
    heat: heatModel(
      known,
      theme,
      ids.flatMap((id) => rows.get(id) ?? []),
    ),
    more: left > 0 ? `${counted(left, 'autre produit figure', 'autres produits figurent')} dans la cartographie.` : '',
    portfolioHref: address(paths.portfolio(), { theme: theme.id }),
  };
}

/** The démarche whose products the map shows; null where the referential has none. */
export function maturityDemarche(referential: Deps['referential']): string | null {
  return compared(referential)?.demarche.id ?? null;
}

export function themeTabs(
  { themes }: Compared,
  current: Theme,
  path: string,
  kept: Readonly<Record<string, string>>,
): readonly ThemeTab[] {
  return themes.map(({ id, title }) => ({
    label: title,
    href: address(path, { ...kept, theme: id }),
    current: id === current.id,
  }));
}
