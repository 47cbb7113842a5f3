type Names = readonly (readonly [mark: RegExp, name: string])[];

/** The first that matches counts: most browsers also claim to be the ones that they descend from. */
const browsers: Names = [
  [/MicroMessenger\//, '微信 WeChat'],
  [/QQBrowser\//, 'QQ Browser'],
  [/360SE|360EE|QIHU/, '360 Browser'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: Names = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

const nameIn = (names: Names, text: string) => names.find(([mark]) => mark.test(text))?.[1];

/** A browser's long description of itself in two words, such as “Edge, Windows”; as it is where it names no known browser. */
export function browserName(userAgent: string): string {
  const browser = nameIn(browsers, userAgent);
  if (browser === undefined) return userAgent;
  const system = nameIn(systems, userAgent);
  return system === undefined ? browser : `${browser}, ${system}`;
}
