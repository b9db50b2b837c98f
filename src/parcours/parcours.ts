import { counted } from '../domain/french/plural.ts';
import type { Parcours } from '../domain/referential/parcours.ts';
import type { Referential } from '../domain/referential/referential.ts';
import { paragraphs } from '../domain/referential/text.ts';
import type { ParcoursModel } from '../home/models.ts';
import type { ParcoursLinks } from '../web/navigation.ts';
import { paths } from '../web/paths.ts';
import type { ParcoursPageModel } from './models.ts';
import { subjectWords } from './words.ts';

/** As the home page presents it. */
export function homeParcours({ parcours }: Referential): readonly ParcoursModel[] {
  return parcours.map(({ id, title, summary, steps }) => ({
    name: title,
    summary,
    steps,
    href: paths.parcours({ parcours: id }),
  }));
}

/** A longer title leaves no room for the others in one line. */
const LONGEST_LABEL = 16;

/** For the menus. */
export function parcoursLinks({ parcours, demarches }: Referential): readonly ParcoursLinks[] {
  return parcours.map(({ id, title, shortTitle }) => ({
    label: title,
    shortLabel: title.length > LONGEST_LABEL ? shortTitle : title,
    href: paths.parcours({ parcours: id }),
    demarches: demarches
      .filter((demarche) => demarche.parcours === id)
      .map((demarche) => ({
        label: demarche.title,
        href: paths.demarche({ parcours: id, demarche: demarche.id }),
      })),
  }));
}

export function parcoursPage(parcours: Parcours, { demarches }: Referential): Omit<ParcoursPageModel, 'account'> {
  return {
    colour: parcours.colour,
    tagline: parcours.tagline,
    presentation: paragraphs(parcours.presentation),
    steps: parcours.steps,
    demarches: demarches
      .filter((demarche) => demarche.parcours === parcours.id)
      .map((demarche) => ({
        title: demarche.title,
        href: paths.demarche({ parcours: parcours.id, demarche: demarche.id }),
        detail: [
          subjectWords(demarche.subjects),
          counted(demarche.entries.length, 'questionnaire', 'questionnaires'),
          demarche.closedSince === null ? '' : 'close aux nouvelles inscriptions',
        ]
          .filter(Boolean)
          .join(' · '),
        text: demarche.summary,
      })),
    links: parcours.links,
  };
}
