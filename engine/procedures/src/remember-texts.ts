/** Reads a text; `name` is what its problems call it. */
type Reader<T> = (text: string, name: string) => T;

interface Remembered<T> {
  readonly answer: T;
  readonly size: number;
}

/**
 * Reads each text once: a folder is linted, published and deployed file by file, and an edit of a draft changes one of them.
 * What is answered is shared, so readers answer what nobody changes. Keeps those that were asked for last, up to
 * `maxCharacters` of text.
 */
export const rememberTexts = <T>(read: Reader<T>, maxCharacters = 4_000_000): Reader<T> => {
  const kept = new Map<string, Remembered<T>>();
  let size = 0;
  const forgetEldest = (): void => {
    for (const [key, eldest] of kept) {
      if (size <= maxCharacters) return;
      kept.delete(key);
      size -= eldest.size;
    }
  };
  return (text, name) => {
    const key = `${name}\n${text}`;
    const known = kept.get(key);
    kept.delete(key);
    const found = known ?? { answer: read(text, name), size: key.length };
    kept.set(key, found);
    if (known === undefined) size += found.size;
    forgetEldest();
    return found.answer;
  };
};
