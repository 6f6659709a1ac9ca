import type { MyAppeals } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, RadioGroup, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { SuspendedList } from './SuspendedList.tsx';
import { useLodgeAppeal } from './use-appeals.ts';

const MAX_SUMMARY = 5000;
const SUMMARY = 'appeal-summary';

type Remedy = MyAppeals['remedies'][number];

interface LodgeProps {
  readonly caseId: string;
  readonly remedies: readonly Remedy[];
}

/** Which appeal it is, who decides on it, until when the portal takes it, and what lodging it brings about: said before it is lodged. */
const About = ({ remedy: { what, body, until, suspends } }: { readonly remedy: Remedy }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  return (
    <>
      <p>
        <strong>{read(what)}</strong>
        <br />
        {t('appeal.body', { body: read(body) })}
      </p>
      <p>{until === null ? t('appeal.notYet') : t('appeal.until', { day: longDate(until) })}</p>
      {suspends.length === 0 ? <p>{t('appeal.noEffect')}</p> : <p>{t('appeal.willSuspend')}</p>}
      {suspends.length > 0 && <SuspendedList suspends={suspends} />}
    </>
  );
};

interface WhichProps extends Pick<LodgeProps, 'remedies'> {
  readonly chosen: number | undefined;
  readonly onChoose: (remedy: number) => void;
  readonly isMissing: boolean;
}

const Which = ({ remedies, chosen, onChoose, isMissing }: WhichProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  return (
    <RadioGroup
      id="appeal-remedy"
      label={t('appeal.which')}
      options={remedies.map((one) => ({ value: String(one.remedy), label: read(one.what) }))}
      value={chosen === undefined ? undefined : String(chosen)}
      onChange={(value) => onChoose(Number(value))}
      {...(isMissing && { error: t('appeal.which.missing') })}
    />
  );
};

/** Lodges an appeal; what is written stays when the page is left before it is sent. */
export const LodgeAppeal = ({ caseId, remedies }: LodgeProps) => {
  const t = usePersonalText();
  const toast = useToast();
  const lodge = useLodgeAppeal(caseId);
  const { texts, write, forget } = useKeptTexts(`appeal:${caseId}`);
  const [isAsking, setAsking] = useState(false);
  const [isSent, setSent] = useState(false);
  const [chosen, setChosen] = useState(remedies.length === 1 ? remedies[0]?.remedy : undefined);
  const remedy = remedies.find((one) => one.remedy === chosen);
  const summary = (texts[SUMMARY] ?? '').trim();
  const confirm = (): void => {
    setSent(true);
    if (remedy === undefined || summary === '' || lodge.isPending) return;
    const onSuccess = (): void => {
      forget();
      setAsking(false);
      toast(t('appeal.sent'));
    };
    lodge.mutate({ remedy: remedy.remedy, summary }, { onSuccess });
  };
  return (
    <div>
      <Button tone="secondary" onClick={() => setAsking(true)}>
        {t('appeal.lodge')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('appeal.lodge')}
        confirm={t('appeal.send')}
        busy={lodge.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('appeal.lodge.text')}</p>
        {remedies.length > 1 && (
          <Which remedies={remedies} chosen={chosen} onChoose={setChosen} isMissing={isSent && remedy === undefined} />
        )}
        {remedy !== undefined && <About remedy={remedy} />}
        <TextArea
          id={SUMMARY}
          label={t('appeal.summary')}
          rows={6}
          maxLength={MAX_SUMMARY}
          value={texts[SUMMARY] ?? ''}
          onChange={(text) => write(SUMMARY, text)}
          {...(isSent && summary === '' && { error: t('appeal.summary.missing') })}
        />
        {lodge.isError && <RefusalNotice error={lodge.error} />}
      </ConfirmDialog>
    </div>
  );
};
