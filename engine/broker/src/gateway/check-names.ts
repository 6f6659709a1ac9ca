/** Characters that a name or an id in a request may have: far more than people use, far less than an index can hold. */
export const MAX_NAME_LENGTH = 512;

/** Why one of the texts, by the name of its field, is too long; null when none is. */
export const problemOfNames = (texts: Readonly<Record<string, string>>): string | null => {
  for (const [field, { length }] of Object.entries(texts)) {
    if (length > MAX_NAME_LENGTH) {
      return `Expected ${field} to have at most ${MAX_NAME_LENGTH} characters, but it has ${length}`;
    }
  }
  return null;
};
