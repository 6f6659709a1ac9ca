import { isDate } from '@irisflow/forms';
import { ProblemError } from '@irisflow/client';
import { DateField, Dialog, RadioGroup, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { usePlaceHold } from './use-privacy.ts';

interface FormProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

const isAboutDay = (error: unknown): boolean =>
  error instanceof ProblemError && (error.problem.errors ?? []).some(({ pointer }) => pointer.endsWith('until'));

const HoldForm = ({ caseId, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const place = usePlaceHold(caseId);
  const [on, setOn] = useState<'case' | 'party'>('case');
  const [until, setUntil] = useState<string>();
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const isDayWrong = until !== undefined && !isDate(until);
  const submit = (): void => {
    setAsked(true);
    if (!check() || isDayWrong || place.isPending) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('hold.place.done'));
    };
    place.mutate({ on, reason, until: until ?? null }, { onSuccess });
  };
  const isRefused = isAboutDay(place.error);
  return (
    <DialogForm
      error={isRefused ? null : place.error}
      busy={place.isPending}
      confirm={t('hold.place')}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        id="hold-on"
        label={t('hold.on')}
        options={(['case', 'party'] as const).map((value) => ({ value, label: t(`hold.on.${value}`) }))}
        value={on}
        onChange={(value) => setOn(value === 'party' ? 'party' : 'case')}
      />
      <ReasonField id="hold-reason" hint={t('hold.reason.hint')} {...field} />
      <DateField
        id="hold-until"
        label={t('hold.until')}
        hint={t('hold.until.hint')}
        optional
        value={until}
        onChange={(day) => {
          place.reset();
          setUntil(day);
        }}
        {...(((asked && isDayWrong) || isRefused) && { error: t('hold.until.wrong') })}
      />
    </DialogForm>
  );
};

/** Stops the destruction of a case, or of everything of its applicant. */
export const PlaceHoldDialog = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  return (
    <Dialog open={open} title={t('hold.place.title')} onClose={form.onClose}>
      {open && <HoldForm {...form} />}
    </Dialog>
  );
};
