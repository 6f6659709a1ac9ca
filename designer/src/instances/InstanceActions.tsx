import type { InstanceView } from '@irisflow/client';
import { Button, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

const ResumeButton = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const toast = useToast();
  const { resume } = useInstanceChanges(instance.processInstanceKey);
  return (
    <>
      <Button
        size="small"
        busy={resume.isPending}
        onClick={() => resume.mutate(undefined, { onSuccess: () => toast(t('instance.resumed')) })}
      >
        {t('instance.resume')}
      </Button>
      {resume.isError && <Failure error={resume.error} />}
    </>
  );
};

/** What can be done to an instance as a whole, while it has not ended: it rests, goes on, or is canceled. */
export const InstanceActions = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const [asked, setAsked] = useState<'suspend' | 'cancel'>();
  const changes = useInstanceChanges(instance.processInstanceKey);
  if (instance.state !== 'active' && instance.state !== 'suspended') return null;
  const done = { suspend: t('instance.suspended'), cancel: t('instance.canceledDone') };
  return (
    <div className="iris-row">
      {instance.state === 'suspended' ? (
        <ResumeButton instance={instance} />
      ) : (
        <Button tone="secondary" size="small" onClick={() => setAsked('suspend')}>
          {t('instance.suspend')}
        </Button>
      )}
      <Button tone="danger" size="small" onClick={() => setAsked('cancel')}>
        {t('instance.cancel')}
      </Button>
      {asked !== undefined && (
        <ReasonDialog
          title={t(`instance.${asked}Title`)}
          text={t(`instance.${asked}Text`)}
          action={t(`instance.${asked}`)}
          keep={t('instance.keep')}
          tone={asked === 'cancel' ? 'danger' : 'primary'}
          change={changes[asked]}
          done={done[asked]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};
