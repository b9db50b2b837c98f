import { describe, expect, test } from 'vitest';
import { told } from '../../src/referential/load.ts';
import { assembleFiles, guideFiles } from './guide-files.ts';

const form = 'forms/exemple-formulaire.yaml';
const maturity = 'questionnaires/exemple-maturite.yaml';
const compliance = 'questionnaires/exemple-conformite/sections/1-contenu.yaml';
const deposit = 'questionnaires/exemple-depot.yaml';
const parcours = 'parcours/exemple-parcours.yaml';
const demarche = 'demarches/exemple-demarche.yaml';

/** The right files with one thing changed. */
function changed(file: string, from: string, to: string): ReadonlyMap<string, string> {
  const text = guideFiles.get(file) ?? '';
  expect(text).toContain(from);
  return new Map([...guideFiles, [file, text.replace(from, to)]]);
}

function mistakesIn(files: ReadonlyMap<string, string>): readonly string[] {
  return assembleFiles(files).mistakes.map(told);
}

/** What is changed, in which file, and the line that tells it (without the number of the line). */
const broken: readonly [what: string, file: string, from: string, to: string, told: string][] = [
  ['unreadable YAML', form, 'kind: form', 'kind: [form', `${form}  YAML illisible`],
  ['a key written twice', form, 'kind: form', 'kind: form\nkind: form', `${form}  cette clé est écrite deux fois`],
  ['an unknown key', maturity, 'edition:', 'annee:', `${maturity}  annee  clé inconnue : « annee »`],
  [
    'a key left out',
    maturity,
    'objective:',
    'target_:',
    `${maturity}  sections[0].criteria[0].objective  « objective » manque`,
  ],
  [
    'a level left out',
    maturity,
    '          2: Le produit porte',
    '          # Le produit porte',
    `${maturity}  sections[0].criteria[0].levels.2  « 2 » manque`,
  ],
  [
    'advice left out',
    maturity,
    '          1: Ajoutez',
    '          # Ajoutez',
    `${maturity}  sections[0].criteria[0].toReach.1  « 1 » manque`,
  ],
  [
    'an empty text',
    maturity,
    "objective: Mesurer la capacité du produit à porter l'identité nationale de santé.",
    'objective:',
    `${maturity}  sections[0].criteria[0].objective  le texte est vide`,
  ],
  [
    'a sentence without its full stop',
    maturity,
    'nationale de santé.\n        target: F',
    'nationale de santé\n        target: F',
    `${maturity}  sections[0].criteria[0].objective  la phrase doit finir par un point`,
  ],
  [
    'straight quotation marks',
    maturity,
    'Mesurer la capacité',
    'Mesurer la "capacité"',
    `${maturity}  sections[0].criteria[0].objective  les guillemets s’écrivent « … »`,
  ],
  [
    'a level that does not exist',
    maturity,
    'recommended: 2 ',
    'recommended: 4 ',
    `${maturity}  sections[0].criteria[0].recommended  un niveau est 0, 1, 2 ou 3`,
  ],
  [
    'an unknown kind',
    maturity,
    'kind: maturity',
    'kind: audit',
    `${maturity}  kind  le genre (kind) d’un questionnaire est maturity, compliance ou deposit`,
  ],
  [
    'an id that is not one',
    form,
    'id: classe',
    'id: Classe du DM',
    `${form}  sections[0].questions[1].id  un identifiant s’écrit en minuscules`,
  ],
  [
    'a file that does not bear its id',
    parcours,
    'id: exemple-parcours',
    'id: autre',
    `${parcours}  id  l’identifiant « autre » n’est pas le nom du fichier`,
  ],
  ['an unknown colour', parcours, 'blue-cumulus', 'bleu', `${parcours}  colour  une couleur illustrative`],
  [
    'an axis that does not exist',
    maturity,
    '    axis: identite',
    '    axis: identity',
    `${maturity}  sections[0].axis  l’axe « identity » n’existe pas ; axes déclarés : identite`,
  ],
  [
    'a validity that ends before it starts',
    maturity,
    'kind: maturity',
    'kind: maturity\nvalidFrom: 2022-05-01\nvalidUntil: 2021-12-31',
    `${maturity}  validUntil  cette date précède validFrom, 2022-05-01`,
  ],
  [
    'a criterion on no axis',
    maturity,
    '    axis: identite',
    '',
    `${maturity}  sections[0].criteria[0]  le critère A04.1 n’est sur aucun axe`,
  ],
  [
    'an empty section',
    compliance,
    '  - code: QUA\n',
    '  - code: VIDE\n    title: Vide\n  - code: QUA\n',
    `${compliance}  sections[0]  cette section est vide`,
  ],
  [
    'a section code taken by its neighbour',
    compliance,
    '  - code: QUA\n',
    '  - code: QUA\n    title: Autre\n  - code: QUA\n',
    `${compliance}  sections[1].code  le code de section « SF_CON/QUA » est déjà pris`,
  ],
  [
    'a question number that is taken',
    form,
    'number: 2',
    'number: 1',
    `${form}  sections[0].questions[1].number  le numéro « 1 » est déjà pris`,
  ],
  [
    'a question id that is taken',
    form,
    'id: description',
    'id: acteurs',
    `${form}  sections[0].questions[3].id  l’identifiant « acteurs » est déjà pris`,
  ],
  [
    'a template that is not there',
    deposit,
    'questionnaire-rgpd-mes.odt',
    'questionnaire-rgpd.odt',
    `${deposit}  documents[0].template.file  le fichier public/documents/questionnaire-rgpd.odt n’existe pas`,
  ],
  [
    'a template of a format that nobody is sure to open',
    deposit,
    'questionnaire-rgpd-mes.odt',
    'questionnaire-rgpd-mes.pages',
    `${deposit}  documents[0].template.file  un fichier .odt, .ods, .docx, .xlsx ou .pdf de public/documents est attendu`,
  ],
  [
    'the picture of a section that is not there',
    maturity,
    '    axis: identite',
    '    axis: identite\n    picture: { file: identite.svg, alternative: Les étapes. }',
    `${maturity}  sections[0].picture.file  le fichier public/images/identite.svg n’existe pas`,
  ],
  [
    'the picture of a criterion that is not there',
    compliance,
    '        naOffered: true',
    '        picture: { file: contenus/revue.png, alternative: La revue. }\n        naOffered: true',
    `${compliance}  sections[0].criteria[0].picture.file  le fichier public/images/contenus/revue.png n’existe pas`,
  ],
  [
    'a document code that is taken',
    deposit,
    'code: AIPD',
    'code: QUESTIONNAIRE',
    `${deposit}  documents[1].code  le code « QUESTIONNAIRE » est déjà pris`,
  ],
  [
    'a proof that is taken',
    compliance,
    'id: CE',
    'id: LISTE',
    `${compliance}  sections[0].criteria[0].scenarios[0].proofs[1].id  le type de preuve « LISTE » est déjà pris`,
  ],
  [
    'a condition on a question that does not exist',
    maturity,
    'exemple-formulaire.acteurs',
    'exemple-formulaire.acteur',
    `${maturity}  sections[0].criteria[0].when  la question « exemple-formulaire.acteur » n’existe pas`,
  ],
  [
    'a condition on an answer that does not exist',
    maturity,
    'includes: [usagers]',
    'includes: [patients]',
    `${maturity}  sections[0].criteria[0].when  « patients » n’est pas une réponse à « exemple-formulaire.acteurs » ; réponses : professionnels, usagers, aucun`,
  ],
  [
    'one answer compared as several',
    form,
    'in: [oui] }',
    'includes: [oui] }',
    `${form}  sections[0].questions[1].when  « exemple-formulaire.dispositif-medical » se compare avec in, et non avec includes`,
  ],
  [
    'a text compared with answers',
    maturity,
    '{ question: exemple-formulaire.acteurs, includes: [usagers] }',
    '{ question: exemple-formulaire.description, in: [usagers] }',
    `${maturity}  sections[0].criteria[0].when  « exemple-formulaire.description » n’est pas une question à choix`,
  ],
  [
    'a condition that is none',
    maturity,
    '{ question: exemple-formulaire.acteurs, includes: [usagers] }',
    '{ question: exemple-formulaire.acteurs, equals: usagers }',
    `${maturity}  sections[0].criteria[0].when  une condition s’écrit`,
  ],
  [
    'a question cited without its form',
    maturity,
    'exemple-formulaire.acteurs',
    'acteurs',
    `${maturity}  sections[0].criteria[0].when.question  une question se cite avec son formulaire`,
  ],
  [
    'a condition that can never hold',
    maturity,
    '{ question: exemple-formulaire.acteurs, includes: [usagers] }',
    '{ all: [{ question: exemple-formulaire.dispositif-medical, in: [non] }, { answered: exemple-formulaire.classe }] }',
    `${maturity}  sections[0].criteria[0].when  cette condition n’est vraie pour aucune réponse possible`,
  ],
  [
    'a condition that can never fail',
    maturity,
    '{ question: exemple-formulaire.acteurs, includes: [usagers] }',
    '{ answered: exemple-formulaire.acteurs }',
    `${maturity}  sections[0].criteria[0].when  cette condition est vraie quelles que soient les réponses`,
  ],
  [
    'a recommendation that can never hold',
    maturity,
    'in: [iib] } }',
    'in: [i, iia, iib] } }\n          - { level: 1, when: { all: [{ question: exemple-formulaire.classe, in: [i] }, { question: exemple-formulaire.dispositif-medical, in: [non] }] } }',
    `${maturity}  sections[0].criteria[0].recommendedWhen[1].when  cette condition n’est vraie pour aucune réponse possible`,
  ],
  [
    'questions that show one another',
    form,
    '        title: Le produit est-il',
    '        when: { answered: exemple-formulaire.classe }\n        title: Le produit est-il',
    `${form}  sections[0].questions[1].when  ces questions se montrent en boucle`,
  ],
  [
    'a parcours that does not exist',
    demarche,
    'parcours: exemple-parcours',
    'parcours: doctrine',
    `${demarche}  parcours  le parcours « doctrine » n’existe pas`,
  ],
  [
    'a questionnaire that does not exist',
    demarche,
    '- questionnaire: exemple-depot',
    '- questionnaire: depot',
    `${demarche}  questionnaires[2].questionnaire  le questionnaire « depot » n’existe pas`,
  ],
  [
    'a questionnaire asked twice',
    demarche,
    '- questionnaire: exemple-depot',
    '- questionnaire: exemple-maturite',
    `${demarche}  questionnaires[2]  « exemple-maturite » est déjà demandé par cette démarche`,
  ],
  [
    'accepted levels for a criterion that is not there',
    demarche,
    'criteria: [A04.1]',
    'criteria: [A04.1, A04.2]',
    `${demarche}  questionnaires[0].requirements[0].criteria[1]  « A04.2 » n’existe pas dans le questionnaire « exemple-maturite »`,
  ],
  [
    'a criterion cited twice',
    demarche,
    'criteria: [A04.1]',
    'criteria: [A04.1, A04.1]',
    `${demarche}  questionnaires[0].requirements[0].criteria[1]  « A04.1 » est cité deux fois`,
  ],
  [
    'a criterion forgotten',
    demarche,
    '        criteria: others\n',
    '        criteria: [QUA.1.2]\n',
    `${demarche}  questionnaires[1]  ni demandés (requirements) ni laissés de côté (excluded) : QUA.1.1`,
  ],
  [
    'accepted levels that are not offered',
    demarche,
    'accepted: [na, 3] ',
    'accepted: [1, 2] ',
    `${demarche}  questionnaires[1].requirements[0].criteria  « QUA.1.1 » ne propose aucun des niveaux acceptés : 1, 2`,
  ],
  [
    'accepted levels for a document',
    demarche,
    '{ nature: mandatory, criteria: others }',
    '{ nature: mandatory, accepted: [3], criteria: others }',
    `${demarche}  questionnaires[2].requirements[0].criteria  « QUESTIONNAIRE » est un document à déposer`,
  ],
  [
    'an unknown nature',
    demarche,
    'nature: mandatory  ',
    'nature: obligatoire',
    `${demarche}  questionnaires[0].requirements[0].nature  la nature est mandatory, recommended ou optional`,
  ],
  [
    'a questionnaire to validate that is not asked',
    demarche,
    'opensAfter: [exemple-maturite]',
    'opensAfter: [orientation]',
    `${demarche}  questionnaires[1].opensAfter[0]  « orientation » n’est pas un questionnaire de cette démarche`,
  ],
  [
    'a stage on a form that does not exist',
    demarche,
    '{ kind: questionnaires, title: Questionnaires }',
    '{ kind: admissibility, title: Recevabilité, form: recevabilite }',
    `${demarche}  stages[0].form  le formulaire « recevabilite » n’existe pas`,
  ],
  [
    'a subject that the démarche is not for',
    demarche,
    '    projection: true',
    '    subject: strategy',
    `${demarche}  questionnaires[0].subject  cette démarche ne s’adresse pas à « strategy »`,
  ],
  [
    'a condition on a form that nobody has answered',
    form,
    'profileOf: product',
    'profileOf: strategy',
    `${demarche}  questionnaires[0].requirements[0].criteria[0]  la condition dépend de « exemple-formulaire.acteurs », une question que cette démarche ne pose pas`,
  ],
  [
    'an example of a form that does not hold',
    form,
    'required: 6',
    'required: 7',
    `${form}  examples[0].required  questions obligatoires affichées : attendu 7, trouvé 6`,
  ],
  [
    'an example with an unknown answer',
    form,
    'acteurs: [usagers]',
    'acteurs: [patients]',
    `${form}  examples[0].answers.acteurs  réponse inconnue : patients`,
  ],
  [
    'an example of a questionnaire that does not hold',
    maturity,
    'recommended: { A04.1: 2 }',
    'recommended: { A04.1: 3 }',
    `${maturity}  examples[0].recommended.A04.1  niveau recommandé de A04.1 : attendu 3, trouvé 2`,
  ],
  [
    'a profile that is no example',
    maturity,
    'profile: [exemple-formulaire.dispositif-iia]',
    'profile: [exemple-formulaire.dispositif]',
    `${maturity}  examples[0].profile[0]  l’exemple « exemple-formulaire.dispositif » n’existe dans aucun formulaire`,
  ],
  [
    'a radar that does not hold',
    demarche,
    'identite: 2.0',
    'identite: 3.0',
    `${demarche}  examples[0].expects.exemple-maturite.radar  radar : attendu identite 3.0, trouvé identite 2.0`,
  ],
  [
    'an attainment that does not hold',
    demarche,
    'attained: false, short: [QUA.1.1]',
    'attained: true, short: []',
    `${demarche}  examples[0].expects.exemple-conformite.attained  démarche atteinte : attendu oui, trouvé non`,
  ],
  [
    'a questionnaire that should be hidden',
    demarche,
    'exemple-depot: { applicable: 2 }',
    'exemple-depot: hidden',
    `${demarche}  examples[0].expects.exemple-depot  questionnaire proposé : attendu non, trouvé oui`,
  ],
  [
    'a condition of a démarche that is none',
    demarche,
    'in: [oui] }   # remplace',
    'equals: oui }   # remplace',
    `${demarche}  questionnaires[1].requirements[0].when  une condition s’écrit`,
  ],
  [
    'an answer to choose from that holds a mistake',
    form,
    'title: Usagers\n',
    'titre: Usagers\n',
    `${form}  sections[0].questions[2].options.usagers.titre  clé inconnue : « titre »`,
  ],
];

describe('a referential with a mistake is refused', () => {
  test.each(broken)('%s', (_, file, from, to, expected) => {
    const found = mistakesIn(changed(file, from, to)).map((line) => line.replace(/:\d+ {2}/, '  '));
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });
});
