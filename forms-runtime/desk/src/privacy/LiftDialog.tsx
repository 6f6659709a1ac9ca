import type { HoldView } from '@irisflow/client';
import { Dialog, useToast } from '@irisflow/ui';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useLiftHold } from './use-privacy.ts';

const LiftForm = ({ hold, onClose }: { readonly hold: HoldView; readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const lift = useLiftHold();
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || lift.isPending) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('hold.lift.done'));
    };
    lift.mutate({ holdId: hold.id, reason }, { onSuccess });
  };
  return (
    <DialogForm error={lift.error} busy={lift.isPending} confirm={t('hold.lift')} onSubmit={submit} onClose={onClose}>
      <p>{t('hold.lift.text')}</p>
      <ReasonField id="lift-reason" {...field} />
    </DialogForm>
  );
};

/** Ends a hold, with a reason. */
export const LiftDialog = ({
  hold,
  onClose,
}: {
  readonly hold: HoldView | undefined;
  readonly onClose: () => void;
}) => {
  const t = useDeskText();
  if (hold === undefined) return null;
  return (
    <Dialog open title={t('hold.lift.title')} onClose={onClose}>
      <LiftForm hold={hold} onClose={onClose} />
    </Dialog>
  );
};
