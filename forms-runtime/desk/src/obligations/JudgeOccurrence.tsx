import type { OccurrenceView } from '@irisflow/client';
import { isDate } from '@irisflow/forms';
import { Button, DateField, Dialog, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useObligationText } from './obligation-texts.ts';
import { useJudge, type Verdict } from './use-obligations.ts';

const MAX_REASON = 500;

interface FormProps {
  readonly occurrence: OccurrenceView;
  readonly verdict: Verdict;
  readonly onClose: () => void;
}

/** What is said with a verdict: whoever accepts may say nothing, whoever asks again says until when. */
const useJudgment = ({ occurrence, verdict, onClose }: FormProps) => {
  const t = useObligationText();
  const toast = useToast();
  const judge = useJudge(occurrence.id);
  const { reason, check, field } = useReason();
  const [until, setUntil] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const day = until !== undefined && isDate(until) ? until : undefined;
  const isDayMissing = verdict === 'askAgain' && day === undefined;
  const submit = (): void => {
    setAsked(true);
    const isSaid = verdict === 'accept' || check();
    if (!isSaid || isDayMissing || judge.isPending) return;
    const onSuccess = (): void => {
      toast(t(`judged.${verdict}`));
      onClose();
    };
    judge.mutate(
      {
        verdict,
        ...(reason !== '' && { reason }),
        ...(verdict === 'askAgain' && day !== undefined && { until: day }),
      },
      { onSuccess },
    );
  };
  return { judge, field, until, setUntil, isDayMissing: isAsked && isDayMissing, submit };
};

const VerdictForm = (props: FormProps) => {
  const { verdict, onClose, occurrence } = props;
  const t = useObligationText();
  const { judge, field, until, setUntil, isDayMissing, submit } = useJudgment(props);
  return (
    <DialogForm
      error={judge.error}
      busy={judge.isPending}
      confirm={t(`verdict.${verdict}`)}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`verdict.${verdict}.text`, { holder: occurrence.holder })}</p>
      {verdict === 'askAgain' && (
        <DateField
          id="verdict-until"
          label={t('verdict.until')}
          value={until}
          onChange={setUntil}
          {...(isDayMissing && { error: t('verdict.until.missing') })}
        />
      )}
      {verdict === 'accept' ? (
        <TextArea
          id="verdict-remark"
          label={t('verdict.remark')}
          optional
          rows={2}
          maxLength={MAX_REASON}
          value={field.value}
          onChange={field.onChange}
        />
      ) : (
        <ReasonField id="verdict-reason" hint={t('verdict.reason.hint')} {...field} />
      )}
    </DialogForm>
  );
};

/** What a clerk makes of an answer, or of one that did not come, each asked once more with its reason. */
export const JudgeOccurrence = ({ occurrence }: { readonly occurrence: OccurrenceView }) => {
  const t = useObligationText();
  const [verdict, setVerdict] = useState<Verdict>();
  const close = (): void => setVerdict(undefined);
  return (
    <>
      {occurrence.verdicts.map((one) => (
        <Button
          key={one}
          tone={one === 'accept' ? 'primary' : 'secondary'}
          size="small"
          onClick={() => setVerdict(one)}
        >
          {t(`verdict.${one}`)}
        </Button>
      ))}
      {verdict !== undefined && (
        <Dialog open title={t(`verdict.${verdict}`)} onClose={close}>
          <VerdictForm occurrence={occurrence} verdict={verdict} onClose={close} />
        </Dialog>
      )}
    </>
  );
};
