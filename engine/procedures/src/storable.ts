/** What no store keeps as text: a NUL, and half of a character that takes two. */
const unstorable = /[\0\p{Cs}]/u;

/** Where JSON says something that nothing can be written of into a store; null where all of it can. */
export const findUnstorable = (json: unknown): string | null => {
  // A list and no recursion: how deep it is somebody else has written.
  const open: [pointer: string, value: unknown][] = [['', json]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [pointer, value] = next;
    if (typeof value === 'string' && unstorable.test(value)) return pointer;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (unstorable.test(name)) return pointer;
      open.push([`${pointer}/${name}`, part]);
    }
  }
  return null;
};
