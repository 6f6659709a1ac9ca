/** The id of the control that edits a value of the file, by its JSON pointer. */
export const controlId = (pointer: string): string => `at${pointer.replaceAll('/', '-')}`;

/** A pointer and those that it is in, the narrowest first: `/a/0/b` gives `/a/0/b`, `/a/0`, `/a`. */
export const placesAround = (pointer: string): string[] => {
  const parts = pointer.split('/').slice(1);
  return parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}`);
};
