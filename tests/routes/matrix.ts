/** What the router lets each kind of person do. A route that is not written here fails the test. */
export const kinds = [
  'visitor',
  'before the CGU',
  'other company',
  'contributor without access',
  'contributor',
  'validator',
  'responsible',
  'verifier',
  'administrator',
] as const;

export type Kind = (typeof kinds)[number];

/** `open`: the page, or the form's own refusal of what was sent. `not found`: it is not theirs, or there is no such thing. */
export type Outcome = 'open' | 'sign in' | 'terms' | 'refused' | 'not found' | 'failure';

type Line = Readonly<Record<Kind, Outcome>>;

function line(signedIn: Outcome, exceptions: Partial<Line> = {}): Line {
  const lines = Object.fromEntries(kinds.map((kind) => [kind, signedIn])) as Record<Kind, Outcome>;
  return { ...lines, visitor: 'sign in', 'before the CGU': 'terms', ...exceptions };
}

const everybody = line('open', { visitor: 'open', 'before the CGU': 'open' });
/** Open to all, and the link that it is asked with opens nothing. */
const deadLink = line('not found', { visitor: 'not found', 'before the CGU': 'not found' });
const signedIn = line('open');
const signedInNothingThere = line('not found');
const vendors = line('open', { verifier: 'refused', administrator: 'refused' });
/** The person asked for is attached to the Responsable, to nobody else (A6). */
const aboveThem = line('not found', { responsible: 'open', verifier: 'refused', administrator: 'refused' });
const creators = line('refused', { responsible: 'open', 'other company': 'open' });
const strategists = line('refused', { responsible: 'open', 'other company': 'open' });
/** Only the other company has its strategy. */
const strategistsOfOne = line('refused', { 'other company': 'open', responsible: 'not found' });
/** The product asked for is the company's: whoever accesses it, nobody else (A5). */
const itsPeople = line('open', {
  'other company': 'not found',
  'contributor without access': 'not found',
  verifier: 'refused',
  administrator: 'refused',
});
/** The same, for what they do not have. */
const itsPeopleNothingThere = line('not found', { verifier: 'refused', administrator: 'refused' });
/** The same, for what only its responsible and the Responsables may do. */
const itsLeaders = line('refused', {
  'other company': 'not found',
  'contributor without access': 'not found',
  responsible: 'open',
});
/** Of those who access it, whoever may validate its questionnaires (A5). */
const itsValidators = line('refused', { 'other company': 'not found', validator: 'open', responsible: 'open' });
const verifiers = line('refused', { verifier: 'open' });
const verifiersNothingThere = line('refused', { verifier: 'not found' });
const administrators = line('refused', { administrator: 'open' });
/** The person asked for is not of that company. */
const administratorsNothingThere = line('refused', { administrator: 'not found' });

