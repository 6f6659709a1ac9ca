import type { SharedHearing } from '@irisflow/client';
import { Button, ConfirmDialog, TextArea, useFormatters, useToast, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useAskOtherTime } from './use-my-hearings.ts';

const MAX_REASON = 2000;
const REASON = 'hearing-wish-reason';

interface AskProps {
  readonly caseId: string;
  readonly hearing: SharedHearing;
}

/** Asks the office for another time; what is typed stays in this tab until it is sent. */
export const AskOtherTime = ({ caseId, hearing }: AskProps) => {
  const t = usePersonalText();
  const { fullDate } = useFormatters();
  const { id: hearingId, day, time } = hearing;
  // A case can have several hearings, each with its dialog on the page.
  const field = `${REASON}-${hearingId}`;
  const when = t('hearing.when', { day: fullDate(day), time });
  const toast = useToast();
  const ask = useAskOtherTime(caseId, hearingId);
  const { texts, write, forget } = useKeptTexts(`hearing:${hearingId}`);
  const [isAsking, setAsking] = useState(false);
  const [isSent, setSent] = useState(false);
  const reason = (texts[REASON] ?? '').trim();
  const confirm = (): void => {
    setSent(true);
    if (reason === '') document.getElementById(field)?.focus();
    if (reason === '' || ask.isPending) return;
    const onSuccess = (): void => {
      forget();
      setAsking(false);
      toast(t('hearing.wish.sent'));
    };
    ask.mutate(reason, { onSuccess });
  };
  return (
    <div>
      <Button tone="secondary" size="small" onClick={() => setAsking(true)}>
        {t('hearing.wish')}
        <VisuallyHidden>{`, ${when}`}</VisuallyHidden>
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('hearing.wish')}
        confirm={t('hearing.wish.send')}
        busy={ask.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>
          <strong>{when}</strong>
        </p>
        <p>{t('hearing.wish.text')}</p>
        <TextArea
          id={field}
          label={t('hearing.wish.reason')}
          hint={t('hearing.wish.reason.hint')}
          rows={3}
          maxLength={MAX_REASON}
          value={texts[REASON] ?? ''}
          onChange={(text) => write(REASON, text)}
          {...(isSent && reason === '' && { error: t('hearing.wish.missing') })}
        />
        {ask.isError && <RefusalNotice error={ask.error} />}
      </ConfirmDialog>
    </div>
  );
};
