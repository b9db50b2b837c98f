import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/domain/accounts/person.ts';
import { notify } from '../../src/notifications/notify.ts';
import { aCompany, aPerson, aResponsible } from '../builders/people.ts';
import { anEnrolment, aProduct, aResponse, aStrategy, guideQualification } from '../builders/subjects.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';

const app = useApp();
const SOCLES = 'evaluation-et-projection-socles';
const DAY = 86_400_000;

/** What the guide's product is asked in Urbanisation; all but the first two at what is recommended. */
const urbanisation = { 'A04.1': 2, 'A06.1': 1, 'A07.2': 2, 'A08.6.1': 2, 'A08.7.2': 3, 'A09.2': 1 } as const;
const attained = { ...urbanisation, 'A04.1': 3, 'A06.1': 2 } as const;

async function aTeam() {
  const company = await aCompany().inside(app());
  const boss = await aResponsible().of(company).named('Claire', 'Fontaine').inside(app());
  return { company, boss };
}

async function aGuideProduct(name: string, company: { readonly id: string }, boss: Person) {
  const product = await aProduct(name).of(company).ledBy(boss).qualified(guideQualification).inside(app());
  await anEnrolment(product, SOCLES).inside(app());
  return product;
}

/** What a reader reads, without tags; U+00A0 as a space. */
async function read(person: { readonly id: string }, path = '/tableau-de-bord'): Promise<string> {
  const { text, status } = await (await app().as(person)).get(path);
  expect(status).toBe(200);
  return main(text);
}

function main(html: string): string {
  const from = html.indexOf('<main');
  const text = html.slice(from, html.indexOf('</main>')).replaceAll(/<[^>]*>/g, ' ');
  return text.replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('The dashboard of an empty account', () => {
  test('tells how to begin, and shows nothing empty', async () => {
    const { boss } = await aTeam();
    const text = await read(boss);
    expect(text).toMatch(/0 produit actif · 0 démarche/);
    expect(text).toMatch(/Pour commencer Ajoutez un produit .* Choisissez une démarche .* Répondez aux questionnaires/);
    for (const absent of ['À faire', 'Vos démarches', 'Maturité de vos produits', 'Vos produits']) {
      expect(text).not.toContain(absent);
    }
  });

  test('A5: without the right on the strategy, it is not offered', async () => {
    const { company, boss } = await aTeam();
    const colleague = await aPerson().of(company).under(boss).inside(app());
    expect(await read(boss)).toContain('Stratégie globale');
    expect(await read(colleague)).not.toContain('Stratégie globale');
  });
});

describe('À faire', () => {
  test('says what, where, when, who and one act, the most pressing first', async () => {
    const { company, boss } = await aTeam();
    const [carnet, passerelle] = [
      await aGuideProduct('Carnet', company, boss),
      await aGuideProduct('Passerelle', company, boss),
    ];
    await anEnrolment(passerelle, 'telesoin').inside(app());
    const colleague = await aPerson().of(company).under(boss).accessing(carnet).named('Inès', 'Robin').inside(app());
    const asked = await aResponse(carnet, 'urbanisation').answering(urbanisation).draftedBy(colleague).inside(app());
    await app().deps.prisma.response.update({
      where: { id: asked.id },
      data: { requestedAt: app().now(), requestedBy: 'Inès Robin' },
    });
    await aResponse(carnet, 'securite').answering({ '01.01': 2 }).draftedBy(boss).inside(app());
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: passerelle.id,
        questionnaire: 'interoperabilite',
        since: app().now(),
        changedBy: 'Hugo Marchand',
        appeared: ['A08.3.1', 'A08.4.1'],
      },
    });
    await notify(app().deps.prisma, [boss.id], { title: 'Vos droits ont changé', body: 'Un droit.', href: '/compte' });

    const text = await read(boss);
    const todo = text.slice(text.indexOf('À faire'), text.indexOf('Reprendre là où vous en étiez'));
    expect(todo).toContain('À faire 6');
    const order = [
      `À valider Relire et valider « Urbanisation » Carnet – v1.0 – ${carnet.reference} · 6/6 critères renseignés aujourd’hui à 11 h 00 Inès Robin Relire`,
      `À relire Relire « Interopérabilité » : 2 critères sont apparus Passerelle – v1.0 – ${passerelle.reference} · la qualification a changé`,
      'À compléter Terminer « Sécurité » : 35 critères restants',
      'À commencer Commencer « Évaluation et projection socles » Passerelle',
      'À commencer Commencer « Télésoin » Passerelle',
      'À lire Vos droits ont changé',
    ].map((words) => todo.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(text).toMatch(/Reprendre là où vous en étiez Carnet – v1\.0 – \d+ · Sécurité 01\.01 \S.* 1\/36 · 2 %/);

    const { text: html } = await (await app().as(boss)).get('/tableau-de-bord');
    const carnetIn = `/parcours/doctrine/evaluation-et-projection-socles/${carnet.reference}/questionnaires`;
    for (const href of [
      `${carnetIn}/urbanisation?filtre=modifies`,
      `${carnetIn}/securite`,
      `${carnetIn}/securite#c-01.01`,
    ]) {
      expect(html).toContain(`href="${href}"`);
    }

    // Q3: handed over, it waits for whoever validates; the author has nothing more to do there.
    expect(await read(colleague)).toContain('Rien n’attend de décision de votre part.');
    // Sent back, it waits for its author again.
    await app().deps.prisma.response.update({
      where: { id: asked.id },
      data: { requestedAt: null, returnedAt: app().now(), returnedBy: 'Claire Fontaine' },
    });
    expect(await read(colleague)).toContain(
      `À corriger Revoir « Urbanisation » : renvoyé avec des remarques Carnet – v1.0 – ${carnet.reference} aujourd’hui à 11 h 00 Claire Fontaine Lire les remarques`,
    );
  });

  test('shows six, and links to all', async () => {
    const { company, boss } = await aTeam();
    for (let n = 1; n <= 7; n += 1) await aGuideProduct(`Produit ${n}`, company, boss);
    const text = await read(boss);
    expect(text).toContain('À faire 7');
    expect(text.match(/Commencer «/g)).toHaveLength(6 * 2);
    expect((await read(boss, '/tableau-de-bord/a-faire')).match(/Démarrer/g)).toHaveLength(7);
  });

  test('J5: an evaluation validated anew with other answers asks to update its projection', async () => {
    const { company, boss } = await aTeam();
    const product = await aGuideProduct('Carnet', company, boss);
    await aResponse(product, 'urbanisation').answering(urbanisation).validatedBy(boss).inside(app());
    app().wait(DAY);
    await aResponse(product, 'urbanisation').planning({}).validatedBy(boss).inside(app());
    app().wait(DAY);
    await aResponse(product, 'urbanisation').answering(urbanisation).validatedBy(boss).inside(app());
    expect(await read(boss)).not.toContain('Mettre à jour la projection');
    app().wait(DAY);
    await aResponse(product, 'urbanisation').answering(attained).validatedBy(boss).inside(app());
    expect(await read(boss)).toContain('Mettre à jour la projection « Urbanisation »');
  });
});

