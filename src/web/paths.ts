/** Every address of the application. `pattern` is for the router, the call builds a link. */
type Param<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Param<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

type Values<Pattern extends string> = [Param<Pattern>] extends [never]
  ? []
  : [values: Record<Param<Pattern>, string | number>];

export interface Path<Pattern extends string> {
  (...values: Values<Pattern>): string;
  readonly pattern: Pattern;
}

function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const build = (...[values]: Values<Pattern>): string =>
    pattern.replace(/:(\w+)/g, (_, name: string) => {
      const value = (values as Readonly<Record<string, string | number>> | undefined)?.[name];
      if (value === undefined) throw new Error(`No value for :${name} in ${pattern}`);
      return encodeURIComponent(value);
    });
  return Object.assign(build, { pattern });
}

export const paths = {
  home: path('/'),
  dashboard: path('/tableau-de-bord'),
  tasks: path('/tableau-de-bord/a-faire'),

  signIn: path('/connexion'),
  signOut: path('/deconnexion'),
  forgottenPassword: path('/mot-de-passe-oublie'),
  choosePassword: path('/mot-de-passe/:token'),
  confirmEmail: path('/compte/adresse/:token'),
  acceptTerms: path('/acceptation-des-cgu'),

  requestAccount: path('/demande-de-compte'),
  requestSent: path('/demande-de-compte/enregistree'),
  requestPapers: path('/demande-de-compte/:token/pieces'),

  account: path('/compte'),
  accountProfile: path('/compte/profil'),
  accountEmail: path('/compte/adresse'),
  accountPassword: path('/compte/mot-de-passe'),
  accountSessions: path('/compte/sessions'),
  revokeSession: path('/compte/sessions/:session/fermer'),
  revokeOtherSessions: path('/compte/sessions/fermer-les-autres'),

  notifications: path('/notifications'),
  openNotification: path('/notifications/:notification'),
  readNotifications: path('/notifications/tout-lire'),

  users: path('/utilisateurs'),
  newUser: path('/utilisateurs/nouveau'),
  user: path('/utilisateurs/:login'),
  userProfile: path('/utilisateurs/:login/profil'),
  userRights: path('/utilisateurs/:login/droits'),
  inviteAgain: path('/utilisateurs/:login/invitation'),
  handOver: path('/utilisateurs/:login/passation'),
  deleteUser: path('/utilisateurs/:login/suppression'),

  requests: path('/verification/demandes'),
  request: path('/verification/demandes/:number'),
  requestPaper: path('/verification/demandes/:number/pieces/:kind'),
  approveRequest: path('/verification/demandes/:number/approbation'),
  refuseRequest: path('/verification/demandes/:number/refus'),
  askPapersAgain: path('/verification/demandes/:number/complement'),

  staff: path('/administration/equipe'),
  newStaff: path('/administration/equipe/nouveau'),
  staffMember: path('/administration/equipe/:login'),
  removeStaff: path('/administration/equipe/:login/suppression'),
  inviteStaffAgain: path('/administration/equipe/:login/invitation'),
  companies: path('/administration/entreprises'),
  company: path('/administration/entreprises/:siren'),
  designateResponsible: path('/administration/entreprises/:siren/responsable'),
  inviteResponsible: path('/administration/entreprises/:siren/invitation'),
  inviteResponsibleAgain: path('/administration/entreprises/:siren/invitation/:login'),
  audit: path('/administration/journal'),

  questionnaires: path('/questionnaires'),
  questionnaire: path('/questionnaires/:slug'),
  questionnaireExcel: path('/questionnaires/:slug/excel'),
  parcours: path('/parcours/:parcours'),
  demarche: path('/parcours/:parcours/:demarche'),
  joinDemarche: path('/parcours/:parcours/:demarche/ajouter'),
  enrolment: path('/parcours/:parcours/:demarche/:reference'),
  enrolmentResults: path('/parcours/:parcours/:demarche/:reference/telecharger'),
  leaveDemarche: path('/parcours/:parcours/:demarche/:reference/retrait'),

  answer: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug'),
  saveAnswers: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/enregistrement'),
  switchSection: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/sections'),
  requestValidation: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/demande-de-validation'),
  validateResponse: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/validation'),
  returnResponse: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/renvoi'),
  proofs: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves'),
  criterionProofs: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code'),
  proof: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/:proof'),
  attachProof: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/rattachement'),
  finaliseProofs: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/finalisation'),
  archiveProof: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/:proof/archivage'),
  results: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/resultats'),
  pastResponse: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/historique/:number'),
  criterionHistory: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/criteres/:code'),
  compareResponses: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/comparaison'),
  downloadAnswers: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/telecharger'),
  downloadPastResponse: path(
    '/parcours/:parcours/:demarche/:reference/questionnaires/:slug/historique/:number/telecharger',
  ),
  importAnswers: path('/parcours/:parcours/:demarche/:reference/questionnaires/:slug/import'),

  products: path('/produits'),
  newProduct: path('/produits/nouveau/identification'),
  newProductQualification: path('/produits/nouveau/qualification'),
  newProductRecap: path('/produits/nouveau/recapitulatif'),
  product: path('/produits/:reference'),
  productAdded: path('/produits/:reference/ajoute'),
  productIdentification: path('/produits/:reference/identification'),
  productQualification: path('/produits/:reference/qualification'),
  productSheet: path('/produits/:reference/fiche'),
  productDemarches: path('/produits/:reference/nouvelle-demarche'),
  duplicateProduct: path('/produits/:reference/duplication'),
  convertProduct: path('/produits/:reference/option'),
  archiveProduct: path('/produits/:reference/archivage'),
  publishProduct: path('/produits/:reference/publication'),
  handOverProduct: path('/produits/:reference/responsable'),

  strategy: path('/strategie-globale'),
  newStrategy: path('/strategie-globale/nouvelle/identification'),
  newStrategyQualification: path('/strategie-globale/nouvelle/qualification'),
  newStrategyRecap: path('/strategie-globale/nouvelle/recapitulatif'),
  strategyIdentification: path('/strategie-globale/identification'),
  strategyQualification: path('/strategie-globale/qualification'),

  portfolio: path('/cartographie'),

  faq: path('/faq'),
  terms: path('/cgu'),
  accessibility: path('/accessibilite'),
  legal: path('/mentions-legales'),
  privacy: path('/donnees-personnelles'),
  siteMap: path('/plan-du-site'),

  alive: path('/sante'),
  ready: path('/sante/pret'),
  developmentMails: path('/dev/courriels'),
  developmentMail: path('/dev/courriels/:mail'),
  developmentComponents: path('/dev/composants'),
} as const;
