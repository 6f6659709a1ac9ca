import type { AppealEnd, AppealRuling, CaseStatus, CaseView } from '@irisflow/client';
import { RadioGroup, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReasonField, useReason } from './ReasonField.tsx';
import { useEndAppeal } from './use-cases.ts';

const ends = ['withdrawn', 'withoutObject', 'decidedElsewhere'] as const satisfies readonly AppealEnd[];

const rulings = ['confirmed', 'reformed', 'annulled', 'inadmissible'] as const satisfies readonly AppealRuling[];

interface EndAppealProps {
  readonly file: CaseView;
  readonly onClose: () => void;
}

const EndAppealForm = ({ file, onClose }: EndAppealProps) => {
  const t = useDeskText();
  const toast = useToast();
  const end = useEndAppeal(file.id);
  const [outcome, setOutcome] = useState<AppealEnd>();
  const [ruling, setRuling] = useState<AppealRuling>('confirmed');
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    setAsked(true);
    if (!check() || outcome === undefined || end.isPending) return;
    const onSuccess = (): void => {
      toast(t('appeal.end.done'));
      onClose();
    };
    end.mutate({ outcome, reason, ...(outcome === 'decidedElsewhere' && { ruling }) }, { onSuccess });
  };
  return (
    <DialogForm error={end.error} busy={end.isPending} confirm={t('appeal.end')} onSubmit={submit} onClose={onClose}>
      <p>{t('appeal.end.text')}</p>
      <RadioGroup
        id="appeal-end"
        label={t('appeal.end.outcome')}
        options={ends.map((value) => ({ value, label: t(`appeal.end.${value}`) }))}
        value={outcome}
        onChange={(value) => setOutcome(ends.find((known) => known === value))}
        {...(asked && outcome === undefined && { error: t('appeal.end.outcome.missing') })}
      />
      {outcome === 'decidedElsewhere' && (
        <RadioGroup
          id="appeal-ruling"
          label={t('appeal.ruling')}
          hint={t('appeal.ruling.hint')}
          options={rulings.map((value) => ({ value, label: t(`appeal.ruling.${value}`) }))}
          value={ruling}
          onChange={(value) => setRuling(rulings.find((known) => known === value) ?? ruling)}
        />
      )}
      <ReasonField id="appeal-end-reason" {...field} />
    </DialogForm>
  );
};

/** As what an appeal on paper ends. */
const ended: readonly CaseStatus[] = ['withdrawn', 'closed'];

/** Ends an appeal on paper that leaves no decision in its case; nothing once it has ended. */
export const EndAppeal = ({ file }: Pick<EndAppealProps, 'file'>) => {
  const t = useDeskText();
  if (ended.includes(file.status)) return null;
  return (
    <div>
      <DialogButton tone="secondary" size="small" label={t('appeal.end')}>
        {(close) => <EndAppealForm file={file} onClose={close} />}
      </DialogButton>
    </div>
  );
};
