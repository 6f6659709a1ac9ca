import type { ReceivableView, WriteOffView } from '@irisflow/client';
import { Failure, useAmountText } from '@irisflow/frame';
import { Button, ConfirmDialog, Notice, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useMoneyText } from './money-texts.ts';
import { useAskWriteOff, useDecideWriteOff } from './use-receivables.ts';

interface AskProps {
  readonly receivable: Pick<ReceivableView, 'id' | 'rest'>;
}

const AskForm = ({ receivable: { id, rest }, onClose }: AskProps & { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const toast = useToast();
  const ask = useAskWriteOff(id);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || ask.isPending) return;
    const onSuccess = (): void => {
      toast(t('writeOff.asked'));
      onClose();
    };
    ask.mutate({ reason }, { onSuccess });
  };
  return (
    <DialogForm error={ask.error} busy={ask.isPending} confirm={t('writeOff.ask')} onSubmit={submit} onClose={onClose}>
      <p>{t('writeOff.ask.text', { rest: amountText(rest) })}</p>
      <ReasonField id="write-off-reason" {...field} />
    </DialogForm>
  );
};

/** Asks that what is left be given up. */
export const AskWriteOff = ({ receivable }: AskProps) => {
  const t = useMoneyText();
  return (
    <DialogButton tone="secondary" size="small" label={t('writeOff.ask')}>
      {(close) => <AskForm receivable={receivable} onClose={close} />}
    </DialogButton>
  );
};

type Answer = 'approve' | 'refuse';

const Decide = ({ writeOff: { id, rest } }: { readonly writeOff: WriteOffView }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const toast = useToast();
  const decide = useDecideWriteOff(id);
  const [answer, setAnswer] = useState<Answer>();
  const shown = answer ?? 'approve';
  const close = (): void => {
    decide.reset();
    setAnswer(undefined);
  };
  // This question goes with the proposal once it is decided: what follows is in the promise, which outlives it.
  const confirm = async (): Promise<void> => {
    const isApproved = shown === 'approve';
    await decide.mutateAsync({ isApproved });
    toast(t(isApproved ? 'writeOff.approved' : 'writeOff.refused'));
  };
  return (
    <>
      <div className="iris-row">
        <Button size="small" onClick={() => setAnswer('approve')}>
          {t('writeOff.approve')}
        </Button>
        <Button tone="secondary" size="small" onClick={() => setAnswer('refuse')}>
          {t('writeOff.refuse')}
        </Button>
      </div>
      <ConfirmDialog
        open={answer !== undefined}
        title={t(`writeOff.${shown}.title`)}
        confirm={t(`writeOff.${shown}`)}
        busy={decide.isPending}
        onConfirm={() => void confirm().catch(() => undefined)}
        onClose={close}
      >
        {decide.isError && <Failure error={decide.error} />}
        <p>{t(`writeOff.${shown}.text`, { rest: amountText(rest) })}</p>
      </ConfirmDialog>
    </>
  );
};

/** That somebody wants to give up what is left; somebody else decides. */
export const WriteOffNotice = ({ writeOff }: { readonly writeOff: WriteOffView }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { dateTime } = useFormatters();
  return (
    <Notice title={t('writeOff.waits', { rest: amountText(writeOff.rest) })}>
      <div className="iris-stack iris-stack--tight">
        <p>{t('writeOff.at', { at: dateTime(writeOff.askedAt), reason: writeOff.reason })}</p>
        {writeOff.isOwn ? <p>{t('writeOff.own')}</p> : <Decide writeOff={writeOff} />}
      </div>
    </Notice>
  );
};
