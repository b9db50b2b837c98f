type Sign = readonly [sign: RegExp, name: string];

/** In this order: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
const browsers: readonly Sign[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** Android calls itself Linux, and an iPhone says that it is like a Mac. */
const systems: readonly Sign[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac(intosh| OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** A8: `Firefox sur Windows`: what its owner recognises a session by. */
export function deviceInWords(userAgent: string): string {
  const known = (signs: readonly Sign[]): string | undefined => signs.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = known(browsers);
  const system = known(systems);
  if (browser === undefined && system === undefined) return 'Appareil inconnu';
  return `${browser ?? 'Navigateur inconnu'}${system === undefined ? '' : ` sur ${system}`}`;
}
