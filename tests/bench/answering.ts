import compression from 'compression';
import express from 'express';
import { startCounting } from '../../src/jobs/counting.ts';
import { aVendor } from '../builders/additions.ts';
import { everyCriterion } from '../builders/answers.ts';
import { anEnrolment, aProduct, aResponse, guideQualification } from '../builders/subjects.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { asInProduction, listening, measured, perSecond, quantile, type Table } from './load.ts';

const socles = 'evaluation-et-projection-socles';
const TOGETHER = 32;

/** The guide's product once it exchanges with Mon espace santé, everywhere and with everybody: 165 criteria. */
const wide = {
  ...guideQualification,
  'echanges-mes': 'consomme',
  'mise-a-disposition': 'saas-ou-installe',
  'familles-documents': [
    'anest',
    'avc',
    'cr-bio',
    'cr-acp',
    'd2lm',
    'frcp',
    'pps',
    'f-prc',
    'cr-gm',
    'cse',
    'dlu-ehpad',
  ].concat(['ep-med', 'hr', 'cr-img', 'ldl', 'obp', 'oph', 'sdm-mr', 'tlm', 'vac', 'vsm']),
  messagerie: 'client',
  acteurs: ['usagers', 'professionnels', 'structures'],
  'identites-usagers': 'referentiel',
  'offre-sante': 'consomme',
  'services-echange': ['agenda', 'mesures', 'cercle-soins', 'notification', 'tracabilite', 'telesante'],
  supports: ['mobile', 'objet-connecte', 'wifi'],
  fichiers: ['import', 'numerisation', 'materialisation'],
  telemaintenance: 'oui',
  hebergement: 'editeur',
  facturation: 'oui',
};

type Vendor = Awaited<ReturnType<typeof aVendor>>;

/** The questionnaire of 36 criteria, saving one answer of it, and the workbook of a démarche of 165. */
export async function answeringFigures(): Promise<Table> {
  const app = await openApp({}, asInProduction);
  const server = await listening(app.express);
  const counting = startCounting(app.deps);
  try {
    const vendor = await aVendor(app);
    const cookie = `session=${await app.sessionOf(vendor.claire)}`;
    return {
      ...(await thePage(app, vendor, server.url, cookie)),
      ...(await theWorkbook(app, vendor, server.url, cookie)),
    };
  } finally {
    await counting.stop();
    server.close();
    await app.close();
  }
}

async function thePage(app: TestApp, { company, claire }: Vendor, at: string, cookie: string): Promise<Table> {
  const product = await aProduct('Careoptim').of(company).ledBy(claire).qualified(guideQualification).inside(app);
  await anEnrolment(product, socles).inside(app);
  const answers = everyCriterion(app, product, socles, 'securite', 2);
  await aResponse(product, 'securite').answering(answers).validatedBy(claire).inside(app);
  const url = `${at}/parcours/doctrine/${socles}/${product.reference}/questionnaires/securite`;
  const shown = await fetch(url, { headers: { cookie } });
  const page = await shown.text();
  // The form's token goes with a cookie of its own.
  const given = shown.headers.getSetCookie().map((one) => one.split(';')[0]);

  const bare = express();
  bare.use(compression());
  bare.get('/', (_, res) => {
    res.type('html').send(page);
  });
  const beside = await listening(bare);
  const table: Record<string, Table[string]> = {};
  for (const [together, compressed] of [
    [1, false],
    [TOGETHER, false],
    [1, true],
    [TOGETHER, true],
  ] as const) {
    // The first round warms both up.
    for (const each of [20, Math.round(240 / together) + 5]) {
      const ours = await measured({ url, cookie, together, each, compressed });
      const theirs = await measured({ url: `${beside.url}/`, cookie, together, each: each * 4, compressed });
      table[`the page of 36 criteria ×${together}${compressed ? ', compressed' : ''}`] = {
        kB: Math.round(ours.bytes / 1000),
        p50: quantile(ours.times, 0.5),
        p95: quantile(ours.times, 0.95),
        p99: quantile(ours.times, 0.99),
        '/s': perSecond(ours),
        'bare /s': perSecond(theirs),
        share: (perSecond(ours) / perSecond(theirs)).toFixed(2),
      };
    }
  }
  beside.close();
  return {
    ...table,
    ...(await saving(url, [cookie, ...given].join('; '), page, Object.keys(answers).slice(0, TOGETHER))),
  };
}

/** Each connection answers a criterion of its own: as fast as it is answered, then once a second. */
async function saving(page: string, cookie: string, html: string, codes: readonly string[]): Promise<Table> {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const url = `${page}/enregistrement`;
  const bodies = codes.map((critere) => new URLSearchParams({ _csrf: token, critere, commentaire: '' }).toString());
  const together = bodies.length;
  const table: Record<string, Table[string]> = {};
  for (const [title, everyMs, each, from] of [
    [`saving one answer ×${together}, at once`, null, 40, 0],
    [`saving one answer ×${together}, one a second each`, 1000, 15, 40],
  ] as const) {
    const { times, ...rest } = await measured({ url, cookie, together, each, everyMs, bodies, from });
    table[title] = {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      '/s': perSecond({ times, ...rest }),
    };
  }
  return table;
}

async function theWorkbook(app: TestApp, { company, claire }: Vendor, at: string, cookie: string): Promise<Table> {
  const demarche = 'referencement-avec-echange';
  const product = await aProduct('Careoptim Pro').of(company).ledBy(claire).qualified(wide).inside(app);
  await anEnrolment(product, demarche).inside(app);
  let criteria = 0;
  for (const questionnaire of ['urbanisation', 'interoperabilite', 'securite', 'ethique-mes']) {
    const answers = everyCriterion(app, product, demarche, questionnaire, 3);
    criteria += Object.keys(answers).length;
    await aResponse(product, questionnaire).answering(answers).validatedBy(claire).inside(app);
  }
  const url = `${at}/parcours/mon-espace-sante/${demarche}/${product.reference}/telecharger`;
  await measured({ url, cookie, together: 1, each: 5 });
  const { times, bytes, seconds } = await measured({ url, cookie, together: 1, each: 30 });
  return {
    [`the workbook of a démarche of ${criteria} criteria`]: {
      kB: Math.round(bytes / 1000),
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      '/s': perSecond({ times, bytes, seconds }),
    },
  };
}