export const matrix: Readonly<Record<string, Line>> = {
  'GET /': everybody,
  'GET /sante': everybody,
  'GET /sante/pret': everybody,
  'GET /faq': everybody,
  'GET /cgu': everybody,
  'GET /accessibilite': everybody,
  'GET /mentions-legales': everybody,
  'GET /donnees-personnelles': everybody,
  'GET /plan-du-site': everybody,
  'GET /questionnaires': everybody,
  'GET /questionnaires/:slug': everybody,
  'GET /questionnaires/:slug/excel': everybody,
  'GET /parcours/:parcours': everybody,
  'GET /parcours/:parcours/:demarche': everybody,
  'GET /parcours/:parcours/:demarche/ajouter': vendors,
  'POST /parcours/:parcours/:demarche/ajouter': vendors,
  'GET /parcours/:parcours/:demarche/:reference': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/telecharger': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/retrait': itsLeaders,
  'POST /parcours/:parcours/:demarche/:reference/retrait': itsLeaders,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug': itsPeople,
  // What is sent is read first: an empty form says nothing of whose product it is
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/sections': vendors,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/enregistrement': vendors,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/rattachement': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/finalisation': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/:proof': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/preuves/:code/:proof/archivage': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/demande-de-validation': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/demande-de-validation': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/validation': itsValidators,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/resultats': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/historique/:number': itsPeopleNothingThere,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/criteres/:code': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/comparaison': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/renvoi': itsValidators,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/renvoi': itsValidators,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/telecharger': itsPeople,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/historique/:number/telecharger':
    itsPeopleNothingThere,
  'GET /parcours/:parcours/:demarche/:reference/questionnaires/:slug/import': itsPeople,
  'POST /parcours/:parcours/:demarche/:reference/questionnaires/:slug/import': itsPeople,
  'GET /dev/courriels': everybody,
  'GET /dev/courriels/:mail': deadLink,
  'GET /dev/composants': everybody,

  'GET /connexion': everybody,
  'POST /connexion': everybody,
  'POST /deconnexion': everybody,
  'GET /mot-de-passe-oublie': everybody,
  'POST /mot-de-passe-oublie': everybody,
  'GET /mot-de-passe/:token': deadLink,
  'POST /mot-de-passe/:token': deadLink,
  'GET /acceptation-des-cgu': line('open', { 'before the CGU': 'open' }),
  'POST /acceptation-des-cgu': line('open', { 'before the CGU': 'open' }),

  'GET /demande-de-compte': everybody,
  'POST /demande-de-compte': everybody,
  'GET /demande-de-compte/enregistree': everybody,
  'GET /demande-de-compte/:token/pieces': deadLink,
  'POST /demande-de-compte/:token/pieces': deadLink,

  'GET /tableau-de-bord': signedIn,
  'GET /tableau-de-bord/a-faire': vendors,
  'GET /cartographie': vendors,
  'GET /notifications': signedIn,
  'POST /notifications/tout-lire': signedIn,
  'POST /notifications/:notification': signedInNothingThere,

  'GET /compte': signedIn,
  'GET /compte/profil': signedIn,
  'POST /compte/profil': signedIn,
  'GET /compte/adresse': signedIn,
  'POST /compte/adresse': signedIn,
  'GET /compte/adresse/:token': deadLink,
  'POST /compte/adresse/:token': deadLink,
  'GET /compte/mot-de-passe': signedIn,
  'POST /compte/mot-de-passe': signedIn,
  'GET /compte/sessions': signedIn,
  'POST /compte/sessions/fermer-les-autres': signedIn,
  'POST /compte/sessions/:session/fermer': signedInNothingThere,

  'GET /utilisateurs': vendors,
  'GET /utilisateurs/nouveau': creators,
  'POST /utilisateurs/nouveau': creators,
  'GET /utilisateurs/:login': aboveThem,
  'GET /utilisateurs/:login/profil': aboveThem,
  'POST /utilisateurs/:login/profil': aboveThem,
  'GET /utilisateurs/:login/droits': aboveThem,
  'POST /utilisateurs/:login/droits': aboveThem,
  'POST /utilisateurs/:login/invitation': aboveThem,
  'GET /utilisateurs/:login/passation': aboveThem,
  'POST /utilisateurs/:login/passation': aboveThem,
  'GET /utilisateurs/:login/suppression': aboveThem,
  'POST /utilisateurs/:login/suppression': aboveThem,

  'GET /produits': vendors,
  'GET /produits/:reference': itsPeople,
  'GET /produits/:reference/fiche': itsPeople,
  'GET /produits/:reference/nouvelle-demarche': itsPeople,
  'POST /produits/:reference/archivage': itsLeaders,
  'GET /produits/:reference/duplication': itsPeople,
  'POST /produits/:reference/duplication': itsPeople,
  'GET /produits/:reference/option': itsLeaders,
  'POST /produits/:reference/option': itsLeaders,
  'GET /produits/:reference/publication': itsLeaders,
  'POST /produits/:reference/publication': itsLeaders,
  'GET /produits/:reference/responsable': itsLeaders,
  'POST /produits/:reference/responsable': itsLeaders,
  'GET /produits/:reference/identification': itsPeople,
  'POST /produits/:reference/identification': itsPeople,
  'GET /produits/:reference/qualification': itsPeople,
  'POST /produits/:reference/qualification': itsPeople,
  'GET /strategie-globale': strategists,
  'GET /strategie-globale/identification': strategistsOfOne,
  'POST /strategie-globale/identification': strategistsOfOne,
  'GET /strategie-globale/qualification': strategistsOfOne,
  'POST /strategie-globale/qualification': strategistsOfOne,
  'GET /produits/nouveau/identification': vendors,
  'POST /produits/nouveau/identification': vendors,
  'GET /produits/nouveau/qualification': vendors,
  'POST /produits/nouveau/qualification': vendors,
  'GET /produits/nouveau/recapitulatif': vendors,
  'POST /produits/nouveau/recapitulatif': vendors,
  'GET /produits/:reference/ajoute': itsPeople,
  'GET /strategie-globale/nouvelle/identification': strategists,
  'POST /strategie-globale/nouvelle/identification': strategists,
  'GET /strategie-globale/nouvelle/qualification': strategists,
  'POST /strategie-globale/nouvelle/qualification': strategists,
  'GET /strategie-globale/nouvelle/recapitulatif': strategists,
  'POST /strategie-globale/nouvelle/recapitulatif': strategists,

  'GET /verification/demandes': verifiers,
  'GET /verification/demandes/:number': verifiersNothingThere,
  'GET /verification/demandes/:number/pieces/:kind': verifiersNothingThere,
  'POST /verification/demandes/:number/approbation': verifiersNothingThere,
  'POST /verification/demandes/:number/refus': verifiersNothingThere,
  'POST /verification/demandes/:number/complement': verifiersNothingThere,

  'GET /administration/entreprises': administrators,
  'GET /administration/entreprises/:siren': administrators,
  'GET /administration/entreprises/:siren/responsable': administrators,
  'POST /administration/entreprises/:siren/responsable': administrators,
  'GET /administration/entreprises/:siren/invitation': administrators,
  'POST /administration/entreprises/:siren/invitation': administrators,
  'POST /administration/entreprises/:siren/invitation/:login': administratorsNothingThere,
  'GET /administration/equipe': administrators,
  'GET /administration/equipe/nouveau': administrators,
  'POST /administration/equipe/nouveau': administrators,
  'GET /administration/equipe/:login': administrators,
  'POST /administration/equipe/:login/invitation': administrators,
  'POST /administration/equipe/:login/suppression': administrators,
  'GET /administration/journal': administrators,
};
