import type { Deps } from '../../deps.ts';
import { fullName } from '../../domain/accounts/person.ts';
import { formatSiren } from '../../domain/accounts/siren.ts';
import { counted } from '../../domain/french/plural.ts';
import type { Cell, EmptyProps } from '../../web/components/lists.ts';
import { asked, listState } from '../../web/lists.ts';
import { paths } from '../../web/paths.ts';
import type { SignedVisit } from '../../web/visit.ts';
import { findCompanies, type ListedCompany, PAGE_SIZE } from '../store.ts';

export function listCompanies({ prisma, render }: Deps) {
  return async (visit: SignedVisit): Promise<void> => {
    const how = asked(visit.req, ['nom', 'siren'], 'nom');
    const { rows, total } = await findCompanies(prisma, how);
    render(
      visit,
      'companies/list',
      { title: 'Entreprises' },
      {
        table: {
          caption: 'Entreprises qui ont un compte',
          columns: [
            { label: 'Raison sociale', sort: 'nom' },
            { label: 'SIREN', sort: 'siren' },
            { label: 'Responsable' },
            { label: 'Comptes' },
          ],
          rows: rows.map(row),
          empty: how.search === '' ? noneYet : noneFound(how.search),
          list: listState(how, {
            path: paths.companies(),
            searchLabel: 'Raison sociale ou SIREN',
            things: ['entreprise', 'entreprises'],
            total,
            pageSize: PAGE_SIZE,
          }),
        },
      },
    );
  };
}

function row({ legalName, siren, city, users, _count }: ListedCompany): Cell[] {
  return [
    { text: legalName, href: paths.company({ siren }), note: city },
    formatSiren(siren),
    users.length === 0
      ? { view: 'components/state', props: { kind: 'warn', label: 'Personne' } }
      : users.map(fullName).join(', '),
    counted(_count.users, 'compte', 'comptes'),
  ];
}

const noneYet: EmptyProps = {
  title: 'Aucune entreprise n’a encore de compte',
  text: 'Une entreprise arrive ici quand un vérificateur accepte sa demande de compte.',
};

function noneFound(search: string): EmptyProps {
  return {
    title: `Aucune entreprise ne correspond à «\u00a0${search}\u00a0»`,
    text: 'Cherchez par une partie de la raison sociale, ou par le SIREN.',
    action: { label: 'Voir toutes les entreprises', href: paths.companies() },
  };
}
