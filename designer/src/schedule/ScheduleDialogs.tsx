import { ConfirmDialog, Notice, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { type ReactNode, useState } from 'react';
import { type Scheduled, useApproveSchedule, useCallOffSchedule, useChangeSchedule } from '../api/schedule.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ExceptionText } from '../versions/VersionNote.tsx';
import { HourFields, useHour } from './HourFields.tsx';

interface ScheduleDialogProps {
  readonly procedureKey: string;
  readonly scheduled: Scheduled;
  readonly onClose: () => void;
}

interface FrameProps {
  readonly title: string;
  readonly confirm: string;
  readonly act: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly isReady: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const Frame = ({ title, confirm, act, isReady, onConfirm, onClose, children }: FrameProps) => (
  <ConfirmDialog
    open
    title={title}
    confirm={confirm}
    busy={act.isPending}
    disabled={!isReady}
    onConfirm={onConfirm}
    onClose={onClose}
  >
    <div className="iris-stack iris-stack--tight">
      {act.isError && <Failure error={act.error} />}
      {children}
    </div>
  </ConfirmDialog>
);

const Reason = ({ value, onChange }: { readonly value: string; readonly onChange: (reason: string) => void }) => {
  const t = useTexts();
  return (
    <TextArea
      id="schedule-reason"
      label={t('schedule.reason')}
      hint={t('schedule.reasonHint')}
      rows={3}
      maxLength={500}
      value={value}
      onChange={onChange}
    />
  );
};

/** Sets another hour, with a reason. */
export const ChangeDialog = ({ procedureKey, scheduled, onClose }: ScheduleDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
  const fields = useHour();
  const [reason, setReason] = useState('');
  const change = useChangeSchedule(procedureKey);
  const { hour } = fields;
  const confirm = (): void => {
    if (hour === null) return;
    change.mutate(
      { ...hour, reason: reason.trim() },
      {
        onSuccess: ({ goesLiveAt }) => {
          onClose();
          toast(t('schedule.done', { at: dateTime(goesLiveAt) }));
        },
      },
    );
  };
  return (
    <Frame
      title={t('schedule.change')}
      confirm={t('schedule.changeConfirm')}
      act={change}
      isReady={hour !== null && reason.trim() !== ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      {scheduled.isHeld && <p>{t('schedule.changeHeld')}</p>}
      {scheduled.approval !== null && <p>{t('schedule.approveAgain')}</p>}
      <HourFields {...fields} />
      <Reason value={reason} onChange={setReason} />
    </Frame>
  );
};

/** Calls off what is scheduled, with a reason. */
export const CallOffDialog = ({ procedureKey, onClose }: ScheduleDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const callOff = useCallOffSchedule(procedureKey);
  const onSuccess = (): void => {
    onClose();
    toast(t('schedule.calledOff'));
  };
  return (
    <Frame
      title={t('schedule.callOff')}
      confirm={t('schedule.callOff')}
      act={callOff}
      isReady={reason.trim() !== ''}
      onConfirm={() => callOff.mutate(reason.trim(), { onSuccess })}
      onClose={onClose}
    >
      <p>{t('schedule.callOffText')}</p>
      <Reason value={reason} onChange={setReason} />
    </Frame>
  );
};

/** Approves the reasons and the hour, by a second person. */
export const ApproveDialog = ({ procedureKey, scheduled, onClose }: ScheduleDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
  const approve = useApproveSchedule(procedureKey);
  const { goesLiveAt, reasonsForOthers, exception } = scheduled;
  const onSuccess = (): void => {
    onClose();
    toast(t('schedule.approved'));
  };
  return (
    <Frame
      title={t('schedule.approveTitle')}
      confirm={t('approval.approve')}
      act={approve}
      isReady
      onConfirm={() => approve.mutate(goesLiveAt, { onSuccess })}
      onClose={onClose}
    >
      <Notice tone="info" title={t('schedule.goesLive', { at: dateTime(goesLiveAt) })} />
      <p>{t('schedule.approveText')}</p>
      <ul>
        {reasonsForOthers.map(({ source, name, reason }) => (
          <li key={source}>
            <strong>{name[t.locale]}</strong>: {reason[t.locale]}
          </li>
        ))}
      </ul>
      {exception !== null && <ExceptionText exception={exception} />}
    </Frame>
  );
};
