import type { FactView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, FileField, TextArea, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { answerFileTypes } from '../cases/use-answer-files.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText, type PersonalKey } from '../texts/personal-texts.ts';
import { useCorrectFact } from './use-facts.ts';

interface Typed {
  readonly claimed: string;
  readonly reason: string;
  readonly proof: File | null;
}

const nothing: Typed = { claimed: '', reason: '', proof: null };
const names = ['claimed', 'reason', 'proof'] as const;
type Name = (typeof names)[number];

const isMissing = (typed: Typed, name: Name): boolean => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() === '' : value === null;
};

interface FieldsProps {
  readonly id: string;
  readonly typed: Typed;
  readonly isAsked: boolean;
  readonly onChange: (typed: Typed) => void;
}

const Fields = ({ id, typed, isAsked, onChange }: FieldsProps) => {
  const t = usePersonalText();
  const errorOf = (name: Name) =>
    isAsked && isMissing(typed, name) && { error: t(`fact.${name}.missing` satisfies PersonalKey) };
  const { proof } = typed;
  return (
    <>
      <TextField
        id={`${id}-claimed`}
        label={t('fact.claimed')}
        maxLength={1000}
        value={typed.claimed}
        onChange={(claimed) => onChange({ ...typed, claimed })}
        {...errorOf('claimed')}
      />
      <TextArea
        id={`${id}-reason`}
        label={t('fact.reason')}
        rows={3}
        maxLength={1000}
        value={typed.reason}
        onChange={(reason) => onChange({ ...typed, reason })}
        {...errorOf('reason')}
      />
      <FileField
        id={`${id}-proof`}
        label={t('fact.proof')}
        hint={t('fact.proof.hint')}
        accept={answerFileTypes}
        maxCount={1}
        files={proof === null ? [] : [{ id: 'proof', name: proof.name, size: proof.size }]}
        onAdd={([file]) => onChange({ ...typed, proof: file ?? null })}
        onRemove={() => onChange({ ...typed, proof: null })}
        {...errorOf('proof')}
      />
    </>
  );
};

interface CorrectFactProps {
  readonly caseId: string;
  readonly fact: FactView;
  readonly source: string;
}

/** Lets the applicant say that a source is wrong: what it should say, why, and the proof. */
export const CorrectFact = ({ caseId, fact, source }: CorrectFactProps) => {
  const t = usePersonalText();
  const label = useLocalized()(fact.label);
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(nothing);
  const [isAsked, setAsked] = useState(false);
  const id = `fact-${fact.sourceKey}-${fact.field.replaceAll('.', '-')}`;
  const correct = useCorrectFact(caseId, () => {
    setOpen(false);
    setTyped(nothing);
    setAsked(false);
    toast(t('fact.correct.done'));
  });
  const send = (): void => {
    setAsked(true);
    const missing = names.find((name) => isMissing(typed, name));
    if (missing !== undefined) document.getElementById(`${id}-${missing}`)?.focus();
    else if (typed.proof !== null) {
      const { sourceKey, field } = fact;
      correct.mutate({
        sourceKey,
        field,
        claimed: typed.claimed.trim(),
        reason: typed.reason.trim(),
        proof: typed.proof,
      });
    }
  };
  return (
    <>
      <Button
        tone="quiet"
        size="small"
        aria-label={t('fact.correct.of', { field: label })}
        onClick={() => setOpen(true)}
      >
        {t('fact.correct')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={t('fact.correct.title', { field: label })}
        confirm={t('fact.correct.send')}
        busy={correct.isPending}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <p>{t('fact.correct.text', { source })}</p>
        <Fields id={id} typed={typed} isAsked={isAsked} onChange={setTyped} />
        {correct.isError && <RefusalNotice error={correct.error} />}
      </ConfirmDialog>
    </>
  );
};
