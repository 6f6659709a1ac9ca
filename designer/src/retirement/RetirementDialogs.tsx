import { ConfirmDialog, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import {
  type Retirement,
  type RetirementPage,
  useApproveRetirement,
  useAskReturn,
  useWithdrawRetirement,
} from '../api/retirement.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { Uses } from './Uses.tsx';

export interface RetirementDialogProps {
  readonly procedureKey: string;
  readonly retirement: Retirement;
  readonly page: RetirementPage;
  readonly onClose: () => void;
}

/** Approves an end or a return, by a second person who reads what comes of it. */
export const ApproveDialog = ({ procedureKey, retirement, page, onClose }: RetirementDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { date } = useFormatters();
  const approve = useApproveRetirement(procedureKey);
  const { id, back, closesOn, draftsUntil, reason } = retirement;
  const approves = back === null ? 'end' : 'return';
  const onSuccess = (): void => {
    onClose();
    toast(t(back === null ? 'retire.approved' : 'retire.isBack'));
  };
  return (
    <ConfirmDialog
      open
      title={t(back === null ? 'retire.approveEnd' : 'retire.approveReturn')}
      confirm={t('retire.approve')}
      busy={approve.isPending}
      onConfirm={() => approve.mutate({ id, approves }, { onSuccess })}
      onClose={onClose}
    >
      <div className="iris-stack iris-stack--tight">
        {approve.isError && <Failure error={approve.error} />}
        {back === null ? (
          <>
            <p>{t('retire.approveText', { day: date(closesOn), until: date(draftsUntil) })}</p>
            <Uses page={page} />
          </>
        ) : (
          <p>{t('retire.returnText')}</p>
        )}
        <p>{t('retire.because', { reason: back?.reason ?? reason })}</p>
      </div>
    </ConfirmDialog>
  );
};

interface AskedProps {
  readonly title: string;
  readonly text: string;
  readonly done: string;
  readonly act: ReturnType<typeof useAskReturn> | ReturnType<typeof useWithdrawRetirement>;
  readonly onClose: () => void;
}

const AskedWithReason = ({ title, text, done, act, onClose }: AskedProps) => {
  const t = useTexts();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const onSuccess = (): void => {
    onClose();
    toast(done);
  };
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={title}
      busy={act.isPending}
      disabled={reason.trim() === ''}
      onConfirm={() => act.mutate(reason.trim(), { onSuccess })}
      onClose={onClose}
    >
      <div className="iris-stack iris-stack--tight">
        {act.isError && <Failure error={act.error} />}
        <p>{text}</p>
        <TextArea
          id="retire-why"
          label={t('retire.reason')}
          hint={t('retire.reasonHint')}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </div>
    </ConfirmDialog>
  );
};

/** Asks that it goes on after all. */
export const ReturnDialog = ({ procedureKey, onClose }: RetirementDialogProps) => {
  const t = useTexts();
  return (
    <AskedWithReason
      title={t('retire.back')}
      text={t('retire.backText')}
      done={t('retire.backAsked')}
      act={useAskReturn(procedureKey)}
      onClose={onClose}
    />
  );
};

/** Takes back what waits for a second person. */
export const WithdrawDialog = ({ procedureKey, onClose }: RetirementDialogProps) => {
  const t = useTexts();
  return (
    <AskedWithReason
      title={t('retire.withdraw')}
      text={t('retire.withdrawText')}
      done={t('retire.withdrawn')}
      act={useWithdrawRetirement(procedureKey)}
      onClose={onClose}
    />
  );
};
