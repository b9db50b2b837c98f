/** Each feature's `models.ts` adds its views here, so that the view's name fixes its model's type. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by declaration merging
export interface Views {}
