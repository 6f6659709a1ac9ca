import type { Branding } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useUnsaved } from '../app/use-unsaved.ts';
import {
  type BrandingDraft,
  colorOf,
  draftOf,
  hasOwnLook,
  isSameDraft,
  MAX_LOGO_BYTES,
  plainDraft,
  refusedIn,
  toSave,
  type Wrong,
  wrongIn,
} from './branding-draft.ts';
import { useBrandingText } from './branding-texts.ts';
import { useJudgement, useSaveBranding } from './use-branding.ts';

const nothingWrong: ReadonlyMap<string, Wrong> = new Map();

/** The field itself, or the chooser of a file inside of it. */
const focusOn = (id: string): void => (document.getElementById(`${id}-input`) ?? document.getElementById(id))?.focus();

const isTooLarge = ({ logo }: BrandingDraft): boolean => typeof logo !== 'string' && logo.size > MAX_LOGO_BYTES;

const logoContent = (draft: BrandingDraft): string | null =>
  typeof draft.logo === 'string' || isTooLarge(draft) ? null : draft.logo.content;

/** The first field that keeps a draft from being sent. */
const firstWrong = (draft: BrandingDraft): string | undefined => {
  const [first] = wrongIn(draft).keys();
  return first ?? (isTooLarge(draft) ? 'logo' : undefined);
};

/** What is kept of a draft, and what the platform says to it. */
const useKeeping = (base: Branding, onSaved: (saved: Branding) => void) => {
  const toast = useToast();
  const save = useSaveBranding();
  const keep = (wanted: BrandingDraft, told: string): void =>
    save.mutate(
      { revision: base.revision, branding: toSave(wanted) },
      {
        onSuccess: (saved) => {
          onSaved(saved);
          toast(told);
        },
        onError: (error) => {
          const [first] = refusedIn(error).keys();
          if (first !== undefined) focusOn(first);
        },
      },
    );
  return { keep, save, refused: refusedIn(save.error) };
};

/** A look being changed. Reading it anew in the background takes nothing away from what is typed. */
export const useBrandingEdit = (branding: Branding) => {
  const t = useBrandingText();
  const [base, setBase] = useState(branding);
  const [draft, setDraft] = useState(() => draftOf(branding));
  const [asked, setAsked] = useState(false);
  const start = (from: Branding): void => {
    setBase(from);
    setDraft(draftOf(from));
    setAsked(false);
  };
  const { keep, save, refused } = useKeeping(base, start);
  const { data: judgement } = useJudgement(colorOf(draft.accent), logoContent(draft));
  const isUnsaved = !isSameDraft(draft, draftOf(base));
  useUnsaved(isUnsaved);
  const own = asked ? wrongIn(draft) : nothingWrong;
  return {
    base,
    draft,
    judgement,
    isUnsaved,
    isSaving: save.isPending,
    hasOwn: hasOwnLook(base),
    wrong: refused.size > 0 ? refused : own,
    /** What no field can say. */
    failure: refused.size > 0 ? null : save.error,
    change: (next: BrandingDraft): void => {
      setDraft(next);
      save.reset();
    },
    submit: (): void => {
      setAsked(true);
      const wrong = firstWrong(draft);
      if (wrong !== undefined) focusOn(wrong);
      else if (!save.isPending) keep(draft, t('saved'));
    },
    reset: (): void => keep(plainDraft, t('reset.done')),
    discard: (): void => {
      start(branding);
      save.reset();
    },
  };
};

export type BrandingEdit = ReturnType<typeof useBrandingEdit>;
