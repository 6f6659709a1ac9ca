import type { InstanceView } from '@irisflow/client';
import { Button, Notice } from '@irisflow/ui';
import { useState } from 'react';
import { useMasks } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useMayCorrect } from './use-may-correct.ts';
import { useRemaining } from './use-remaining.ts';

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const Unmasked = ({ processInstanceKey, until }: { processInstanceKey: string; until: string }) => {
  const t = useTexts();
  const { mask, forget } = useMasks(processInstanceKey);
  const seconds = useRemaining(until, forget);
  return (
    <Notice tone="warning" title={t('mask.off')}>
      <div className="mask-notice">
        <p role="timer">{t('mask.remaining', { time: clock(seconds) })}</p>
        <Button size="small" tone="secondary" busy={mask.isPending} onClick={() => mask.mutate()}>
          {t('mask.again')}
        </Button>
        {mask.isError && <Failure error={mask.error} />}
      </div>
    </Notice>
  );
};

const Masked = ({ processInstanceKey }: { processInstanceKey: string }) => {
  const t = useTexts();
  const mayCorrect = useMayCorrect();
  const [isAsking, setAsking] = useState(false);
  const { unmask } = useMasks(processInstanceKey);
  return (
    <Notice title={t('mask.on')}>
      <div className="mask-notice">
        <p>
          {t('mask.onText')} {!mayCorrect && t('mask.onRole')}
        </p>
        {mayCorrect && (
          <Button size="small" tone="secondary" onClick={() => setAsking(true)}>
            {t('mask.show')}
          </Button>
        )}
      </div>
      {isAsking && (
        <ReasonDialog
          title={t('mask.showTitle')}
          text={t('mask.showText')}
          action={t('mask.show')}
          keep={t('dialog.cancel')}
          tone="primary"
          change={unmask}
          done={t('mask.shown')}
          onClose={() => setAsking(false)}
        />
      )}
    </Notice>
  );
};

/** Whether personal data can be read on this page, until when, and how to change that. */
export const MaskNotice = ({ instance }: { instance: InstanceView }) => {
  const { processInstanceKey, unmaskedUntil } = instance;
  return unmaskedUntil === null ? (
    <Masked processInstanceKey={processInstanceKey} />
  ) : (
    <Unmasked processInstanceKey={processInstanceKey} until={unmaskedUntil} />
  );
};
