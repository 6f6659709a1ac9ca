/**
 * How long a backtracking matcher may search, found by reading the pattern instead of running it.
 *
 * The cost is the number of ways to split a text among the variable parts: a sequence multiplies, an alternative adds,
 * a repetition multiplies by its range. Text a pattern is tried on never exceeds PATTERN_TEXT_LIMIT (the compiler adds
 * that `maxLength`), so an unbounded repetition counts as that limit.
 */
export const PATTERN_TEXT_LIMIT = 200;

/** Two free repetitions in one anchored pattern cost 40,000 and match in under 2 ms; three cost 8,000,000. */
export const PATTERN_COST_LIMIT = 50_000;

export type PatternVerdict =
  | { readonly ok: true; readonly cost: number }
  | { readonly ok: false; readonly reason: string };

interface Reader {
  readonly text: string;
  at: number;
}

class Refusal extends Error {}

const ESCAPES = new Set('dDwWsStnr.*+?^$()[]{}|/\\-'.split(''));

const skipEscape = (reader: Reader): void => {
  const next = reader.text[reader.at + 1];
  if (next === undefined || !ESCAPES.has(next)) throw new Refusal(`the escape "\\${next ?? ''}"`);
  reader.at += 2;
};

const skipClass = (reader: Reader): void => {
  reader.at += 1;
  while (reader.text[reader.at] !== ']') {
    if (reader.at >= reader.text.length) throw new Refusal('an unclosed character class');
    if (reader.text[reader.at] === '\\') skipEscape(reader);
    else reader.at += 1;
  }
  reader.at += 1;
};

const readGroup = (reader: Reader): number => {
  reader.at += 1;
  if (reader.text[reader.at] === '?') {
    if (reader.text[reader.at + 1] !== ':') throw new Refusal('a look-around or named group');
    reader.at += 2;
  }
  const cost = readAlternatives(reader);
  if (reader.text[reader.at] !== ')') throw new Refusal('an unclosed group');
  reader.at += 1;
  return cost;
};

const readAtom = (reader: Reader): number => {
  const symbol = reader.text[reader.at];
  if (symbol === '(') return readGroup(reader);
  if (symbol === '[') skipClass(reader);
  else if (symbol === '\\') skipEscape(reader);
  else if ('*+?{}]'.includes(symbol ?? '')) throw new Refusal(`a misplaced "${symbol}"`);
  else reader.at += 1;
  return 1;
};

interface Range {
  readonly min: number;
  readonly max: number;
}

const SHORT: Readonly<Record<string, Range>> = {
  '?': { min: 0, max: 1 },
  '*': { min: 0, max: PATTERN_TEXT_LIMIT },
  '+': { min: 1, max: PATTERN_TEXT_LIMIT },
};

const readRange = (reader: Reader): Range => {
  const symbol = reader.text[reader.at] ?? '';
  const short = SHORT[symbol];
  if (short !== undefined) {
    reader.at += 1;
    return short;
  }
  if (symbol !== '{') return { min: 1, max: 1 };
  const braces = /^\{(\d+)(?:(,)(\d*))?\}/.exec(reader.text.slice(reader.at));
  if (braces === null) throw new Refusal('a misplaced "{"');
  reader.at += braces[0].length;
  const min = Number(braces[1]);
  const max = braces[2] === undefined ? min : Number(braces[3] || PATTERN_TEXT_LIMIT);
  if (max < min || max > PATTERN_TEXT_LIMIT) throw new Refusal(`the repetition "${braces[0]}"`);
  return { min, max };
};

const readSequence = (reader: Reader): number => {
  let cost = 1;
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] ?? '')) {
    const atom = readAtom(reader);
    const { min, max } = readRange(reader);
    // A lazy or possessive mark changes the order of the search, not its size; neither is needed for whole-text matches.
    if ('?+*'.includes(reader.text[reader.at] ?? ' ')) throw new Refusal('a doubled repetition');
    cost *= atom ** max * (max - min + 1);
  }
  return cost;
};

const readAlternatives = (reader: Reader): number => {
  let cost = readSequence(reader);
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    cost += readSequence(reader);
  }
  return cost;
};

const isAnchored = (pattern: string): boolean => pattern.startsWith('^') && !/\|(?![^(]*\))/.test(pattern);

/** Judges a `pattern`: refused when it needs back-references or look-around, or when its search could explode. */
export const judgePattern = (pattern: string): PatternVerdict => {
  const reader: Reader = { text: pattern, at: 0 };
  try {
    const searched = readAlternatives(reader) * (isAnchored(pattern) ? 1 : PATTERN_TEXT_LIMIT);
    if (reader.at < pattern.length) return { ok: false, reason: `a misplaced "${pattern[reader.at]}"` };
    if (searched > PATTERN_COST_LIMIT) return { ok: false, reason: `a search of up to ${searched} steps` };
    RegExp(pattern, 'u');
    return { ok: true, cost: searched };
  } catch (error) {
    const reason = error instanceof Refusal ? error.message : 'a malformed pattern';
    return { ok: false, reason };
  }
};

/**
 * Whether a text matches a judged pattern. Longer texts than the judgment counted on do not match: searching them could
 * take hours (two free repetitions on 256 kB are 65 billion steps). Twice the limit, because a character may take two units.
 */
export const matchesPattern = (pattern: string, text: string): boolean =>
  text.length <= PATTERN_TEXT_LIMIT * 2 && new RegExp(pattern, 'u').test(text);
