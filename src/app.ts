import compression from 'compression';
import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';
import { accountRoutes } from './account/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { companyRoutes } from './companies/routes.ts';
import type { Deps } from './deps.ts';
import { developmentRoutes } from './development/routes.ts';
import { NotFound } from './domain/errors.ts';
import { enrolmentRoutes } from './enrolments/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { initialisationRoutes } from './initialisation/routes.ts';
import { libraryRoutes } from './library/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { pageRoutes } from './pages/routes.ts';
import { parcoursRoutes } from './parcours/routes.ts';
import { portfolioRoutes } from './portfolio/routes.ts';
import { productRoutes } from './products/routes.ts';
import { proofRoutes } from './proofs/routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { requestRoutes } from './requests/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { signInRoutes } from './signin/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { strategyRoutes } from './strategies/routes.ts';
import { userRoutes } from './users/routes.ts';
import { errorHandler } from './web/errors.ts';
import { neverCached, securityHeaders } from './web/headers.ts';
import { requestLog } from './web/logs.ts';
import { createRoutes, type Route } from './web/router.ts';
import { sessions } from './web/session.ts';
import { workbookRoutes } from './workbooks/routes.ts';

export interface App {
  readonly express: Express;
  readonly routes: readonly Route[];
}

/** The itinerary of a request, in order. */
export function createApp(deps: Deps): App {
  const { config, clock, log, prisma, secure, secret, csrf, storage, termsVersion } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');

  app.use(requestLog(log));
  app.use(securityHeaders({ secure }));
  app.use('/statique', deps.assets.middleware);
  app.use(compression());

  const routing = { csrf, storage, clock, termsVersion, baseUrl: config.baseUrl };
  const health = createRoutes(routing);
  healthRoutes(health, deps);
  app.use(health.middleware);

  // PostgreSQL has no text with a NUL: no address of ours holds one.
  app.use((req, _res, next) => next(/%00/.test(req.path) ? new NotFound() : undefined));
  app.use(neverCached);
  app.use(cookieParser());
  app.use(...sessions({ prisma, secret, secure, clock, log }));

  const routes = createRoutes(routing);
  homeRoutes(routes, deps);
  pageRoutes(routes, deps);
  libraryRoutes(routes, deps);
  parcoursRoutes(routes, deps);
  enrolmentRoutes(routes, deps);
  questionnaireRoutes(routes, deps);
  resultRoutes(routes, deps);
  workbookRoutes(routes, deps);
  proofRoutes(routes, deps);
  signInRoutes(routes, deps);
  // First: “nouveau” is no product's reference
  productRoutes(routes, deps);
  strategyRoutes(routes, deps);
  portfolioRoutes(routes, deps);
  requestRoutes(routes, deps);
  accountRoutes(routes, deps);
  userRoutes(routes, deps);
  catalogueRoutes(routes, deps);
  initialisationRoutes(routes, deps);
  notificationRoutes(routes, deps);
  companyRoutes(routes, deps);
  staffRoutes(routes, deps);
  auditRoutes(routes, deps);
  developmentRoutes(routes, deps);
  app.use(routes.middleware);

  app.use(() => {
    throw new NotFound();
  });
  app.use(errorHandler({ log, render: deps.render, support: config.supportEmail, clock }));
  return { express: app, routes: [...health.all, ...routes.all] };
}
