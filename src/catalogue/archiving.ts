import type { Subject } from '../domain/subjects/subject.ts';
import { paths } from '../web/paths.ts';
import type { ArchivingModel } from './models.ts';

/** P6: the act that archives, or brings back. */
export function archivingOf({ reference, archivedAt }: Pick<Subject, 'reference' | 'archivedAt'>): ArchivingModel {
  const action = paths.archiveProduct({ reference });
  return archivedAt === null
    ? { action, label: 'Archiver', value: 'oui', icon: 'fr-icon-archive-line' }
    : { action, label: 'Désarchiver', value: 'non', icon: 'fr-icon-inbox-unarchive-line' };
}

/** Where the act came from, and goes back to. */
export const FROM_CATALOGUE = { retour: 'catalogue' } as const;
