import { describe, expect, test } from 'vitest';
import { criterionAnchor } from '../../src/answers/anchors.ts';
import { sansEchange, socles, theScoredProduct } from '../builders/scored.ts';
import { useApp } from '../support/app.ts';
import { countQueries } from '../support/count-queries.ts';
import { htmlProblems, textOf, typographyProblems } from '../support/html.ts';

const app = useApp();
const theProduct = (demarches?: readonly string[]) => theScoredProduct(app(), demarches);

/** What one part of the page says, from its heading to the next part. */
function partOf(html: string, id: string): string {
  const [part = ''] =
    new RegExp(`aria-labelledby="${id}"[\\s\\S]*?(?=<section[^>]*aria-labelledby|<footer)`).exec(html) ?? [];
  return textOf(`<p ${part}`);
}

describe('Q8: the results of one questionnaire', () => {
  test('S2, S3, D2: attained or not for each démarche that asks it, by its own levels', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', { ...all('securite', 2), '06.01': 0, '02.06': 3, '02.04': 3, '04.03': 3 });
    const { text, status } = await agent.get(`${pageOf('securite')}/resultats`);
    expect(status).toBe(200);
    const said = partOf(text, 'atteint');
    expect(said).toContain('D’après la réponse validée le 20 novembre 2026 par Claire Roux.');
    expect(said).toMatch(
      /Non atteint Doctrine du Numérique en Santé · Évaluation et projection socles 1 critère sous le niveau recommandé/,
    );
    expect(said).toMatch(
      /Non atteint Mon espace santé · Référencement sans échange de données 1 critère hors des niveaux acceptés/,
    );
    expect(await htmlProblems(text)).toEqual([]);
    expect(typographyProblems(text)).toEqual([]);
  });

  test('S3: one set of answers attains the Doctrine and not Mon espace santé', async () => {
    const { agent, pageOf, all, validated, product } = await theProduct();
    const { referential } = app().deps;
    const scope = referential.scope(socles, 'securite');
    const recommended = Object.fromEntries(
      (scope?.criteria ?? []).flatMap(({ criterion }) =>
        criterion.kind === 'maturity' && criterion.code in all('securite', 0)
          ? [[criterion.code, criterion.recommended]]
          : [],
      ),
    );
    await validated('securite', recommended);
    const said = partOf((await agent.get(`${pageOf('securite')}/resultats`)).text, 'atteint');
    expect(said).toContain('Atteint Doctrine du Numérique en Santé');
    expect(product.reference).toBeGreaterThan(0);
  });

  test('Q4: the draft changes nothing of what was validated, and the page says what it would', async () => {
    const { agent, pageOf, all, validated, drafted } = await theProduct();
    const whole = { ...all('securite', 3), '06.01': 0, '05.04': 1 } as const;
    await validated('securite', whole);
    await drafted('securite', { ...whole, '06.01': 2 });
    const { text } = await agent.get(`${pageOf('securite')}/resultats`);
    const outcomes = partOf(text, 'atteint');
    expect(outcomes).toContain('Votre brouillon ne compte qu’une fois validé.');
    expect(outcomes).toMatch(/2 critères sous le niveau recommandé, 1 avec votre brouillon/);
    const axes = partOf(text, 'radar-titre');
    expect(axes).toContain('Force probante des documents 1 0,0 sur 3, niveau 0 2,0 +2,0 2,0 2,0 −2,0');
    expect(partOf(text, 'reco')).toMatch(/06\.01 .*Débloque : Doctrine et MES .*déjà relevé à 2 dans votre brouillon/);
    expect(partOf(text, 'historique')).toMatch(/Brouillon · .* Vous · 36\/36 · 1 réponse changée Éditer/);
    expect(partOf(text, 'historique')).toMatch(/Réponse n° 1 · 20 novembre 2026 Claire Roux · 36\/36 Voir/);
  });

  test('S1: what is N/A or optional is said not to be counted, and an axis with nothing to average is “s. o.”', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', { ...all('securite', 2), '06.01': 'na', '01.03': 0 });
    const { text } = await agent.get(`${pageOf('securite')}/resultats`);
    const axes = partOf(text, 'radar-titre');
    expect(axes).toContain('Force probante des documents 0 s. o.');
    expect(axes).toMatch(
      /Ne sont pas comptés : les critères répondus N\/A \(06\.01\) et les options \(01\.03, 02\.05, 08\.03\)\./,
    );
    expect(text).not.toMatch(/<tspan[^>]*>Force probante/);
  });

  test('S1: the mean is never rounded up, nor its distance to the recommended level', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', { ...all('securite', 2), '05.02': 1 });
    const axes = partOf((await agent.get(`${pageOf('securite')}/resultats`)).text, 'radar-titre');
    expect(axes).toContain('Traçabilité et imputabilité 4 1,7 sur 3, niveau 1 2,0 2,0 −0,3');
  });

  test('the four lines at most, each with its box, its mark and whose it is; the Doctrine’s own minimum is the recommended level', async () => {
    const { agent, pageOf, all, validated, drafted } = await theProduct();
    await validated('securite', all('securite', 2));
    await drafted('securite', all('securite', 3));
    const { text } = await agent.get(`${pageOf('securite')}/resultats`);
    expect([...text.matchAll(/data-toggles="(\w+)" checked/g)].map(([, kind]) => kind)).toEqual([
      'validated',
      'draft',
      'recommended',
      'required',
    ]);
    expect(partOf(text, 'radar-titre')).toContain('Niveau minimum requis Référencement sans échange de données');
    const alone = await theProduct([socles]);
    await alone.validated('securite', all('securite', 2));
    const only = await alone.agent.get(`${alone.pageOf('securite')}/resultats`);
    expect([...only.text.matchAll(/data-toggles="(\w+)"/g)].map(([, kind]) => kind)).toEqual([
      'validated',
      'recommended',
    ]);
  });

  test('what is missing, démarche by démarche, leads to each criterion as that démarche asks it', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', { ...all('securite', 3), '06.01': 0 });
    const { text } = await agent.get(`${pageOf('securite')}/resultats`);
    expect(text).toContain(`href="${pageOf('securite')}#c-06.01"`);
    expect(text).toContain(`href="${pageOf('securite', sansEchange)}#c-06.01"`);
    expect(text).toContain('Doctrine (1)');
    expect(text).toContain('MES (1)');
  });

  test('nothing is left to raise: it says so, with the target beyond', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', all('securite', 3));
    const { text } = await agent.get(`${pageOf('securite')}/resultats`);
    expect(partOf(text, 'reco')).toContain('Rien à relever : chaque réponse est au niveau recommandé ou au-dessus.');
    expect(partOf(text, 'atteint')).not.toContain('Non atteint');
    expect(partOf(text, 'manque')).toContain('Aucune démarche n’attend un autre niveau');
  });

  test('Q2: the comments, as they were typed', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('securite', all('securite', 2), { '03.06': 'Inventaire <b>tenu</b>\ndepuis mars' });
    const { text } = await agent.get(`${pageOf('securite')}/resultats`);
    expect(partOf(text, 'commentaires')).toContain('03.06');
    expect(text).toContain('Inventaire &lt;b&gt;tenu&lt;/b&gt;\ndepuis mars');
  });
});

