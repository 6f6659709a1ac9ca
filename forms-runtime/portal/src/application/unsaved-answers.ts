import type { FormData } from '@irisflow/forms';

/** Answers that the platform has not confirmed yet. */
export interface UnsavedAnswers {
  /** The revision they were typed on. */
  readonly revision: number;
  readonly data: FormData;
  readonly page: string | null;
}

/** Keeps what was typed through a reload, a lost connection or a new sign-in, in this tab only. */
export interface UnsavedStore {
  readonly read: () => UnsavedAnswers | undefined;
  readonly write: (answers: UnsavedAnswers) => void;
  /** Forgets the answers if they are still these. */
  readonly forget: (data: FormData) => void;
}

const isUnsaved = (value: unknown): value is UnsavedAnswers =>
  typeof value === 'object' && value !== null && 'revision' in value && 'data' in value && 'page' in value;

const parse = (text: string | null): UnsavedAnswers | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isUnsaved(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The store of one application. Storage that is full or forbidden only takes the safety net away, not the form. */
export const unsavedAnswersOf = (draftId: string, storage: Storage): UnsavedStore => {
  const key = `irisflow:unsaved:${draftId}`;
  let latest: FormData | undefined;
  return {
    read: () => parse(storage.getItem(key)),
    write: (answers) => {
      latest = answers.data;
      try {
        storage.setItem(key, JSON.stringify(answers));
      } catch {
        storage.removeItem(key);
      }
    },
    forget: (data) => {
      if (latest === undefined || latest === data) storage.removeItem(key);
    },
  };
};
