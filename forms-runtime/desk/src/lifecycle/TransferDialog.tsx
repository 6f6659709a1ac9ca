import type { CaseTransfers } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Checkbox, CheckboxGroup, Dialog, NumberField, Select, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useProposeTransfer } from './use-transfers.ts';

const MAX_DAYS = 60;
const MAX_REASON = 5000;

interface TransferProps {
  readonly caseId: string;
  readonly found: CaseTransfers;
  readonly onClose: () => void;
}

interface Draft {
  readonly to: string | undefined;
  readonly reason: string;
  readonly documents: readonly string[];
  readonly withAnswers: boolean;
  readonly days: number | string | undefined;
}

const isAllowed = (days: Draft['days']): days is number =>
  typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly found: CaseTransfers;
  readonly asked: boolean;
}

const WhatGoesAlong = ({ draft, change, found, asked }: PartProps) => {
  const t = useDeskText();
  return (
    <>
      <Checkbox
        id="transfer-answers"
        label={t('transfer.withAnswers')}
        hint={t('transfer.withAnswers.hint')}
        optional
        value={draft.withAnswers}
        onChange={(withAnswers) => change({ withAnswers })}
      />
      {found.documents.length > 0 && (
        <CheckboxGroup
          id="transfer-documents"
          label={t('transfer.documents')}
          hint={t('transfer.documents.hint')}
          optional
          options={found.documents.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.documents}
          onChange={(documents) => change({ documents })}
        />
      )}
      <NumberField
        id="transfer-days"
        label={t('transfer.days')}
        hint={t('transfer.days.hint')}
        inputMode="numeric"
        value={draft.days}
        onChange={(days) => change({ days })}
        {...(asked && !isAllowed(draft.days) && { error: t('transfer.days.wrong') })}
      />
    </>
  );
};

const TransferForm = ({ caseId, found, onClose }: TransferProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const propose = useProposeTransfer(caseId);
  const [draft, setDraft] = useState<Draft>({ to: undefined, reason: '', documents: [], withAnswers: true, days: 10 });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const { to, days, documents, withAnswers } = draft;
  const reason = draft.reason.trim();
  const submit = (): void => {
    setAsked(true);
    if (to === undefined || reason === '' || !isAllowed(days) || propose.isPending) return;
    const onSuccess = (): void => {
      toast(t('transfer.proposed'));
      onClose();
    };
    propose.mutate({ to, reason, days, documents: [...documents], withAnswers }, { onSuccess });
  };
  return (
    <DialogForm
      error={propose.error}
      busy={propose.isPending}
      confirm={t('transfer.propose')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('transfer.text')}</p>
      <Select
        id="transfer-to"
        label={t('transfer.to')}
        options={found.administrations.map(({ key, name }) => ({ value: key, label: read(name) }))}
        value={to}
        onChange={(chosen) => change({ to: chosen })}
        {...(asked && to === undefined && { error: t('transfer.to.missing') })}
      />
      <TextArea
        id="transfer-reason"
        label={t('transfer.reason')}
        hint={t('transfer.reason.hint')}
        rows={4}
        maxLength={MAX_REASON}
        value={draft.reason}
        onChange={(text) => change({ reason: text })}
        {...(asked && reason === '' && { error: t('reason.missing') })}
      />
      <WhatGoesAlong draft={draft} change={change} found={found} asked={asked} />
    </DialogForm>
  );
};

/** Proposes a case to the administration that is competent. */
export const TransferDialog = ({ open, ...form }: TransferProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('transfer.do')} onClose={form.onClose}>
      <TransferForm {...form} />
    </Dialog>
  );
};
