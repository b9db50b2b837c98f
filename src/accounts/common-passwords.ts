export type IsCommon = (password: string) => boolean;

let loading: Promise<IsCommon> | undefined;

/** The dictionaries weigh some 15 MB once in memory: they are read when somebody first chooses a password. */
export function commonPasswords(): Promise<IsCommon> {
  loading ??= load();
  return loading;
}

/** What comes to mind first here. */
const ours = ['convergence', 'esante', 'monespacesante', 'agencedunumeriqueensante', 'referencement'];

/** The passwords that leak most, the words and names of French, and the platform's own. */
async function load(): Promise<IsCommon> {
  const [common, french] = await Promise.all([import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-fr')]);
  const known = new Set(
    [
      ours,
      common.dictionary['passwords-common'],
      french.dictionary['commonWords-fr'],
      french.dictionary['firstnames-fr'],
      french.dictionary['lastnames-fr'],
    ].flatMap((words) => words.map(bare)),
  );
  return (password) => readings(bare(password)).some((word) => known.has(word));
}

/** What an attacker tries next: the word without what surrounds it or cuts it, with `4` for `a`, written twice. */
function readings(password: string): string[] {
  const core = password.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  // Short of half of the whole, what surrounds the word is what protects
  if (core.length * 2 < password.length) return [password];
  const words = [core, unmasked(core)].map((word) => word.replace(/[\W_]/g, ''));
  return [password, ...words, ...words.map(once)];
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const masks: Readonly<Record<string, string>> = {
  '4': 'a',
  '@': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
};

function unmasked(word: string): string {
  return word.replace(/[4@31!05$]/g, (character) => masks[character] ?? character);
}

/** `soleilsoleil` is no better than `soleil`. */
function once(word: string): string {
  return word.replace(/^(.+?)\1+$/, '$1');
}
