import type { ContactNote, Who } from './new-contact.ts';

/** What a clerk had noted when the platform did not know them any more. */
export interface KeptNote {
  readonly note: ContactNote;
  readonly about: Who;
}

/** Where the note of a form is kept: one for anybody, one for each case. */
export const noteKey = (who: Who): string => `irisflow:contact:${who.kind === 'unknown' ? 'new' : who.caseId}`;

/** Keeps a note in this tab until its clerk has signed in again; signing out takes it away. */
export const keepNote = (key: string, kept: KeptNote): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full storage takes the safety net away, not the form.
  }
};

export const keptNote = (key: string): KeptNote | null => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptNote | null;
  } catch {
    return null;
  }
};

/** The next contact is somebody else's. */
export const forgetNote = (key: string): void => sessionStorage.removeItem(key);
