import { Button, Notice, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { type Retirement, useRetirement } from '../api/retirement.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { RetireDialog } from './RetireDialog.tsx';
import { ApproveDialog, ReturnDialog, WithdrawDialog } from './RetirementDialogs.tsx';

const Replacement = ({ retirement: { replacement, contact } }: { readonly retirement: Retirement }) => {
  const t = useTexts();
  const { email, phone } = contact;
  return (
    <>
      {replacement !== null && (
        <p>
          {t('retire.replacedBy', {
            what: replacement.kind === 'web' ? replacement.url : replacement.title[t.locale],
          })}
        </p>
      )}
      {(email !== null || phone !== null) && (
        <p>{t('retire.contact', { contact: [email, phone].filter((one) => one !== null).join(', ') })}</p>
      )}
    </>
  );
};

const Story = ({ retirement }: { readonly retirement: Retirement }) => {
  const t = useTexts();
  const { date, dateTime } = useFormatters();
  const { draftsUntil, askedAt, askedBy, approvedAt, approvedBy, reason, back, canApprove, state } = retirement;
  return (
    <>
      <p>{t('retire.until', { day: date(draftsUntil) })}</p>
      <Replacement retirement={retirement} />
      <p>{t('retire.by', { by: askedBy, at: dateTime(askedAt), reason })}</p>
      {approvedAt !== null && <p>{t('retire.approvedBy', { by: approvedBy ?? '', at: dateTime(approvedAt) })}</p>}
      {back !== null && <p>{t('retire.backBy', { by: back.by, at: dateTime(back.at), reason: back.reason })}</p>}
      {(state === 'asked' || state === 'askedBack') && (
        <p>{t(canApprove ? 'retire.waitsForYou' : 'retire.waitsForOther')}</p>
      )}
    </>
  );
};

const titles = {
  asked: 'retire.state.asked',
  approved: 'retire.state.approved',
  closed: 'retire.state.closed',
  askedBack: 'retire.state.askedBack',
} as const;

const dialogs = { approve: ApproveDialog, back: ReturnDialog, withdraw: WithdrawDialog };

/** How a procedure ends and what can be done about it; where it goes on, the way to end it. */
export const RetirementCard = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useTexts();
  const { date } = useFormatters();
  const asked = useRetirement(procedureKey);
  const [open, setOpen] = useState<keyof typeof dialogs | 'retire' | null>(null);
  const close = (): void => setOpen(null);
  if (asked.isError) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return null;
  const page = asked.data;
  const { retirement } = page;
  if (retirement === null)
    return (
      <p>
        <Button tone="secondary" onClick={() => setOpen('retire')}>
          {t('retire.title')}
        </Button>
        {open === 'retire' && <RetireDialog procedureKey={procedureKey} page={page} onClose={close} />}
      </p>
    );
  const { state, closesOn, canApprove } = retirement;
  const isWaiting = state === 'asked' || state === 'askedBack';
  const Asked = open === null || open === 'retire' ? null : dialogs[open];
  return (
    <Notice tone="warning" title={t(titles[state], { day: date(closesOn) })}>
      <div className="iris-stack iris-stack--tight">
        <Story retirement={retirement} />
        <span className="iris-row">
          {canApprove && (
            <Button size="small" onClick={() => setOpen('approve')}>
              {t('retire.approve')}
            </Button>
          )}
          <Button tone="secondary" size="small" onClick={() => setOpen(isWaiting ? 'withdraw' : 'back')}>
            {t(isWaiting ? 'retire.withdraw' : 'retire.back')}
          </Button>
        </span>
      </div>
      {Asked !== null && <Asked procedureKey={procedureKey} retirement={retirement} page={page} onClose={close} />}
    </Notice>
  );
};
