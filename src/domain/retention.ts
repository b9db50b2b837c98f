const DAY = 86_400_000;

/** In days: how long what has ended, or was never finished, still serves. */
const days = {
  /** Longer than the longest lock and what is remembered of it (`accounts/throttle.ts`). */
  attempts: 3,
  /** An expired link says why it no longer works for a while. */
  link: 30,
  /** To whom a mail went, for whoever says that it never came. As old, one that could not leave has no link that works. */
  mail: 30,
  /** A file that nothing names, or of which the end never came: no form takes a day to send. */
  file: 1,
} as const;

/** What dates from before that instant goes. */
export function forgottenBefore(what: keyof typeof days, now: Date): Date {
  return new Date(now.getTime() - days[what] * DAY);
}
