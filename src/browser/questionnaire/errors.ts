/** What was answered since is not what was refused: the criterion’s errors go. */
export function clearErrors(article: HTMLElement): void {
  for (const text of article.querySelectorAll('.fr-error-text')) {
    for (const field of article.querySelectorAll(`[aria-describedby~="${CSS.escape(text.id)}"]`)) {
      const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== text.id);
      if (others.length === 0) field.removeAttribute('aria-describedby');
      else field.setAttribute('aria-describedby', others.join(' '));
    }
    text.remove();
  }
  for (const field of article.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const group of article.querySelectorAll('[class*="-group--error"]')) {
    group.classList.remove('fr-select-group--error', 'fr-input-group--error', 'fr-checkbox-group--error');
  }
  article.classList.remove('cv-crit--error');
}
