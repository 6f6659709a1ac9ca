import type { InstanceView } from '@irisflow/client';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useMayCorrect } from './use-may-correct.ts';

/** What can be done to an instance as a whole, while it has not ended: it rests, goes on, or is canceled. */
export const InstanceActions = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const [asked, setAsked] = useState<'suspend' | 'resume' | 'cancel'>();
  const mayCorrect = useMayCorrect();
  const changes = useInstanceChanges(instance.processInstanceKey);
  if (instance.state !== 'active' && instance.state !== 'suspended') return null;
  const done = { suspend: t('instance.suspended'), resume: t('instance.resumed'), cancel: t('instance.canceledDone') };
  return (
    <div className="iris-row">
      {instance.state === 'suspended' ? (
        <Button size="small" onClick={() => setAsked('resume')}>
          {t('instance.resume')}
        </Button>
      ) : (
        <Button tone="secondary" size="small" onClick={() => setAsked('suspend')}>
          {t('instance.suspend')}
        </Button>
      )}
      {mayCorrect && (
        <Button tone="danger" size="small" onClick={() => setAsked('cancel')}>
          {t('instance.cancel')}
        </Button>
      )}
      {asked !== undefined && (
        <ReasonDialog
          title={t(`instance.${asked}Title`)}
          text={t(`instance.${asked}Text`)}
          action={t(`instance.${asked}`)}
          keep={asked === 'cancel' ? t('instance.keep') : t('dialog.cancel')}
          tone={asked === 'cancel' ? 'danger' : 'primary'}
          change={changes[asked]}
          done={done[asked]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};
