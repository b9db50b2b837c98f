import { Forbidden, RuleBroken } from './errors.ts';

/** From a state, an act leads to another one; `by` says whose act it is. */
export interface Transition<State extends string, Act extends string, Who extends string> {
  readonly from: State;
  readonly act: Act;
  readonly to: State;
  readonly by: readonly Who[];
}

/** The states of something and what leads from one to the next. Its words make the French reason of a refusal. */
export interface Lifecycle<State extends string, Act extends string, Who extends string> {
  /** The rule of product.md, for `RuleBroken`. */
  readonly rule: string;
  /** A sentence for each state: `La demande est déjà approuvée.` */
  readonly states: Readonly<Record<State, string>>;
  /** What comes after "Il n’est pas possible": `d’approuver cette demande`. */
  readonly acts: Readonly<Record<Act, string>>;
  readonly transitions: readonly Transition<State, Act, Who>[];
}

/** The next state, or why not: the state forbids it, or it is somebody else's act. */
export function transition<State extends string, Act extends string, Who extends string>(
  lifecycle: Lifecycle<State, Act, Who>,
  state: State,
  act: Act,
  who: Who,
): State {
  const possible = lifecycle.transitions.filter((one) => one.from === state && one.act === act);
  if (possible.length === 0) {
    throw new RuleBroken(
      lifecycle.rule,
      `${lifecycle.states[state]} Il n’est donc pas possible ${lifecycle.acts[act]}.`,
    );
  }
  const theirs = possible.find((one) => one.by.includes(who));
  if (theirs === undefined) throw new Forbidden(`Il ne vous appartient pas ${lifecycle.acts[act]}.`);
  return theirs.to;
}

/** What a page may offer: each of these succeeds. */
export function possibleActs<State extends string, Act extends string, Who extends string>(
  lifecycle: Lifecycle<State, Act, Who>,
  state: State,
  who: Who,
): Act[] {
  return lifecycle.transitions.filter((one) => one.from === state && one.by.includes(who)).map((one) => one.act);
}
