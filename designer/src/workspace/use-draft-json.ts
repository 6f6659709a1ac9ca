import { useMemo } from 'react';
import type { TextHistory } from '../app/use-text-history.ts';
import { useDraftFile, useFileHistory } from './draft-context.ts';
import { patchJson } from './patch-json.ts';

export type JsonReading<T> = { ok: true; value: T } | { ok: false; failure: string };

const read = <T>(text: string | null): JsonReading<T> => {
  if (text === null) return { ok: false, failure: 'missing' };
  try {
    return { ok: true, value: JSON.parse(text) as T };
  } catch (error) {
    return { ok: false, failure: error instanceof Error ? error.message : String(error) };
  }
};

export interface DraftJson<T> {
  reading: JsonReading<T>;
  /** Writes the value into the file: what it does not change stays byte for byte. One step of its history. */
  change: (value: T) => void;
  history: TextHistory;
}

/**
 * A JSON file of the draft as a value. The value is what the file says, not what it should say:
 * readers must bear missing parts, because a draft may be half written.
 */
export const useDraftJson = <T>(path: string): DraftJson<T> => {
  const { content } = useDraftFile(path);
  const history = useFileHistory(path);
  const reading = useMemo(() => read<T>(content), [content]);
  return { reading, change: (value) => history.push(patchJson(content ?? '', value)), history };
};