describe('Vos démarches, vos produits', () => {
  test('are searched, sorted and paged without losing one another', async () => {
    const { company, boss } = await aTeam();
    for (let n = 1; n <= 12; n += 1) await aGuideProduct(`Produit ${n}`, company, boss);
    await aStrategy().of(company).ledBy(boss).inside(app());
    const agent = await app().as(boss);
    const first = (await agent.get('/tableau-de-bord')).text;
    expect(main(first)).toMatch(/12 produits actifs · 12 démarches/);
    expect(main(first)).toContain('10 démarches sur 12');
    expect(main(first)).toContain('Voir les 12 produits');
    expect(first).toContain('/tableau-de-bord?tri=produit&amp;page=2#demarches');

    const down = main((await agent.get('/tableau-de-bord?tri=-produit&produit=produit+3&theme=securite')).text);
    expect(down.indexOf('Produit 12')).toBeLessThan(down.indexOf('Produit 11'));
    expect(down).toMatch(/Vos produits .* Produit 3 – v1\.0 Socle/);
    expect(down).not.toContain('Produit 4 – v1.0 Socle');
    expect(down).toContain(
      'Maturité de vos produits Produits par axe et par niveau. Un produit archivé n’y figure pas. Ouvrir la cartographie Sécurité',
    );

    const vain = main((await agent.get('/tableau-de-bord?q=rien&produit=rien')).text);
    expect(vain).toContain('Aucune démarche ne correspond à « rien »');
    expect(vain).toContain('Aucun produit ne correspond à « rien »');
  });

  test('D2, S2: a product says what is attained, what is not and what is a draft', async () => {
    const { company, boss } = await aTeam();
    const product = await aGuideProduct('Carnet', company, boss);
    await aResponse(product, 'urbanisation').answering(attained).validatedBy(boss).inside(app());
    await aResponse(product, 'interoperabilite').answering({ 'A10.1': 1 }).draftedBy(boss).inside(app());
    expect(await read(boss)).toContain('Urbanisation 6/6 , atteint Interopérabilité 1/7 , brouillon');
  });
});

