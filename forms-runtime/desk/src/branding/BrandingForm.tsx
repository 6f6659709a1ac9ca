import type { Branding } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Form } from '@irisflow/ui';
import { useState } from 'react';
import { BrandingFields } from './BrandingFields.tsx';
import { BrandingPreview } from './BrandingPreview.tsx';
import { useBrandingText } from './branding-texts.ts';
import { type BrandingEdit, useBrandingEdit } from './use-branding-edit.ts';

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

interface ActionsProps {
  readonly edit: BrandingEdit;
  readonly onAsk: (question: Question) => void;
}

const Actions = ({ edit, onAsk }: ActionsProps) => {
  const t = useBrandingText();
  return (
    <div className="iris-form-actions">
      <Button type="submit" busy={edit.isSaving}>
        {t('save')}
      </Button>
      {edit.isUnsaved && (
        <Button tone="secondary" onClick={() => onAsk('discard')}>
          {t('discard')}
        </Button>
      )}
      {edit.hasOwn && (
        <Button tone="secondary" onClick={() => onAsk('reset')}>
          {t('reset')}
        </Button>
      )}
    </div>
  );
};

/** The look being changed: its fields, and beside them what comes of it. */
export const BrandingForm = ({ branding }: { readonly branding: Branding }) => {
  const edit = useBrandingEdit(branding);
  const [question, setQuestion] = useState<Question>();
  const { base, draft, judgement } = edit;
  const submit = (): void => {
    edit.submit();
  };
  const confirm = (about: Question): void => {
    setQuestion(undefined);
    if (about === 'reset') edit.reset();
    else edit.discard();
  };
  return (
    <Form className="desk-branding" onSubmit={submit}>
      <div className="iris-stack iris-stack--loose">
        <BrandingFields branding={base} draft={draft} onChange={edit.change} judgement={judgement} wrong={edit.wrong} />
        {edit.failure !== null && <Failure error={edit.failure} />}
        <Actions edit={edit} onAsk={setQuestion} />
      </div>
      <BrandingPreview branding={base} draft={draft} judgement={judgement} />
      <Ask question={question} onConfirm={confirm} onClose={() => setQuestion(undefined)} />
    </Form>
  );
};
