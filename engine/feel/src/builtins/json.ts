import type { Runtime } from '../runtime.ts';
import { toJson } from '../to-json.ts';
import { warn } from '../warnings.ts';
import { signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

/** Characters of a wrong text in its warning. */
const SHOWN_JSON = 80;

/** Deeper JSON has no use, and reading it would cost the stack. */
const MAX_JSON_DEPTH = 100;

const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const { 0: token } of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
};

const fromJson = (runtime: Runtime, text: string): unknown => {
  if (depthOf(text) > MAX_JSON_DEPTH) return warn(runtime, 'JSON_WRONG', { text: text.slice(0, SHOWN_JSON) });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return warn(runtime, 'JSON_WRONG', { text: text.slice(0, SHOWN_JSON) });
    throw error;
  }
};

/** Functions between values and their JSON text. */
export const json: Readonly<Record<string, Builtin>> = {
  'from json': [signature(['value: string'], fromJson)],
  'to json': [signature(['value: any'], (_, value) => JSON.stringify(toJson(value)))],
};
