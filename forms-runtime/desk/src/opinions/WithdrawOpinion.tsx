import type { OpinionView } from '@irisflow/client';
import { Dialog, useToast } from '@irisflow/ui';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useWithdrawOpinion } from './use-opinions.ts';

interface WithdrawProps {
  readonly caseId: string;
  readonly opinion: OpinionView;
  readonly onClose: () => void;
}

const WithdrawForm = ({ caseId, opinion, onClose }: WithdrawProps) => {
  const t = useDeskText();
  const toast = useToast();
  const withdraw = useWithdrawOpinion(caseId);
  const reason = useReason();
  const submit = (): void => {
    if (!reason.check() || withdraw.isPending) return;
    const onSuccess = (): void => {
      toast(t('opinion.withdrawn'));
      onClose();
    };
    withdraw.mutate({ opinionId: opinion.id, reason: reason.reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={withdraw.error}
      busy={withdraw.isPending}
      confirm={t('opinion.withdraw')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('opinion.withdraw.text')}</p>
      <ReasonField id="opinion-withdraw-reason" {...reason.field} />
    </DialogForm>
  );
};

/** Asks for an opinion no longer, with a reason. */
export const WithdrawOpinion = ({ open, ...form }: WithdrawProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('opinion.withdraw')} onClose={form.onClose}>
      <WithdrawForm {...form} />
    </Dialog>
  );
};
