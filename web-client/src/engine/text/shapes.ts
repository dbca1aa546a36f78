/**
 * The shape of a text: one ASCII letter for the class of every character. Rules about words are regular expressions
 * over shapes. The table of classes: shared/domain/text/shapes.py.
 */

const UNSPACED =
  /^[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u19e0-\u19ff\u1a20-\u1aaf\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u3035\u3038-\u303c\u3041-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua48f\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3ffff}]$/u;
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["’", "'"], ["ʼ", "'"], ["＇", "'"], ["‐", "-"], ["‑", "-"], ["·", "-"],
  ...Array.from("_.:+#-'s", (character): [string, string] => [character, character]),
]);
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^[\p{Lu}\p{Lt}]$/u, "U"],
  [/^[\p{L}\p{M}]$/u, "l"],
  [/^\p{N}$/u, "d"],
];

const shapes = new Map<string, string>();

/** The classes of the characters (code points), one each. */
export function shapeOf(characters: string | readonly string[]): string {
  let shape = "";
  for (const character of characters) {
    let known = shapes.get(character);
    if (known === undefined) shapes.set(character, (known = classOf(character)));
    shape += known;
  }
  return shape;
}

function classOf(character: string): string {
  const alike = ALIKE.get(character);
  if (alike !== undefined) return alike;
  if (UNSPACED.test(character)) {
    if (/^\p{M}$/u.test(character)) return "m";
    if (/^[\p{L}\p{Nl}]$/u.test(character)) return "c";
  }
  return CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? " ";
}
