/** What each recorded action is called on screen, by family: the part before the point. */
export const families: Readonly<Record<string, string>> = {
  signin: 'Connexions',
  password: 'Mots de passe',
  terms: 'Conditions générales',
  account: 'Comptes',
  session: 'Sessions',
  user: 'Utilisateurs',
  request: 'Demandes de compte',
  staff: 'Équipe',
};

const actions: Readonly<Record<string, string>> = {
  'signin.succeeded': 'Connexion',
  'signin.failed': 'Connexion refusée',
  'signin.locked': 'Connexion refusée, compte bloqué',
  'signin.ended': 'Déconnexion',
  'password.forgotten': 'Lien de mot de passe demandé',
  'password.chosen': 'Mot de passe choisi',
  'password.changed': 'Mot de passe changé',
  'account.profileChanged': 'Profil modifié par son titulaire',
  'account.emailAsked': 'Changement d’adresse demandé',
  'account.emailChanged': 'Adresse électronique changée',
  'session.closed': 'Session fermée par son titulaire',
  'session.othersClosed': 'Autres sessions fermées par leur titulaire',
  'user.invited': 'Compte créé ou réinvité',
  'user.profileChanged': 'Profil modifié',
  'user.rightsChanged': 'Droits modifiés',
  'user.handedOver': 'Passation de responsabilité',
  'user.deleted': 'Compte supprimé',
  'terms.accepted': 'Conditions générales acceptées',
  'request.created': 'Demande de compte enregistrée',
  'request.linkSentAgain': 'Lien de dépôt envoyé de nouveau',
  'request.papersDeposited': 'Pièces déposées',
  'request.paperSeen': 'Pièce consultée',
  'request.papersAsked': 'Autres pièces demandées',
  'request.approved': 'Demande de compte approuvée',
  'request.refused': 'Demande de compte refusée',
  'request.papersRemoved': 'Pièces supprimées',
  'request.abandoned': 'Demande de compte abandonnée, effacée',
  'staff.invited': 'Compte de l’équipe créé ou réinvité',
  'staff.removed': 'Compte de l’équipe supprimé',
};

/** An action that has no words yet is shown by its name: the trail hides nothing. */
export function actionWords(action: string): string {
  return actions[action] ?? action;
}
