import type { Criterion } from './fields.ts';

/** Q2: which option product a level depends on is asked once the box is ticked. */
export function askOptionProduct({ depends, option }: Criterion): () => void {
  const group = option?.closest<HTMLElement>('.fr-select-group') ?? option;
  const follow = (): void => {
    group?.toggleAttribute('hidden', depends?.checked !== true);
  };
  depends?.addEventListener('change', follow);
  follow();
  return follow;
}
