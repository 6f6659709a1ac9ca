import { useMemo } from 'react';
import { useDraftFile } from './draft-context.ts';

export type JsonReading<T> = { ok: true; value: T } | { ok: false; failure: string };

const read = <T>(text: string | null): JsonReading<T> => {
  if (text === null) return { ok: false, failure: 'missing' };
  try {
    return { ok: true, value: JSON.parse(text) as T };
  } catch (error) {
    return { ok: false, failure: error instanceof Error ? error.message : String(error) };
  }
};

export const writeJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A JSON file of the draft as a value. The value is what the file says, not what it should say:
 * readers must bear missing parts, because a draft may be half written.
 */
export const useDraftJson = <T>(path: string): { reading: JsonReading<T>; change: (value: T) => void } => {
  const { content, change } = useDraftFile(path);
  const reading = useMemo(() => read<T>(content), [content]);
  return { reading, change: (value) => change(writeJson(value)) };
};
