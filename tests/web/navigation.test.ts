import { describe, expect, test } from 'vitest';
import { type Actor, allRights, noRights } from '../../src/domain/accounts/person.ts';
import { parcoursLinks } from '../../src/parcours/parcours.ts';
import { loadReferential } from '../../src/referential/load.ts';
import { referentialFolder } from '../../src/referential/read.ts';
import { navigation } from '../../src/web/navigation.ts';

const parcours = parcoursLinks(await loadReferential(referentialFolder));

const vendor: Actor = {
  id: '1',
  login: 'claire',
  name: 'Claire Fontaine',
  role: 'RESPONSIBLE',
  companyId: '1',
  companyName: 'Entreprise',
  rights: allRights,
  cguVersion: '1',
};
const labels = (actor: Actor | null): readonly string[] =>
  navigation(actor, '/tableau-de-bord', parcours).map(({ label }) => label);

describe('The navigation', () => {
  test('of a vendor: products, strategy, people, and a menu for each parcours with its démarches', () => {
    expect(labels(vendor)).toEqual([
      'Tableau de bord',
      'Vos produits',
      'Stratégie globale',
      'Utilisateurs',
      'Doctrine',
      'Mon espace santé',
      'DMN',
      'Ségur',
      'SI de téléconsultation',
    ]);
    const [, products, , , doctrine] = navigation(vendor, '/tableau-de-bord', parcours);
    expect(products?.children.map(({ label }) => label)).toEqual(['Catalogue', 'Ajouter un produit', 'Cartographie']);
    expect(doctrine?.href).toBe('/parcours/doctrine');
    expect(doctrine?.children.map(({ label }) => label)).toEqual([
      'Évaluation et projection socles',
      'Téléconsultation',
      'Téléexpertise',
      'Télésoin',
    ]);
  });

  test('A5: the strategy is not offered to who has no right on it', () => {
    expect(labels({ ...vendor, role: 'CONTRIBUTOR', rights: noRights })).not.toContain('Stratégie globale');
  });

  test('the staff and visitors have one menu of parcours, and nothing of a vendor', () => {
    for (const actor of [null, { ...vendor, role: 'VERIFIER', companyId: null, rights: noRights } as const]) {
      expect(labels(actor)).toContain('Parcours');
      expect(labels(actor)).not.toContain('Vos produits');
    }
  });

  test.each([
    ['/produits', 'Vos produits', 'Catalogue'],
    ['/produits/1920', 'Vos produits', 'Catalogue'],
    ['/produits/nouveau/identification', 'Vos produits', 'Ajouter un produit'],
    ['/cartographie', 'Vos produits', 'Cartographie'],
    ['/parcours/doctrine/telesoin/1920', 'Doctrine', 'Télésoin'],
    ['/parcours/doctrine', 'Doctrine', undefined],
  ])('%s is under « %s », « %s »', (path, menu, link) => {
    const current = navigation(vendor, path, parcours).filter((item) => item.current);
    expect(current.map(({ label }) => label)).toEqual([menu]);
    expect(current[0]?.children.find((child) => child.current)?.label).toBe(link);
  });
});
