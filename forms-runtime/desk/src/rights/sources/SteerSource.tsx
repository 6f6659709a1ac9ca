import type { RightSourceView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../../app/DialogForm.tsx';
import { ReasonField, useReason } from '../../cases/ReasonField.tsx';
import { useRightSourceText } from './right-source-texts.ts';
import { useSteerSource } from './use-right-sources.ts';

interface SteerProps {
  readonly source: RightSourceView;
}

const SteerForm = ({ source, action, onClose }: SteerProps & { action: 'stop' | 'resume'; onClose: () => void }) => {
  const t = useRightSourceText();
  const toast = useToast();
  const steer = useSteerSource(source.key);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || steer.isPending) return;
    const onSuccess = (): void => {
      toast(t(action === 'stop' ? 'stopped' : 'resumed'));
      onClose();
    };
    steer.mutate({ action, reason }, { onSuccess });
  };
  return (
    <DialogForm error={steer.error} busy={steer.isPending} confirm={t(action)} onSubmit={submit} onClose={onClose}>
      <p>{t(`${action}.text`)}</p>
      <ReasonField id="source-reason" {...field} />
    </DialogForm>
  );
};

/** Stops a source for everybody at once, or lets it go on, with a reason. */
export const SteerSource = ({ source }: SteerProps) => {
  const t = useRightSourceText();
  const read = useLocalized();
  const [isOpen, setOpen] = useState(false);
  if (source.standing === 'ended') return null;
  const action = source.standing === 'open' ? 'stop' : 'resume';
  const close = (): void => setOpen(false);
  return (
    <>
      <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
        {t(action)}
      </Button>
      {isOpen && (
        <Dialog open title={t(`${action}.title`, { name: read(source.name) })} onClose={close}>
          <SteerForm source={source} action={action} onClose={close} />
        </Dialog>
      )}
    </>
  );
};
