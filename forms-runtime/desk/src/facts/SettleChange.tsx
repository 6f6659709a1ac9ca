import type { CaseFacts } from '@irisflow/client';
import { Dialog, Select, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useSettleChange } from './use-facts.ts';

interface SettleProps {
  readonly caseId: string;
  readonly change: CaseFacts['openChanges'][number];
  /** Of the source. */
  readonly name: string;
  readonly onClose: () => void;
}

/** From which month a change counts; the usual one is chosen, the process is told. */
export const AcceptChange = ({ caseId, change, name, onClose }: SettleProps) => {
  const t = useDeskText();
  const toast = useToast();
  const { month: inWords } = useFormatters();
  const settle = useSettleChange(caseId);
  const [usual = ''] = change.months;
  const [month, setMonth] = useState(usual);
  const done = (): void => {
    toast(t('change.done'));
    onClose();
  };
  return (
    <Dialog open title={t('change.accept.title', { source: name })} onClose={onClose}>
      <DialogForm
        error={settle.error}
        busy={settle.isPending}
        confirm={t('change.accept')}
        onSubmit={() => settle.mutate({ change, outcome: 'accepted', effectiveMonth: month }, { onSuccess: done })}
        onClose={onClose}
      >
        <p>{t('change.accept.text')}</p>
        <Select
          id="change-month"
          label={t('change.from')}
          hint={t('change.from.hint', { month: inWords(usual) })}
          options={change.months.toSorted().map((one) => ({ value: one, label: inWords(one) }))}
          value={month}
          onChange={(value) => setMonth(value ?? usual)}
        />
      </DialogForm>
    </Dialog>
  );
};

/** Why a change does not count in this case. */
export const RejectChange = ({ caseId, change, name, onClose }: SettleProps) => {
  const t = useDeskText();
  const toast = useToast();
  const settle = useSettleChange(caseId);
  const why = useReason();
  const done = (): void => {
    toast(t('change.done'));
    onClose();
  };
  const submit = (): void => {
    if (why.check()) settle.mutate({ change, outcome: 'rejected', reason: why.reason }, { onSuccess: done });
  };
  return (
    <Dialog open title={t('change.reject.title', { source: name })} onClose={onClose}>
      <DialogForm
        error={settle.error}
        busy={settle.isPending}
        confirm={t('change.reject')}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('change.reject.text')}</p>
        <ReasonField id="change-reason" {...why.field} />
      </DialogForm>
    </Dialog>
  );
};
