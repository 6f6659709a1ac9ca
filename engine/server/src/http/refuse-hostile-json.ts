import { HttpProblem } from './problem.ts';

const limits = { depth: 32, keys: 1_000, items: 10_000 };

const refuse = (what: string): never => {
  throw new HttpProblem(400, 'HOSTILE_JSON', `Expected an ordinary JSON document, but ${what}.`);
};

const childrenOf = (value: object): unknown[] => {
  if (Array.isArray(value))
    return value.length > limits.items ? refuse(`a list has more than ${limits.items} items`) : value;
  const keys = Object.keys(value);
  if (keys.length > limits.keys) return refuse(`an object has more than ${limits.keys} fields`);
  if (!keys.every(isStorable)) return refuse('a field name contains the NUL character or half of a surrogate pair');
  return Object.values(value);
};

/** NUL and halves of a surrogate pair: PostgreSQL stores neither. */
const unstorable = /[\0\p{Surrogate}]/u;

/** Whether a text can be stored as it is. */
export const isStorable = (text: string): boolean => !unstorable.test(text);

/** Refuses bodies that would cost later layers dearly: too deep, too wide, or with characters that cannot be stored. */
export const refuseHostileJson = (body: unknown): void => {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) refuse(`it is nested deeper than ${limits.depth} levels`);
    if (level.some((value) => typeof value === 'string' && !isStorable(value)))
      refuse('a text contains the NUL character or half of a surrogate pair');
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? childrenOf(value) : []));
  }
};