describe('Maturité de vos produits', () => {
  test('S1: a mean with one decimal, coloured by the level wholly reached; nothing averaged is never 0', async () => {
    const { company, boss } = await aTeam();
    const product = await aGuideProduct('Carnet', company, boss);
    await aResponse(product, 'securite')
      .answering({ '01.01': 3, '01.02': 3, '01.04': 2, '02.01': 'na' })
      .validatedBy(boss)
      .inside(app());
    const { text } = await (await app().as(boss)).get('/tableau-de-bord?theme=securite');
    expect(text).toContain(
      'data-level="2" title="Carnet – v1.0, Gouvernance SSI\u00a0: 2,6 sur 3, niveau 2 (jaune) entièrement atteint"',
    );
    expect(main(text)).toContain(`s. o. : aucun critère obligatoire applicable`);
    expect(main(text)).toMatch(/\d+ critères à relever/);
  });

  test('Q4: says what is not validated yet, across the row, and keeps the validated means while a draft is open', async () => {
    const { company, boss } = await aTeam();
    const product = await aGuideProduct('Carnet', company, boss);
    const other = await aGuideProduct('Passerelle', company, boss);
    await aResponse(product, 'urbanisation').answering({ 'A04.1': 2 }).draftedBy(boss).inside(app());
    await aResponse(other, 'urbanisation').answering(attained).validatedBy(boss).inside(app());
    await aResponse(other, 'urbanisation').answering({ 'A04.1': 0 }).draftedBy(boss).inside(app());
    const text = await read(boss);
    expect(text).toContain('Pas encore validé : brouillon à 1/6');
    expect(text).toMatch(/Passerelle v1\.0 · \d+ s\. o\. .* 3,0 sur 3, niveau 3 .* Atteint/);
  });

  test('shows twelve products, then links to the cartography', async () => {
    const { company, boss } = await aTeam();
    for (let n = 1; n <= 13; n += 1) await aGuideProduct(`Produit ${n}`, company, boss);
    expect(await read(boss)).toContain('1 autre produit figure dans la cartographie.');
  });
});

describe('What one sees', () => {
  test('A5: a Contributeur sees only the products given', async () => {
    const { company, boss } = await aTeam();
    const given = await aGuideProduct('Carnet', company, boss);
    await aGuideProduct('Passerelle', company, boss);
    const colleague = await aPerson().of(company).under(boss).accessing(given).inside(app());
    const text = await read(colleague);
    expect(text).toContain('Carnet');
    expect(text).not.toContain('Passerelle');
    expect(text).toMatch(/1 produit actif · 1 démarche/);
  });

  test('A5: an option names its core product to who sees it alone', async () => {
    const { company, boss } = await aTeam();
    const core = await aProduct('Socle confidentiel').of(company).ledBy(boss).inside(app());
    const option = await aProduct('Module').of(company).ledBy(boss).optionOf(core).inside(app());
    const colleague = await aPerson().of(company).under(boss).accessing(option).inside(app());
    expect(await read(boss)).toContain(`Option de ${core.reference}`);
    expect(await read(colleague)).toContain('Module');
    expect(await read(colleague)).not.toContain('Option de');
  });

  test('P6: archived, a product leaves every part of the dashboard, and comes back', async () => {
    const { company, boss } = await aTeam();
    const product = await aGuideProduct('Carnet', company, boss);
    await aResponse(product, 'urbanisation').answering(attained).validatedBy(boss).inside(app());
    await aResponse(product, 'securite').answering({ '01.01': 2 }).draftedBy(boss).inside(app());
    await aGuideProduct('Passerelle', company, boss);
    const before = await read(boss);
    expect(before.match(/Carnet/g)?.length).toBeGreaterThan(5);
    const where = { where: { id: product.id } };
    await app().deps.prisma.subject.update({ ...where, data: { archivedAt: app().now() } });
    const archived = await read(boss);
    expect(archived).not.toContain('Carnet');
    expect(archived).toContain('1 produit actif, 1 archivé · 1 démarche');
    await app().deps.prisma.subject.update({ ...where, data: { archivedAt: null } });
    expect(await read(boss)).toBe(before);
  });

  test('costs six queries at most, with thirty products at work', async () => {
    const { company, boss } = await aTeam();
    for (let n = 1; n <= 30; n += 1) {
      const product = await aGuideProduct(`Produit ${n}`, company, boss);
      await aResponse(product, 'securite').answering({ '01.01': 2 }).draftedBy(boss).inside(app());
    }
    const agent = await app().as(boss);
    const { queries } = await countQueries(app().deps.database, () => agent.get('/tableau-de-bord'));
    expect(queries.length).toBeLessThanOrEqual(6);
  });
});
