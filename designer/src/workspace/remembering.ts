/** Reads the file of a path; what its text was last read as is kept, so that an edit of one file reads that one. */
export const remembering = <T>(read: (path: string, text: string) => T): ((path: string, text: string) => T) => {
  const known = new Map<string, { readonly text: string; readonly value: T }>();
  return (path, text) => {
    const last = known.get(path);
    if (last?.text === text) return last.value;
    const value = read(path, text);
    known.set(path, { text, value });
    return value;
  };
};
