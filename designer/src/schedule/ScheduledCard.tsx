import { Button, Notice, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { type Scheduled, useSchedule } from '../api/schedule.ts';
import { useTexts } from '../texts/use-texts.ts';
import { VersionNote } from '../versions/VersionNote.tsx';
import { ApproveDialog, CallOffDialog, ChangeDialog } from './ScheduleDialogs.tsx';

/** Why it could not go live, and when it is tried again. */
const FailureText = ({ failure }: { readonly failure: NonNullable<Scheduled['failure']> }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const { at, attempts, nextAt, title, problems } = failure;
  return (
    <>
      <p>
        <strong>{title[t.locale]}</strong>
      </p>
      <p>{t.plural('schedule.tried', attempts, { at: dateTime(at), next: dateTime(nextAt) })}</p>
      {problems.length > 0 && (
        <ul>
          {problems
            .filter(({ severity }) => severity === 'error')
            .map((problem) => (
              <li key={`${problem.file} ${problem.code} ${problem.pointer} ${problem.elementId}`}>
                {problem.message[t.locale]}
              </li>
            ))}
        </ul>
      )}
    </>
  );
};

const Story = ({ scheduled }: { readonly scheduled: Scheduled }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const { approval, changeReason, scheduledAt, scheduledBy, failure, isHeld } = scheduled;
  return (
    <>
      {isHeld && <p>{t('schedule.heldText')}</p>}
      {failure !== null && <FailureText failure={failure} />}
      <p>{t('schedule.by', { by: scheduledBy, at: dateTime(scheduledAt) })}</p>
      {changeReason !== null && <p>{t('schedule.changedFor', { reason: changeReason })}</p>}
      {approval?.state === 'waiting' && (
        <p>{t(approval.canApprove ? 'schedule.waitsForYou' : 'schedule.waitsForOther')}</p>
      )}
      {approval?.state === 'approved' && <p>{t('approval.done', { by: approval.by, at: dateTime(approval.at) })}</p>}
      <VersionNote version={scheduled} />
    </>
  );
};

const toneOf = ({ isHeld, failure, approval }: Scheduled) =>
  failure !== null ? 'danger' : isHeld || approval?.state === 'waiting' ? 'warning' : 'info';

const titleOf = ({ isHeld, failure }: Scheduled) =>
  isHeld ? 'schedule.held' : failure !== null ? 'schedule.failing' : 'schedule.goesLive';

const dialogs = { change: ChangeDialog, callOff: CallOffDialog, approve: ApproveDialog };

/** What goes live at an hour to come, and what can be done with it until then; nothing where nothing is scheduled. */
export const ScheduledCard = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const { data: scheduled } = useSchedule(procedureKey);
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  if (scheduled === undefined || scheduled === null) return null;
  const Asked = open === null ? null : dialogs[open];
  return (
    <Notice tone={toneOf(scheduled)} title={t(titleOf(scheduled), { at: dateTime(scheduled.goesLiveAt) })}>
      <div className="iris-stack iris-stack--tight">
        <Story scheduled={scheduled} />
        <span className="iris-row">
          {scheduled.approval?.state === 'waiting' && scheduled.approval.canApprove && (
            <Button size="small" onClick={() => setOpen('approve')}>
              {t('approval.approve')}
            </Button>
          )}
          <Button tone="secondary" size="small" onClick={() => setOpen('change')}>
            {t('schedule.change')}
          </Button>
          <Button tone="secondary" size="small" onClick={() => setOpen('callOff')}>
            {t('schedule.callOff')}
          </Button>
        </span>
      </div>
      {Asked !== null && <Asked procedureKey={procedureKey} scheduled={scheduled} onClose={() => setOpen(null)} />}
    </Notice>
  );
};
