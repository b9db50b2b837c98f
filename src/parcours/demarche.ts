import { formatList } from '../domain/french/list.ts';
import { plural } from '../domain/french/plural.ts';
import { demarchesAsking } from '../domain/library.ts';
import type { Demarche, Entry } from '../domain/referential/demarche.ts';
import { questionsOf } from '../domain/referential/form.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paragraphs } from '../domain/referential/text.ts';
import { conditionSentence } from '../library/sentence.ts';
import { countOf, kinds } from '../library/words.ts';
import { address } from '../web/components.ts';
import { paths } from '../web/paths.ts';
import type { AskedQuestionnaire, DemarchePageModel } from './models.ts';
import { stepsOf } from './steps.ts';
import { areValidated, quotedTitles, titleIn } from './titles.ts';
import { closedWords, groupTitles, subjectWords } from './words.ts';

export function demarchePage(demarche: Demarche, referential: Referential): Omit<DemarchePageModel, 'account'> {
  const parcours = referential.parcours.find(({ id }) => id === demarche.parcours);
  return {
    parcours: parcours?.title ?? '',
    colour: parcours?.colour ?? '',
    summary: demarche.summary,
    presentation: paragraphs(demarche.presentation),
    facts: facts(demarche, referential),
    closed: closedModel(demarche, referential),
    steps: stepsOf(demarche, referential),
    groups: demarche.subjects
      .map((subject) => ({
        title: demarche.subjects.length > 1 ? groupTitles[subject] : '',
        questionnaires: demarche.entries
          .filter((entry) => entry.subject === subject)
          .map((entry) => askedQuestionnaire(entry, demarche, referential)),
      }))
      .filter(({ questionnaires }) => questionnaires.length > 0),
    next: { ...demarche.next, text: paragraphs(demarche.next.text) },
    links: demarche.links,
  };
}

/** Where to go instead: what is open in the same parcours, to the same subjects. */
function closedModel(
  { parcours, subjects, closedSince }: Demarche,
  { demarches }: Referential,
): DemarchePageModel['closed'] {
  if (closedSince === null) return null;
  const open = demarches.filter((one) => one.parcours === parcours && one.closedSince === null);
  return {
    words: closedWords(closedSince),
    instead: open
      .filter((one) => one.subjects.some((subject) => subjects.includes(subject)))
      .map(({ id, title }) => ({ title, href: paths.demarche({ parcours, demarche: id }) })),
  };
}

function facts(demarche: Demarche, referential: Referential): DemarchePageModel['facts'] {
  const { dossier } = demarche;
  return [
    { label: 'Objet évalué', text: subjectWords(demarche.subjects) },
    {
      label: 'Marque blanche',
      text: demarche.whiteLabel ? 'Producteurs et distributeurs admis' : 'Non proposée',
    },
    ...(dossier === null
      ? []
      : [{ label: 'Dossier', text: `Possible dès que ${areValidated(demarche, dossier.needs, referential)}` }]),
  ];
}

function askedQuestionnaire(entry: Entry, demarche: Demarche, referential: Referential): AskedQuestionnaire {
  const { questionnaires, questions } = referential;
  const { questionnaire: slug, when, opensAfter } = entry;
  const others = demarchesAsking(referential, slug).filter((one) => one.demarche !== demarche);
  const form = questionnaires.get(slug)?.kind === 'form';
  return {
    title: titleIn(demarche, slug, referential),
    href: address(paths.questionnaire({ slug }), { demarche: form ? '' : demarche.id }),
    detail: detail(entry, demarche, referential),
    projection: entry.projection,
    shared:
      others.length === 0
        ? null
        : `Réponse partagée avec ${formatList(others.map((one) => `«\u00a0${one.demarche.title}\u00a0»`))}.`,
    opensAfter:
      opensAfter.length === 0
        ? null
        : `S’ouvre après la validation de ${quotedTitles(demarche, opensAfter, referential)}.`,
    when: when === null ? null : conditionSentence('Demandé', when, questions),
  };
}

/** “Évaluation de maturité · 55 critères au plus, dont 43 obligatoires” */
function detail({ questionnaire: slug }: Entry, { id }: Demarche, referential: Referential): string {
  const questionnaire = referential.questionnaires.get(slug);
  if (!questionnaire) return '';
  const { kind } = questionnaire;
  if (questionnaire.kind === 'form')
    return [kinds[kind].one, countOf(kind, questionsOf(questionnaire).length)].join(' · ');
  const asked = referential.scope(id, slug)?.criteria ?? referential.documents(id, slug) ?? [];
  const mandatory = asked.filter(({ nature }) => nature === 'MANDATORY').length;
  const all = mandatory === asked.length;
  const words = plural(mandatory, 'obligatoire', 'obligatoires');
  return `${kinds[kind].one} · ${countOf(kind, asked.length)} au plus, ${all ? words : `dont ${mandatory} ${words}`}`;
}
