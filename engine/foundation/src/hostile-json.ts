const limits = { depth: 32, keys: 1_000, items: 10_000 };

/** NUL and halves of a surrogate pair: PostgreSQL stores neither. */
const unstorable = /[\0\p{Surrogate}]/u;

/** Whether a text can be stored as it is. */
export const isStorable = (text: string): boolean => !unstorable.test(text);

const hostilityOfNames = (names: readonly string[]): string | null => {
  if (names.length > limits.keys) return `an object has more than ${limits.keys} fields`;
  if (names.includes('__proto__')) return 'a field is named __proto__';
  return names.every(isStorable) ? null : 'a field name contains the NUL character or half of a surrogate pair';
};

/** What one value alone has against it. */
const hostilityOfOne = (value: unknown): string | null => {
  if (typeof value === 'string')
    return isStorable(value) ? null : 'a text contains the NUL character or half of a surrogate pair';
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.length > limits.items ? `a list has more than ${limits.items} items` : null;
  return hostilityOfNames(Object.keys(value));
};

/** What would cost later layers dearly in a document: too deep, too wide, or with characters that cannot be stored; null for an ordinary one. */
export const hostilityOf = (body: unknown): string | null => {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) return `it is nested deeper than ${limits.depth} levels`;
    const found = level.map(hostilityOfOne).find((hostility) => hostility !== null);
    if (found !== undefined) return found;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return null;
};
