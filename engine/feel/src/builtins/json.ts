import { feelLimits } from '../limits.ts';
import { boundedString, stop } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { jsonText } from '../json-text.ts';
import { parseExactJson } from '../parse-json.ts';
import { toExactJson } from '../to-json.ts';
import { isTooLarge } from '../values/is-too-large.ts';
import { warn } from '../warnings.ts';
import { signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

/** Characters of a wrong text in its warning. */
const SHOWN_JSON = 80;

const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const { 0: token } of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
};

const intoJson = (runtime: Runtime, value: unknown): string =>
  isTooLarge(value)
    ? stop('RESULT_TOO_LARGE', 'RESULT_TOO_LARGE', { limit: `${feelLimits.result}` })
    : boundedString(runtime, jsonText(toExactJson(value)));

const fromJson = (runtime: Runtime, text: string): unknown => {
  if (depthOf(text) > feelLimits.jsonDepth) return warn(runtime, 'JSON_WRONG', { text: text.slice(0, SHOWN_JSON) });
  try {
    return parseExactJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return warn(runtime, 'JSON_WRONG', { text: text.slice(0, SHOWN_JSON) });
    throw error;
  }
};

/** Functions between values and their JSON text. */
export const json: Readonly<Record<string, Builtin>> = {
  'from json': [signature(['value|json: string'], fromJson)],
  'to json': [signature(['value: any'], intoJson)],
};
