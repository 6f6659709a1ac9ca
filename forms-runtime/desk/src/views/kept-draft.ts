import type { ViewDraft } from './view-draft.ts';

/** Changes to a view, and to which revision of it they were made. */
export interface KeptDraft {
  readonly draft: ViewDraft;
  readonly revision: number;
}

const keyOf = (id: string): string => `irisflow:view:${id}`;

/** Keeps changes that are not saved in this tab: another page or a lost session takes nothing away. */
export const keepDraft = (id: string, kept: KeptDraft): void => {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
  } catch {
    // Full storage takes the safety net away, not the view.
  }
};

export const keptDraft = (id: string): KeptDraft | null => {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as KeptDraft | null;
  } catch {
    return null;
  }
};

export const forgetDraft = (id: string): void => sessionStorage.removeItem(keyOf(id));
