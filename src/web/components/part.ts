/** A view and what it is given: how a component holds another one. A string is a plain text. */
export type Part = string | { readonly view: string; readonly props: object };

/** Exactly the props that may be left out of a component, each with what it is then. */
export type Defaults<Props> = Required<Pick<Props, OptionalKeys<Props>>>;

type OptionalKeys<Props> = { [Key in keyof Props]-?: object extends Pick<Props, Key> ? Key : never }[keyof Props];
