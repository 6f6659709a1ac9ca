import type { CaseReopenings, ReopeningGround } from '@irisflow/client';
import { Dialog, Notice, RadioGroup, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useReopenCase } from './use-reopenings.ts';

const grounds = ['newFacts', 'error', 'request', 'appeal'] as const satisfies readonly ReopeningGround[];

interface ReopenProps {
  readonly caseId: string;
  readonly found: CaseReopenings;
  readonly onClose: () => void;
}

const ReopenForm = ({ caseId, found, onClose }: ReopenProps) => {
  const t = useDeskText();
  const toast = useToast();
  const reopen = useReopenCase(caseId);
  const offered = found.appealRuns ? (['appeal'] as const) : grounds;
  const [ground, setGround] = useState<ReopeningGround | undefined>(found.appealRuns ? 'appeal' : undefined);
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    setAsked(true);
    if (!check() || ground === undefined || reopen.isPending) return;
    const onSuccess = (): void => {
      toast(t(found.needsApproval ? 'reopening.proposed' : 'reopening.done'));
      onClose();
    };
    reopen.mutate({ ground, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={reopen.error}
      busy={reopen.isPending}
      confirm={t(found.needsApproval ? 'reopening.propose' : 'reopening.do')}
      onSubmit={submit}
      onClose={onClose}
    >
      {found.appealRuns && <Notice tone="info">{t('reopening.appealRuns')}</Notice>}
      <p>{t(found.needsApproval ? 'reopening.text.approval' : 'reopening.text')}</p>
      <RadioGroup
        id="reopening-ground"
        label={t('reopening.ground')}
        options={offered.map((value) => ({ value, label: t(`reopening.ground.${value}`) }))}
        value={ground}
        onChange={(value) => setGround(grounds.find((known) => known === value))}
        {...(asked && ground === undefined && { error: t('reopening.ground.missing') })}
      />
      <ReasonField id="reopening-reason" {...field} />
    </DialogForm>
  );
};

/** Opens a closed case again, or proposes it to a colleague. */
export const ReopenDialog = ({ open, ...form }: ReopenProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t(form.found.needsApproval ? 'reopening.propose' : 'reopening.do')} onClose={form.onClose}>
      <ReopenForm {...form} />
    </Dialog>
  );
};
