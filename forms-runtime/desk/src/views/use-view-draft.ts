import { useState } from 'react';
import { forgetDraft, keepDraft, keptDraft, type KeptDraft } from './kept-draft.ts';
import { isSameDraft, type ViewDraft } from './view-draft.ts';

interface Saved {
  /** `new` for one that was never saved. */
  readonly id: string;
  readonly draft: ViewDraft;
  readonly revision: number;
}

export interface DraftHandle {
  readonly draft: ViewDraft;
  /** Of the view as it was when it was first changed here: what a colleague saved meanwhile is not overwritten. */
  readonly revision: number;
  readonly isChanged: boolean;
  readonly change: (part: Partial<ViewDraft>) => void;
  /** Back to what is saved. */
  readonly undo: () => void;
  /** The same changes to a newer revision, whose name alone is another one. */
  readonly rebase: (revision: number) => void;
}

/** The changes to a view that are not saved yet, kept in this tab. */
export const useViewDraft = (saved: Saved): DraftHandle => {
  const { id } = saved;
  const [changed, setChanged] = useState<KeptDraft | null>(() => keptDraft(id));
  const { draft, revision } = changed ?? saved;
  const keep = (kept: KeptDraft | null): void => {
    if (kept === null) forgetDraft(id);
    else keepDraft(id, kept);
    setChanged(kept);
  };
  return {
    draft,
    revision,
    isChanged: !isSameDraft(draft, saved.draft),
    change: (part) => {
      const next = { ...draft, ...part };
      keep(isSameDraft(next, saved.draft) ? null : { draft: next, revision });
    },
    undo: () => keep(null),
    rebase: (newer) => {
      if (changed !== null) keep({ ...changed, revision: newer });
    },
  };
};
