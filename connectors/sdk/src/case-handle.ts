/** The reserved process variable in which the platform gives a process the sealed handle of its case. */
export const CASE_HANDLE = 'caseHandle';

const WRITTEN = /irisflow-case-1\.[\w-]+(\.[\w-]*)?/g;
const MASK = '[case handle]';

/** A text without the case handles in it. */
export const hideHandles = (text: string): string => text.replaceAll(WRITTEN, MASK);

/** The same for a value of JSON, however deep a handle lies in it. */
export const hideHandlesIn = <T>(value: T): T => {
  const text = JSON.stringify(value);
  if (text === undefined) return value;
  const hidden = hideHandles(text);
  return hidden === text ? value : (JSON.parse(hidden) as T);
};

/** The id of the case that a handle names, for the log of a source. Only the platform can tell whether it is true. */
export const caseNamedBy = (handle: string): string | undefined => {
  const [, payload = ''] = handle.split('.');
  try {
    const content: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return Array.isArray(content) && typeof content[0] === 'string' ? content[0] : undefined;
  } catch {
    return undefined;
  }
};