describe('Q8, S4: before the first validation', () => {
  test('nothing answered: an honest page, not an error', async () => {
    const { agent, pageOf } = await theProduct();
    for (const slug of ['urbanisation', 'securite']) {
      const { text, status } = await agent.get(`${pageOf(slug)}/resultats`);
      expect(status).toBe(200);
      expect(textOf(text)).toContain('Rien n’est encore répondu.');
      expect(partOf(text, 'atteint')).toContain('Pas encore évalué');
      expect(text).not.toContain('niveau 0');
      expect(await htmlProblems(text)).toEqual([]);
    }
  });

  test('Q3: a draft: what it says, and what is missing before it is validated, with links', async () => {
    const { agent, pageOf, drafted } = await theProduct();
    await drafted('urbanisation', { 'A04.1': 0 });
    const { text } = await agent.get(`${pageOf('urbanisation')}/resultats`);
    expect(textOf(text)).toContain('renseigné à 1/6');
    expect(text).toMatch(/#champ-niveau-A\d[\d-]*">A\d[\d.]* [^<]*choisissez un niveau\./);
    expect(partOf(text, 'atteint')).toMatch(/Pas encore évalué .*Rien n’est encore validé, \d avec votre brouillon/);
    expect(text).not.toContain('data-toggles="validated"');
    expect(text).toContain('data-toggles="draft"');
  });

  test('Q3, Q5: each of its links leads to something of the questionnaire’s page, a code with a space or a section included', async () => {
    const { agent, product, pageOf, drafted } = await theProduct([sansEchange]);
    const draft = await drafted('ethique-mes', { 'QUA.1.1': 0 });
    const { id: userId } = await app().deps.prisma.user.findFirstOrThrow({ where: { companyId: product.companyId } });
    const by = { switchedAt: app().now(), switchedById: userId, switchedBy: 'Claire Roux' };
    await app().deps.prisma.sectionSwitch.create({
      data: { responseId: draft.id, section: 'SF_CON', reason: '', ...by },
    });
    const followed: string[] = [];
    const page = pageOf('ethique-mes', sansEchange);
    const { text: answering } = await agent.get(page);
    const { text } = await agent.get(`${page}/resultats`);
    for (const [, anchor = ''] of text.matchAll(new RegExp(`href="${page}#([^"]+)"`, 'g'))) {
      expect(answering).toContain(`id="${anchor}"`);
      followed.push(anchor);
    }
    expect(followed).toContain('champ-raison-SF_CON');
    expect(criterionAnchor('PSC 1')).toBe('c-PSC_1');
  });

  test('fewer than three axes with a mean make a table, and no radar', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    await validated('urbanisation', { ...all('urbanisation', 'na'), 'A04.1': 2 });
    const { text } = await agent.get(`${pageOf('urbanisation')}/resultats`);
    expect(text).not.toContain('data-radar');
    expect(textOf(text)).toContain('Moins de trois axes ont une moyenne');
  });
});

