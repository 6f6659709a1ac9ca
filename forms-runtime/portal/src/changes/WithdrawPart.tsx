import type { MyChanges } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { todayInBrussels } from '@irisflow/renderer';
import { Button, ConfirmDialog, RadioGroup, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { isDay, SinceField } from './SinceField.tsx';
import { useWithdrawPart } from './use-changes.ts';

const MAX_REASON = 2000;
const REASON = 'part-reason';
const SINCE = 'part-since';

interface WithdrawProps {
  readonly caseId: string;
  readonly parts: MyChanges['parts'];
}

/** Asks that a part of the case goes no further; the rest of it does. */
export const WithdrawPart = ({ caseId, parts }: WithdrawProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const toast = useToast();
  const withdraw = useWithdrawPart(caseId);
  const { texts, write, forget } = useKeptTexts(`part:${caseId}`);
  const [isAsking, setAsking] = useState(false);
  const [isSent, setSent] = useState(false);
  const [chosen, setChosen] = useState(parts.length === 1 ? parts[0]?.key : undefined);
  const [today] = useState(() => todayInBrussels(new Date()));
  const since = texts[SINCE] ?? today;
  const reason = (texts[REASON] ?? '').trim();
  const confirm = (): void => {
    setSent(true);
    if (chosen === undefined || !isDay(since) || reason === '' || withdraw.isPending) return;
    const onSuccess = (): void => {
      forget();
      setAsking(false);
      toast(t('change.part.sent'));
    };
    withdraw.mutate({ part: chosen, since, reason }, { onSuccess });
  };
  return (
    <div>
      <Button tone="secondary" size="small" onClick={() => setAsking(true)}>
        {t('change.part')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('change.part')}
        confirm={t('change.part.send')}
        busy={withdraw.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('change.part.text')}</p>
        <RadioGroup
          id="part"
          label={t('change.part.which')}
          options={parts.map(({ key, label }) => ({ value: key, label: read(label) }))}
          value={chosen}
          onChange={setChosen}
          {...(isSent && chosen === undefined && { error: t('change.part.missing') })}
        />
        <SinceField id={SINCE} value={since} isAsked={isSent} onChange={(day) => write(SINCE, day ?? '')} />
        <TextArea
          id={REASON}
          label={t('change.reason')}
          rows={3}
          maxLength={MAX_REASON}
          value={texts[REASON] ?? ''}
          onChange={(text) => write(REASON, text)}
          {...(isSent && reason === '' && { error: t('change.reason.missing') })}
        />
        {withdraw.isError && <RefusalNotice error={withdraw.error} />}
      </ConfirmDialog>
    </div>
  );
};
