import type { HearingView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Dialog, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { type AppointedDraft, appointedOf, appointedProblems } from './appointed-draft.ts';
import { AppointedFields } from './AppointedFields.tsx';
import { useHearingAction } from './use-hearing-action.ts';
import { useCancelHearing, useHearingChoices, useKeepHearing, useMoveHearing } from './use-hearings.ts';

/** What can be done to a hearing that is still to come. */
export type HearingChange = 'move' | 'cancel' | 'keep';

interface ChangeProps {
  readonly caseId: string;
  readonly hearing: HearingView;
  readonly onClose: () => void;
}

const useDone = (onClose: () => void) => {
  const t = useDeskText();
  const toast = useToast();
  return (key: DeskKey) => ({
    onSuccess: (): void => {
      toast(t(key));
      onClose();
    },
  });
};

const draftOf = ({ day, time, minutesLong, place, link }: HearingView): AppointedDraft => ({
  day,
  time,
  minutesLong,
  place: place ?? '',
  link: link ?? '',
});

const MoveForm = ({
  caseId,
  hearing,
  onClose,
  earliestOn,
}: ChangeProps & { readonly earliestOn: string | undefined }) => {
  const t = useDeskText();
  const move = useMoveHearing({ caseId, hearingId: hearing.id });
  const done = useDone(onClose);
  const reason = useReason();
  const [draft, setDraft] = useState(() => draftOf(hearing));
  const [isAsked, setAsked] = useState(false);
  const problems = appointedProblems(draft, earliestOn);
  const submit = (): void => {
    setAsked(true);
    const hasReason = reason.check();
    const appointed = appointedOf(draft);
    if (!hasReason || appointed === undefined || Object.keys(problems).length > 0 || move.isPending) return;
    move.mutate({ ...appointed, reason: reason.reason }, done('hearing.moved'));
  };
  return (
    <DialogForm
      error={move.error}
      busy={move.isPending}
      confirm={t('hearing.move.confirm')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('hearing.move.text')}</p>
      <AppointedFields
        name="hearing-move"
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
        problems={isAsked ? problems : {}}
        earliestOn={earliestOn}
      />
      <ReasonField id="hearing-move-reason" hint={t('hearing.reason.hint')} {...reason.field} />
    </DialogForm>
  );
};

/** The notice counts from today again. */
const Move = (props: ChangeProps) => (
  <Answered query={useHearingChoices(props.caseId)}>
    {({ declared }) => (
      <MoveForm {...props} earliestOn={declared.find(({ key }) => key === props.hearing.key)?.earliestOn} />
    )}
  </Answered>
);

const Cancel = ({ caseId, hearing, onClose }: ChangeProps) => {
  const t = useDeskText();
  const cancel = useCancelHearing({ caseId, hearingId: hearing.id });
  const done = useDone(onClose);
  const reason = useReason();
  const submit = (): void => {
    if (reason.check() && !cancel.isPending) cancel.mutate(reason.reason, done('hearing.canceled'));
  };
  return (
    <DialogForm
      error={cancel.error}
      busy={cancel.isPending}
      confirm={t('hearing.cancel.confirm')}
      dismiss={t('hearing.cancel.dismiss')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('hearing.cancel.text')}</p>
      <ReasonField id="hearing-cancel-reason" hint={t('hearing.reason.hint')} {...reason.field} />
    </DialogForm>
  );
};

const Keep = ({ caseId, hearing, onClose }: ChangeProps) => {
  const t = useDeskText();
  const keep = useKeepHearing({ caseId, hearingId: hearing.id });
  const done = useDone(onClose);
  const reason = useReason();
  const { value, onChange, isMissing } = reason.field;
  const submit = (): void => {
    if (reason.check() && !keep.isPending) keep.mutate(reason.reason, done('hearing.kept'));
  };
  return (
    <DialogForm
      error={keep.error}
      busy={keep.isPending}
      confirm={t('hearing.keep')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        id="hearing-keep-answer"
        label={t('hearing.keep.answer')}
        hint={t('hearing.reason.hint')}
        rows={3}
        maxLength={2000}
        value={value}
        onChange={onChange}
        {...(isMissing && { error: t('reason.missing') })}
      />
    </DialogForm>
  );
};

const forms = { move: Move, cancel: Cancel, keep: Keep };

/** Moves a hearing, cancels it, or leaves it where it is although another time was asked for. */
export const ChangeHearing = ({ change, ...props }: ChangeProps & { readonly change: HearingChange }) => {
  const t = useDeskText();
  const sayWhen = useHearingAction(props.hearing);
  const Form = forms[change];
  return (
    <Dialog open title={sayWhen(t(`hearing.${change}`))} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
};
