import type { Branding } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, useToast } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useUnsaved } from '../app/use-unsaved.ts';
import {
  type BrandingDraft,
  colorOf,
  draftOf,
  isSameDraft,
  MAX_LOGO_BYTES,
  plainDraft,
  refusedIn,
  toSave,
  wrongIn,
} from './branding-draft.ts';
import { BrandingFields } from './BrandingFields.tsx';
import { BrandingPreview } from './BrandingPreview.tsx';
import { useBrandingText } from './branding-texts.ts';
import { useJudgement, useSaveBranding } from './use-branding.ts';

type Question = 'discard' | 'reset';

interface AskProps {
  readonly question: Question | undefined;
  readonly onConfirm: (question: Question) => void;
  readonly onClose: () => void;
}

const Ask = ({ question, onConfirm, onClose }: AskProps) => {
  const t = useBrandingText();
  return (
    <ConfirmDialog
      open={question !== undefined}
      title={t(`${question ?? 'discard'}.title`)}
      confirm={t(question ?? 'discard')}
      tone="danger"
      onConfirm={() => onConfirm(question ?? 'discard')}
      onClose={onClose}
    >
      <p>{t(`${question ?? 'discard'}.text`)}</p>
    </ConfirmDialog>
  );
};

/** The field itself, or the chooser of a file inside of it. */
const focusOn = (id: string): void => (document.getElementById(`${id}-input`) ?? document.getElementById(id))?.focus();

const logoContent = ({ logo }: BrandingDraft): string | null =>
  typeof logo === 'string' || logo.size > MAX_LOGO_BYTES ? null : logo.content;

/** The look being changed. Reading it anew in the background takes nothing away from what is typed. */
export const BrandingForm = ({ branding }: { readonly branding: Branding }) => {
  const t = useBrandingText();
  const toast = useToast();
  const save = useSaveBranding();
  const [base, setBase] = useState(branding);
  const [draft, setDraft] = useState(() => draftOf(branding));
  const [asked, setAsked] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const { data: judgement } = useJudgement(colorOf(draft.accent), logoContent(draft));
  const isUnsaved = !isSameDraft(draft, draftOf(base));
  const own = wrongIn(draft);
  const refused = refusedIn(save.error);
  useUnsaved(isUnsaved);
  const change = (next: BrandingDraft): void => {
    setDraft(next);
    save.reset();
  };
  const start = (from: Branding): void => {
    setBase(from);
    setDraft(draftOf(from));
    setAsked(false);
  };
  const keep = (wanted: BrandingDraft, told: string): void =>
    save.mutate(
      { revision: base.revision, branding: toSave(wanted) },
      {
        onSuccess: (saved) => {
          start(saved);
          toast(told);
        },
        onError: (error) => {
          const [first] = refusedIn(error).keys();
          if (first !== undefined) focusOn(first);
        },
      },
    );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(true);
    const [first] = own.keys();
    if (first !== undefined) return focusOn(first);
    if (typeof draft.logo !== 'string' && draft.logo.size > MAX_LOGO_BYTES) return focusOn('logo');
    if (!save.isPending) keep(draft, t('saved'));
  };
  const confirm = (about: Question): void => {
    setQuestion(undefined);
    if (about === 'reset') return keep(plainDraft, t('reset.done'));
    start(branding);
    save.reset();
  };
  const hasOwn = !isSameDraft(draftOf(base), draftOf({ ...base, ...nothing })) || base.logo !== null;
  return (
    <form className="desk-branding" noValidate onSubmit={submit}>
      <div className="iris-stack iris-stack--loose">
        <BrandingFields
          branding={base}
          draft={draft}
          onChange={change}
          judgement={judgement}
          wrong={refused.size > 0 ? refused : asked ? own : new Map()}
        />
        {save.isError && refused.size === 0 && <Failure error={save.error} />}
        <div className="iris-form-actions">
          <Button type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
          {isUnsaved && (
            <Button tone="secondary" onClick={() => setQuestion('discard')}>
              {t('discard')}
            </Button>
          )}
          {hasOwn && (
            <Button tone="secondary" onClick={() => setQuestion('reset')}>
              {t('reset')}
            </Button>
          )}
        </div>
      </div>
      <BrandingPreview branding={base} draft={draft} judgement={judgement} />
      <Ask question={question} onConfirm={confirm} onClose={() => setQuestion(undefined)} />
    </form>
  );
};

const nothing = { accent: null, replyTo: null, senderName: null, letterAddress: null, letterFooter: null };
