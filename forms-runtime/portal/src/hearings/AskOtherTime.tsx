import { Button, ConfirmDialog, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePortalText } from '../texts/portal-texts.ts';
import { useAskOtherTime } from './use-my-hearings.ts';

const MAX_REASON = 2000;
const REASON = 'hearing-wish-reason';

/** Asks the office for another time; what is typed stays in this tab until it is sent. */
export const AskOtherTime = ({ caseId, hearingId }: { readonly caseId: string; readonly hearingId: string }) => {
  const t = usePortalText();
  const toast = useToast();
  const ask = useAskOtherTime(caseId, hearingId);
  const { texts, write, forget } = useKeptTexts(`hearing:${hearingId}`);
  const [isAsking, setAsking] = useState(false);
  const [isSent, setSent] = useState(false);
  const reason = (texts[REASON] ?? '').trim();
  const confirm = (): void => {
    setSent(true);
    if (reason === '') document.getElementById(REASON)?.focus();
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
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('hearing.wish')}
        confirm={t('hearing.wish.send')}
        busy={ask.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('hearing.wish.text')}</p>
        <TextArea
          id={REASON}
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
