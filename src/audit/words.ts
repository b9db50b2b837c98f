/**
 * Everything that the trail records, in words, by family (the part before the point), with the words of each detail.
 * `record` takes nothing that is not here.
 */
export const recorded = {
  'signin.succeeded': { words: 'Connexion', details: {} },
  'signin.failed': { words: 'Connexion refusée', details: {} },
  'signin.locked': { words: 'Connexion refusée, compte bloqué', details: {} },
  'signin.ended': { words: 'Déconnexion', details: {} },
  'password.forgotten': { words: 'Lien de mot de passe demandé', details: {} },
  'password.chosen': { words: 'Mot de passe choisi', details: {} },
  'password.changed': { words: 'Mot de passe changé', details: {} },
  'terms.accepted': { words: 'Conditions générales acceptées', details: {} },
  'account.profileChanged': {
    words: 'Profil modifié par son titulaire',
    details: {
      Prénom: 'Prénom',
      Nom: 'Nom',
      Fonction: 'Fonction',
      Téléphone: 'Téléphone',
      'Adresse électronique': 'Adresse électronique',
    },
  },
  'account.emailAsked': { words: 'Changement d’adresse demandé', details: {} },
  'account.emailChanged': { words: 'Adresse électronique changée', details: {} },
  'session.closed': { words: 'Session fermée par son titulaire', details: { Appareil: 'Appareil' } },
  'session.othersClosed': { words: 'Autres sessions fermées par leur titulaire', details: { Sessions: 'Sessions' } },
  'user.invited': {
    words: 'Compte créé ou réinvité',
    details: { Rôle: 'Rôle', Droits: 'Droits', Produits: 'Produits', again: 'Nouvelle invitation' },
  },
  'user.profileChanged': {
    words: 'Profil modifié',
    details: {
      Prénom: 'Prénom',
      Nom: 'Nom',
      Fonction: 'Fonction',
      Téléphone: 'Téléphone',
      'Adresse électronique': 'Adresse électronique',
    },
  },
  'user.rightsChanged': {
    words: 'Droits modifiés',
    details: { Rôle: 'Rôle', Droits: 'Droits', Produits: 'Produits' },
  },
  'user.deleted': { words: 'Compte supprimé', details: { Nom: 'Nom', Rôle: 'Rôle' } },
  'company.responsibleDesignated': {
    words: 'Nouveau Responsable désigné',
    details: { to: 'Nouveau Responsable', from: 'À la place de' },
  },
  'company.responsibleInvited': {
    words: 'Nouveau Responsable invité',
    details: { to: 'Nouveau Responsable', from: 'À la place de' },
  },
  'subject.created': {
    words: 'Produit ajouté, ou stratégie globale créée',
    details: { name: 'Nom', responsible: 'Responsable' },
  },
  'subject.identified': {
    words: 'Identification modifiée',
    details: {
      name: 'Nom',
      version: 'Version',
      type: 'Type de produit',
      core: 'Produit socle',
      nil: 'NIL',
      responsible: 'Responsable',
      description: 'Description',
      certifications: 'Certifications',
      interests: 'Intérêt déclaré',
    },
  },
  'subject.qualified': {
    words: 'Qualification modifiée',
    details: { answers: 'Réponses', rereading: 'Questionnaires à relire' },
  },
  'subject.enrolled': { words: 'Inscription à une démarche', details: { demarche: 'Démarche' } },
  'subject.withdrawn': { words: 'Retrait d’une démarche', details: { demarche: 'Démarche' } },
  'subject.archived': { words: 'Produit archivé', details: {} },
  'subject.restored': { words: 'Produit désarchivé', details: {} },
  'subject.duplicated': { words: 'Produit obtenu par duplication', details: { from: 'Produit d’origine' } },
  'subject.converted': { words: 'Type de produit modifié', details: { type: 'Type', core: 'Produit socle' } },
  'subject.published': { words: 'Produit publié dans l’Observatoire', details: {} },
  'subject.unpublished': { words: 'Produit retiré de l’Observatoire', details: {} },
  'subject.declared': {
    words: 'Formulaire d’une démarche rempli',
    details: { demarche: 'Démarche', form: 'Formulaire', answers: 'Réponses', rereading: 'Questionnaires à relire' },
  },
  'subject.handedOver': { words: 'Passation de responsabilité', details: { from: 'De', to: 'À' } },
  'response.requested': {
    words: 'Validation d’un questionnaire demandée',
    details: { demarche: 'Démarche', questionnaire: 'Questionnaire' },
  },
  'response.returned': {
    words: 'Questionnaire renvoyé avec des remarques',
    details: { demarche: 'Démarche', questionnaire: 'Questionnaire', remarks: 'Critères avec une remarque' },
  },
  'response.validated': {
    words: 'Questionnaire validé',
    details: { demarche: 'Démarche', questionnaire: 'Questionnaire', number: 'Numéro de la réponse' },
  },
  'proof.deposited': {
    words: 'Preuve déposée',
    details: {
      demarche: 'Démarche',
      questionnaire: 'Questionnaire',
      criterion: 'Exigence',
      type: 'Type',
      file: 'Fichier',
      sha256: 'Empreinte',
    },
  },
  'proof.attached': {
    words: 'Preuve rattachée à une autre exigence',
    details: {
      demarche: 'Démarche',
      questionnaire: 'Questionnaire',
      criterion: 'Exigence',
      type: 'Type',
      file: 'Fichier',
    },
  },
  'proof.archived': {
    words: 'Preuve archivée',
    details: { questionnaire: 'Questionnaire', criterion: 'Exigence', type: 'Type', file: 'Fichier' },
  },
  'proof.restored': {
    words: 'Preuve archivée remise en place',
    details: { questionnaire: 'Questionnaire', criterion: 'Exigence', type: 'Type', file: 'Fichier' },
  },
  'proof.finalised': {
    words: 'Dépôt des preuves finalisé',
    details: { questionnaire: 'Questionnaire', criterion: 'Exigence' },
  },
  'proof.reopened': {
    words: 'Dépôt des preuves rouvert',
    details: { questionnaire: 'Questionnaire', criterion: 'Exigence' },
  },
  'proof.quarantined': {
    words: 'Fichier mis en quarantaine par l’antivirus',
    details: { file: 'Fichier', finding: 'Ce qui y a été trouvé', sha256: 'Empreinte' },
  },
  'request.created': {
    words: 'Demande de compte enregistrée',
    details: { company: 'Entreprise', siren: 'SIREN' },
  },
  'request.linkSentAgain': { words: 'Lien de dépôt envoyé de nouveau', details: {} },
  'request.papersDeposited': {
    words: 'Pièces déposées',
    details: { issuedOn: 'Kbis du', identity: 'Empreinte de la pièce d’identité', kbis: 'Empreinte du Kbis' },
  },
  'request.paperSeen': { words: 'Pièce consultée', details: { paper: 'Pièce' } },
  'request.papersAsked': { words: 'Autres pièces demandées', details: { reason: 'Motif' } },
  'request.approved': { words: 'Demande de compte approuvée', details: { reason: 'Motif' } },
  'request.refused': { words: 'Demande de compte refusée', details: { reason: 'Motif' } },
  'request.papersRemoved': { words: 'Pièces supprimées', details: {} },
  'request.abandoned': { words: 'Demande de compte abandonnée, effacée', details: { company: 'Entreprise' } },
  'staff.invited': {
    words: 'Compte de l’équipe créé ou réinvité',
    details: { role: 'Rôle', again: 'Nouvelle invitation', by: 'Par' },
  },
  'staff.removed': { words: 'Compte de l’équipe supprimé', details: { role: 'Rôle' } },
} as const satisfies Readonly<
  Record<`${Family}.${string}`, { readonly words: string; readonly details: Readonly<Record<string, string>> }>
>;

export type RecordedAction = keyof typeof recorded;
export type DetailOf<Action extends RecordedAction> = keyof (typeof recorded)[Action]['details'];

export const families = {
  signin: 'Connexions',
  password: 'Mots de passe',
  terms: 'Conditions générales',
  account: 'Comptes',
  session: 'Sessions',
  user: 'Utilisateurs',
  company: 'Entreprises',
  subject: 'Produits et stratégie globale',
  response: 'Réponses aux questionnaires',
  proof: 'Preuves',
  request: 'Demandes de compte',
  staff: 'Équipe',
} as const;

type Family = keyof typeof families;

/** An action recorded by an older version may have no words left: the trail hides nothing. */
export function actionWords(action: string): string {
  return isRecorded(action) ? recorded[action].words : action;
}

export function detailWords(action: string, detail: string): string {
  const details: Readonly<Record<string, string>> = isRecorded(action) ? recorded[action].details : {};
  return details[detail] ?? detail;
}

export function actionsOf(family: Family): readonly string[] {
  return Object.keys(recorded).filter((action) => action.startsWith(`${family}.`));
}

function isRecorded(action: string): action is RecordedAction {
  return Object.hasOwn(recorded, action);
}
