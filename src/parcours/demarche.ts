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
import { groupTitles, subjectWords } from './words.ts';

export function demarchePage(demarche: Demarche, referential: Referential): Omit<DemarchePageModel, 'account'> {
  const parcours = referential.parcours.find(({ id }) => id === demarche.parcours);
  return {
    parcours: parcours?.title ?? '',
    colour: parcours?.colour ?? '',
    summary: demarche.summary,
    presentation: paragraphs(demarche.presentation),
    facts: facts(demarche, referential),
    closed: demarche.closed,
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

function facts(demarche: Demarche, { questionnaires }: Referential): DemarchePageModel['facts'] {
  const { dossier } = demarche;
  return [
    { label: 'Objet évalué', text: subjectWords(demarche.subjects) },
    {
      label: 'Marque blanche',
      text: demarche.whiteLabel ? 'Producteurs et distributeurs admis' : 'Non proposée',
    },
    ...(dossier === null
      ? []
      : [{ label: 'Dossier', text: `Demande ${titles(dossier.needs, questionnaires)}, validés` }]),
  ];
}

function askedQuestionnaire(entry: Entry, demarche: Demarche, referential: Referential): AskedQuestionnaire {
  const { questionnaires, questions } = referential;
  const { questionnaire: slug, when, opensAfter } = entry;
  const others = demarchesAsking(referential, slug).filter((one) => one.demarche !== demarche);
  const form = questionnaires.get(slug)?.kind === 'form';
  return {
    title: entry.title ?? questionnaires.get(slug)?.title ?? slug,
    href: address(paths.questionnaire({ slug }), { demarche: form ? '' : demarche.id }),
    detail: detail(entry, demarche, referential),
    projection: entry.projection,
    shared:
      others.length === 0
        ? null
        : `Réponse partagée avec ${formatList(others.map((one) => `«\u00a0${one.demarche.title}\u00a0»`))}.`,
    opensAfter:
      opensAfter.length === 0 ? null : `S’ouvre après validation\u00a0: ${titles(opensAfter, questionnaires)}.`,
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

function titles(ids: readonly string[], questionnaires: Referential['questionnaires']): string {
  return formatList(ids.map((id) => questionnaires.get(id)?.title ?? id));
}
