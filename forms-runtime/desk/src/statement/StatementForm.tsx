import type { AccessibilityStatement, StatementTexts } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Form, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useUnsaved } from '../app/use-unsaved.ts';
import { useToday } from '../administration/use-today.ts';
import { draftOf, isSameDraft, textsOf, wrongIn } from './statement-draft.ts';
import { StatementFields } from './StatementFields.tsx';
import { StatementPreview } from './StatementPreview.tsx';
import { useStatementText } from './statement-texts.ts';
import { useSaveStatement } from './use-save-statement.ts';

interface DiscardProps {
  readonly open: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const DiscardDialog = ({ open, onConfirm, onClose }: DiscardProps) => {
  const t = useStatementText();
  return (
    <ConfirmDialog
      open={open}
      title={t('discard.title')}
      confirm={t('discard')}
      tone="danger"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('discard.text')}</p>
    </ConfirmDialog>
  );
};

interface ActionsProps {
  readonly busy: boolean;
  readonly onPreview: () => void;
  /** Undefined while nothing is unsaved. */
  readonly onDiscard: (() => void) | undefined;
}

const FormActions = ({ busy, onPreview, onDiscard }: ActionsProps) => {
  const t = useStatementText();
  return (
    <div className="iris-form-actions">
      <Button type="submit" busy={busy}>
        {t('save')}
      </Button>
      <Button tone="secondary" onClick={onPreview}>
        {t('preview.open')}
      </Button>
      {onDiscard !== undefined && (
        <Button tone="secondary" onClick={onDiscard}>
          {t('discard')}
        </Button>
      )}
    </div>
  );
};

/** Puts the eye where the first thing is wrong. */
const focusOn = (id: string): void => document.getElementById(id)?.focus();

/** What is typed, from which saved statement it began, and what is wrong with it once somebody asked for more. */
const useWriting = (read: AccessibilityStatement) => {
  const today = useToday();
  const [base, setBase] = useState(read);
  const [draft, setDraft] = useState(() => draftOf(read));
  const [asked, setAsked] = useState(false);
  const wrong = wrongIn(draft, today);
  return {
    base,
    draft,
    setDraft,
    wrong: asked ? wrong : new Map(),
    isUnsaved: !isSameDraft(draft, draftOf(base)),
    start: (from: AccessibilityStatement): void => {
      setBase(from);
      setDraft(draftOf(from));
      setAsked(false);
    },
    whenRight: (act: (texts: StatementTexts) => void): void => {
      setAsked(true);
      const [first] = wrong.keys();
      return first === undefined ? act(textsOf(draft)) : focusOn(first);
    },
  };
};

/** The statement being written. Reading it anew in the background takes nothing away from what is typed. */
export const StatementForm = ({ statement }: { readonly statement: AccessibilityStatement }) => {
  const t = useStatementText();
  const toast = useToast();
  const save = useSaveStatement(statement.administration.key);
  const { base, draft, setDraft, wrong, isUnsaved, start, whenRight } = useWriting(statement);
  const [shown, setShown] = useState<StatementTexts>();
  const [isDiscarding, setDiscarding] = useState(false);
  useUnsaved(isUnsaved);
  const onSuccess = (saved: AccessibilityStatement): void => {
    start(saved);
    toast(t('saved'));
  };
  const submit = (): void => {
    if (!save.isPending) whenRight((texts) => save.mutate({ revision: base.revision, texts }, { onSuccess }));
  };
  const discard = (): void => {
    start(statement);
    save.reset();
    setDiscarding(false);
  };
  return (
    <Form className="iris-stack iris-stack--loose" onSubmit={submit}>
      <StatementFields draft={draft} onChange={setDraft} wrong={wrong} />
      {save.isError && <Failure error={save.error} />}
      <FormActions
        busy={save.isPending}
        onPreview={() => whenRight(setShown)}
        onDiscard={isUnsaved ? () => setDiscarding(true) : undefined}
      />
      <StatementPreview texts={shown} onClose={() => setShown(undefined)} />
      <DiscardDialog open={isDiscarding} onConfirm={discard} onClose={() => setDiscarding(false)} />
    </Form>
  );
};
