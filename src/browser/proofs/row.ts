import { formatSize } from '../../domain/french/sizes.ts';

/** A file on its way, in the list of those that are deposited. */
export interface Row {
  readonly element: HTMLLIElement;
  /** So many octets have left. */
  progress(sent: number): void;
  /** Why it is not deposited; it stays in the list until it is removed. */
  refuse(message: string, again: (() => void) | null): void;
  wait(words: string): void;
}

export function openRow(file: File, leave: () => void): Row {
  const element = document.createElement('li');
  const icon = document.createElement('span');
  icon.className = 'fr-icon-attachment-line fr-icon--sm';
  icon.ariaHidden = 'true';
  const middle = document.createElement('div');
  const name = document.createElement('span');
  name.textContent = file.name;
  const words = document.createElement('small');
  const meter = document.createElement('span');
  meter.className = 'cv-meter';
  const bar = document.createElement('progress');
  bar.max = 100;
  meter.append(bar);
  middle.append(name, words);
  const acts = document.createElement('span');
  acts.className = 'cv-row cv-nowrap';
  element.append(icon, middle, acts);

  const offer = (label: string, about: string, act: () => void): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cv-linkbtn';
    const hidden = document.createElement('span');
    hidden.className = 'fr-sr-only';
    hidden.textContent = ` ${about}`;
    button.append(label, hidden);
    button.addEventListener('click', act);
    return button;
  };
  const plain = (): void => {
    icon.className = 'fr-icon-attachment-line fr-icon--sm';
    name.className = '';
    words.className = '';
  };

  return {
    element,
    wait: (why) => {
      plain();
      meter.remove();
      words.textContent = `${formatSize(file.size)} · ${why}`;
      acts.replaceChildren(offer('Retirer', file.name, leave));
    },
    progress: (sent) => {
      const percent = file.size === 0 ? 0 : Math.min(100, Math.floor((100 * sent) / file.size));
      if (!meter.isConnected) {
        plain();
        middle.append(meter);
        acts.replaceChildren(offer('Annuler', `l’envoi de ${file.name}`, leave));
      }
      bar.value = percent;
      bar.ariaLabel = `Envoi de ${file.name}, ${percent}\u00a0%`;
      words.textContent =
        percent === 100
          ? 'vérification en cours'
          : `envoi de ${formatSize(Math.min(sent, file.size))} sur ${formatSize(file.size)}`;
    },
    refuse: (message, again) => {
      meter.remove();
      icon.className = 'fr-icon-error-warning-line fr-icon--sm';
      name.className = 'cv-files__bad';
      words.className = 'cv-files__bad';
      words.textContent = `Fichier refusé\u00a0: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
      const buttons = again === null ? [] : [offer('Réessayer', file.name, again)];
      acts.replaceChildren(...buttons, offer('Retirer', file.name, leave));
    },
  };
}

/** What would be refused is not sent: said at once, with what to do. */
export function refusedHere(file: File, { most, accepted }: { most: number; accepted: string }): string | null {
  const extension = `.${file.name.split('.').at(-1)?.toLowerCase() ?? ''}`;
  if (!accepted.split(',').includes(extension)) {
    return `ce type de fichier n’est pas accepté. Déposez un fichier ${accepted.replaceAll('.', '').replaceAll(',', ', ')}.`;
  }
  if (file.size === 0) return 'il est vide. Vérifiez-le sur votre appareil, puis choisissez-le de nouveau.';
  if (file.size <= most) return null;
  return `${formatSize(file.size)} pour ${formatSize(most)} au plus. Réduisez le fichier ou déposez-le en plusieurs parties.`;
}
