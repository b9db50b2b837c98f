import { formatDate } from '../../domain/french/dates.ts';
import type { CriteriaQuestionnaire } from '../../domain/referential/questionnaire.ts';
import { citedSubject } from '../../domain/subjects/subject.ts';
import type { Sheet } from '../../exports/workbook.ts';
import type { Scored } from '../../results/scored.ts';

/** The first sheet: what the workbook is, and how it is filled in off line. */
export function readMeSheet({ sheet, questionnaire }: Scored, now: Date): Sheet {
  const { subject, demarche, title, draft, validated } = sheet;
  const what =
    draft !== null
      ? 'Les réponses du brouillon.'
      : validated !== null
        ? `Les réponses validées le ${formatDate(validated.validatedAt)} par ${validated.validatedBy}\u00a0: il n’y a pas de brouillon.`
        : 'Aucune réponse\u00a0: rien n’est encore enregistré.';
  return {
    name: 'Lisez-moi',
    columns: [
      { header: 'Rubrique', width: 26 },
      { header: 'Texte', width: 110 },
    ],
    rows: [
      [
        'Ce classeur',
        `«\u00a0${title}\u00a0» de ${citedSubject(subject)}, pour la démarche «\u00a0${demarche.title}\u00a0».`,
      ],
      ['Ce qu’il contient', `${what} Exporté le ${formatDate(now)}.`],
      ...howTo(questionnaire.kind).map((text, index) => [index === 0 ? 'Remplir hors ligne' : '', text]),
    ],
  };
}

function howTo(kind: CriteriaQuestionnaire['kind']): readonly string[] {
  const option = 'Si le niveau dépend d’un produit option, répondez «\u00a0Oui\u00a0» et choisissez ce produit.';
  return [
    'Remplissez la feuille «\u00a0Réponses\u00a0»\u00a0: les colonnes «\u00a0Réponse\u00a0» et «\u00a0Commentaire\u00a0». Les autres ne sont pas relues.',
    ...(kind === 'maturity'
      ? [
          'Choisissez un niveau dans la liste\u00a0; la feuille «\u00a0Niveaux\u00a0» dit à quoi chacun correspond.',
          option,
        ]
      : [
          'Choisissez «\u00a0Conforme\u00a0», «\u00a0Non conforme\u00a0» ou «\u00a0Non applicable\u00a0»\u00a0: dans ce dernier cas, dites pourquoi en commentaire.',
        ]),
    'Vous pouvez trier, filtrer et déplacer lignes et colonnes. Ne modifiez ni les codes ni la colonne masquée «\u00a0Repère\u00a0».',
    'Vider une réponse l’efface. Les preuves se déposent sur la plateforme.',
    'Enregistrez au format .xlsx, puis importez le classeur depuis la page du questionnaire\u00a0: ce qui changera vous est montré avant d’être enregistré dans le brouillon. Rien n’est validé.',
  ];
}