describe('Q5, Q8: a questionnaire of requirements', () => {
  test('has counts by section in the place of a radar', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    const [first = '', second = ''] = Object.keys(all('ethique-mes', 3, sansEchange));
    await validated('ethique-mes', { ...all('ethique-mes', 3, sansEchange), [first]: 0, [second]: 'na' });
    const { text } = await agent.get(`${pageOf('ethique-mes', sansEchange)}/resultats`);
    expect(text).not.toContain('data-radar');
    expect(partOf(text, 'repartition')).toMatch(/Section Conforme Non conforme Non applicable Sans réponse/);
    expect(partOf(text, 'repartition')).toMatch(/Ensemble 32 1 1 0/);
    expect(await htmlProblems(text)).toEqual([]);
    expect(typographyProblems(text)).toEqual([]);
  });
});

describe('Q8: what has no results, or is not to be edited', () => {
  test('a form and deposits have none: not found', async () => {
    const { agent, pageOf } = await theProduct(['referencement-guide', 'referencement-avec-echange']);
    expect((await agent.get(`${pageOf('orientation', 'referencement-guide')}/resultats`)).status).toBe(404);
    expect((await agent.get(`${pageOf('securite-mes', 'referencement-avec-echange')}/resultats`)).status).toBe(404);
  });

  test('P6: an archived product is read, not edited', async () => {
    const { agent, pageOf, all, validated, product } = await theProduct();
    await validated('securite', all('securite', 2));
    await app().deps.prisma.subject.update({ where: { id: product.id }, data: { archivedAt: app().now() } });
    const { text, status } = await agent.get(`${pageOf('securite')}/resultats`);
    expect(status).toBe(200);
    expect(textOf(text)).toContain('Produit archivé');
    expect(text).not.toContain('fr-icon-edit-line');
  });

  test('P5: says that it is to be read again, and why', async () => {
    const { agent, pageOf, all, validated, product } = await theProduct();
    await validated('securite', all('securite', 2));
    await app().deps.prisma.rereading.create({
      data: {
        subjectId: product.id,
        questionnaire: 'securite',
        since: app().now(),
        changedBy: 'Camille Martin',
        appeared: ['05.02'],
        vanished: [],
      },
    });
    expect(textOf((await agent.get(`${pageOf('securite')}/resultats`)).text)).toContain(
      'modifiée le 20 novembre 2026 par Camille Martin',
    );
  });

  test('costs three queries, however many responses were validated', async () => {
    const { agent, pageOf, all, validated } = await theProduct();
    for (const grade of [1, 2, 3] as const) await validated('securite', all('securite', grade));
    const { queries } = await countQueries(app().deps.database, () => agent.get(`${pageOf('securite')}/resultats`));
    expect(queries).toHaveLength(3);
  });
});
