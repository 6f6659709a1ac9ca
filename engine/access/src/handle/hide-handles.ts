const written = /irisflow-case-1\.[\w-]+(\.[\w-]*)?/g;
const MASK = '[case handle]';

/** A text without the case handles in it: who reads one could act in the name of its case. */
export const hideHandles = (text: string): string => text.replaceAll(written, MASK);

/** The same for a value of JSON, however deep a handle lies in it. */
export const hideHandlesIn = <T>(value: T): T => {
  const text = JSON.stringify(value);
  return text === undefined ? value : (JSON.parse(hideHandles(text)) as T);
};
