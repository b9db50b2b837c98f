/** A1: nothing is said of the person who represents it. */
export function representedWords(support: string): string {
  return `Cette entreprise est déjà représentée sur Convergence, ou une demande la concerne déjà. Demandez à vos collègues : son Responsable peut créer votre compte. En cas de doute, écrivez à ${support}.`;
}
