import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import { address, type ComponentName, defaults, fieldId } from './components.ts';
import { guarded } from './strict.ts';

export type Template = (name: string, it: object) => string;

export interface TemplateOptions {
  readonly folder: string;
  /** Reading a key that the model lacks throws, instead of printing nothing. For development and tests. */
  readonly strict: boolean;
}

/** Every view, compiled once, known by its path under the folder: `users/list`, `components/field`. */
export function openTemplates({ folder, strict }: TemplateOptions): Template {
  const views = new Map(viewsIn(folder).map((name) => [name, readFileSync(join(folder, `${name}.ejs`), 'utf8')]));

  const render: Template = (name, it) => {
    const view = compiled.get(name);
    if (view === undefined) throw new Error(`No view is named ${name}.`);
    const complete = { ...(isComponent(name) ? defaults[name] : {}), ...it };
    if (strict && isComponent(name)) refuseUnreadProps(name, complete, views.get(name) ?? '');
    return view(strict ? guarded(complete, name) : complete);
  };

  const compiled = new Map([...views].map(([name, text]) => [name, compile(name, text, render, strict)]));
  return render;
}

function viewsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ejs'))
    .map((path) => path.slice(0, -'.ejs'.length).replaceAll('\\', '/'));
}

function compile(name: string, text: string, include: Template, strict: boolean): (it: object) => string {
  const options = {
    filename: name,
    localsName: 'it',
    strict: true,
    rmWhitespace: true,
    compileDebug: strict,
    // Data as it is given: EJS would copy it, and the guard with it.
    unsafePrototypeLocals: true,
    context: { include, fieldId, address },
  };
  // EJS's own `include` looks for files at each call; ours knows every view already.
  return ejs.compile(`<% include = this.include; const { fieldId, address } = this; -%>${text}`, options);
}

function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(defaults, name);
}

/** A misspelt optional prop would be ignored: what is given must be read somewhere in the component. */
function refuseUnreadProps(name: string, props: object, text: string): void {
  const unread = Object.keys(props).filter((key) => !new RegExp(`\\bit\\.${key}\\b|\\.\\.\\.it\\b`).test(text));
  if (unread.length > 0) throw new Error(`${name} reads no prop named ${unread.join(', ')}.`);
}
