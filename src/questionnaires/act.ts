/** What the button says that sent the whole form. */
export type Act =
  | { readonly kind: 'save' | 'ask' | 'validate' }
  /** Q5: a section that is not applicable, or applies again. */
  | { readonly kind: 'switch'; readonly section: string; readonly on: boolean }
  /** Of two answers to a criterion, mine or theirs. */
  | { readonly kind: 'keep' | 'take'; readonly criterion: string };

/** Whatever else is sent saves. */
export function actOf(value: string): Act {
  const [name = '', on = ''] = value.split(/:(.*)/s);
  if (value === 'demander-validation') return { kind: 'ask' };
  if (value === 'valider') return { kind: 'validate' };
  if (name === 'na' || name === 'retablir') return { kind: 'switch', section: on, on: name === 'na' };
  if (name === 'garder' || name === 'prendre') return { kind: name === 'garder' ? 'keep' : 'take', criterion: on };
  return { kind: 'save' };
}
