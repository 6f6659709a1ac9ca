import { endOfString } from './compact-json.ts';

/** Levels of a JSON document; deeper ones would exhaust the stack of whoever walks through them. */
export const MAX_LEVELS = 200;

/** Whether a JSON text has more levels than {@link MAX_LEVELS}. Of a text that is no JSON it may say anything. */
export const isTooDeep = (text: string): boolean => {
  if (text.length <= MAX_LEVELS) return false;
  let levels = 0;
  for (let place = 0; place < text.length; place += 1) {
    const found = text[place];
    if (found === '"') place = endOfString(text, place);
    else if (found === '{' || found === '[') levels += 1;
    else if (found === '}' || found === ']') levels -= 1;
    if (levels > MAX_LEVELS) return true;
  }
  return false;
};
