import { endOfString } from '../compact-json.ts';
import { MAX_LEVELS } from '../nesting.ts';

/** Two spellings of one name are one name. */
const nameOf = (quoted: string): string => {
  try {
    return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  } catch {
    return quoted;
  }
};

const BLANK = /\s*/y;

const isName = (text: string, end: number): boolean => {
  BLANK.lastIndex = end + 1;
  BLANK.test(text);
  return text[BLANK.lastIndex] === ':';
};

/** The member of an object by its name, or the item of a list by its number. */
export type Step = string | number;

/** An object or a list that the scan is in. */
interface Level {
  /** The names of an object so far; a list has none. */
  readonly names: Set<string>;
  /** Where in it the scan is. */
  step: Step;
}

/** The text of an object, and the way to it from the root. */
export interface ObjectText {
  readonly path: readonly Step[];
  readonly text: string;
}

export interface ScannedJson {
  /** Why the text is refused before it is parsed; null when nothing speaks against it. */
  readonly refusal: string | null;
  /** The objects that are called `variables`; what is within them is the business of the caller. */
  readonly variables: readonly ObjectText[];
}

interface Scan {
  readonly text: string;
  /** Innermost last. */
  readonly levels: Level[];
  readonly variables: ObjectText[];
  /** The variables that the scan is in. */
  current: { readonly start: number; readonly path: readonly Step[] } | null;
}

const enter = (scan: Scan, place: number): string | null => {
  const { levels, text } = scan;
  const isObject = text[place] === '{';
  if (isObject && scan.current === null && levels.at(-1)?.step === 'variables') {
    scan.current = { start: place, path: levels.map(({ step }) => step) };
  }
  levels.push({ names: new Set(), step: isObject ? '' : 0 });
  return levels.length > MAX_LEVELS ? `Expected at most ${MAX_LEVELS} levels, but the body is nested deeper` : null;
};

const leave = (scan: Scan, place: number): void => {
  const { levels, text, variables, current } = scan;
  levels.pop();
  if (current === null || levels.length !== current.path.length) return;
  variables.push({ path: current.path, text: text.slice(current.start, place + 1) });
  scan.current = null;
};

/** Notes the name of a field; one reader would take the first value of a double one and another the last. */
const note = (name: string, { levels }: Scan): string | null => {
  const level = levels.at(-1);
  if (level === undefined) return null;
  if (name === '__proto__') return "Expected fields with names of their own, but found '__proto__'";
  if (level.names.has(name)) return `Expected every field once, but '${name.slice(0, 100)}' is there twice`;
  level.names.add(name);
  level.step = name;
  return null;
};

const next = ({ levels }: Scan): void => {
  const level = levels.at(-1);
  if (typeof level?.step === 'number') level.step += 1;
};

/** Looks through a JSON text once, before it is parsed. Of a text that is no JSON it may say anything. */
export const scanJson = (text: string): ScannedJson => {
  const scan: Scan = { text, levels: [], variables: [], current: null };
  let refusal: string | null = null;
  for (let place = 0; place < text.length && refusal === null; place += 1) {
    const found = text[place];
    if (found === '"') {
      const end = endOfString(text, place);
      if (isName(text, end)) refusal = note(nameOf(text.slice(place, end + 1)), scan);
      place = end;
    } else if (found === '{' || found === '[') refusal = enter(scan, place);
    else if (found === '}' || found === ']') leave(scan, place);
    else if (found === ',') next(scan);
  }
  return { refusal, variables: scan.variables };
};
