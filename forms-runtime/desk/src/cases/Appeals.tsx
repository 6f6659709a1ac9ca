import { isDate } from '@irisflow/forms';
import type { CaseView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { AppLink, Button, DateField, Form, RadioGroup, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { type ReactNode, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AppealEffects } from './AppealEffects.tsx';
import { useAppeals, useRecordAppeal } from './use-cases.ts';

const MAX_SUMMARY = 5000;

interface AppealsProps {
  readonly file: CaseView;
}

const isDay = (text: string | undefined): text is string => text !== undefined && isDate(text);

interface RemedyChoice {
  /** Null where the procedure declares none, undefined where somebody has to choose still. */
  readonly remedy: number | null | undefined;
  readonly field: ReactNode;
}

/** Which remedy it is: asked only where the procedure declares several. */
const useRemedyChoice = (caseId: string, asked: boolean): RemedyChoice => {
  const t = useDeskText();
  const read = useLocalized();
  const remedies = useAppeals(caseId).data?.remedies ?? [];
  const [chosen, setChosen] = useState<number>();
  if (remedies.length < 2) return { remedy: remedies[0]?.remedy ?? null, field: null };
  const options = remedies.map((one) => ({ value: String(one.remedy), label: `${read(one.what)}, ${read(one.body)}` }));
  return {
    remedy: chosen,
    field: (
      <RadioGroup
        id="appeal-remedy"
        label={t('appeal.which')}
        options={options}
        value={chosen === undefined ? undefined : String(chosen)}
        onChange={(value) => setChosen(Number(value))}
        {...(asked && chosen === undefined && { error: t('appeal.which.missing') })}
      />
    ),
  };
};

const AppealForm = ({ file, onDone }: AppealsProps & { readonly onDone: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const record = useRecordAppeal(file.id);
  const [receivedOn, setReceivedOn] = useState<string>();
  const [summary, setSummary] = useState('');
  const [asked, setAsked] = useState(false);
  const which = useRemedyChoice(file.id, asked);
  const isEmpty = summary.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (!isDay(receivedOn) || isEmpty || which.remedy === undefined || record.isPending) return;
    const onSuccess = (): void => {
      toast(t('appeal.done'));
      onDone();
    };
    const said = { receivedOn, summary: summary.trim() };
    record.mutate(which.remedy === null ? said : { ...said, remedy: which.remedy }, { onSuccess });
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {record.isError && <Failure error={record.error} />}
      <DateField
        id="appeal-day"
        label={t('appeal.day')}
        value={receivedOn}
        onChange={setReceivedOn}
        {...(asked && !isDay(receivedOn) && { error: t('appeal.day.missing') })}
      />
      {which.field}
      <TextArea
        id="appeal-summary"
        label={t('appeal.summary')}
        hint={t('appeal.summary.hint')}
        rows={4}
        maxLength={MAX_SUMMARY}
        value={summary}
        onChange={setSummary}
        {...(asked && isEmpty && { error: t('appeal.summary.missing') })}
      />
      <div className="iris-row">
        <Button type="submit" busy={record.isPending}>
          {t('appeal.record')}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {t('appeal.cancel')}
        </Button>
      </div>
    </Form>
  );
};

/** The appeals against a decision, and a way to record one that came on paper. */
export const Appeals = ({ file }: AppealsProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const [isRecording, setRecording] = useState(false);
  return (
    <div className="iris-stack">
      {file.appeals.length > 0 && (
        <ul>
          {file.appeals.map(({ id, reference, receivedOn }) => (
            <li key={id}>
              <AppLink href={`/cases/${id}`}>{t('appeal.link', { reference, at: date(receivedOn) })}</AppLink>
            </li>
          ))}
        </ul>
      )}
      <AppealEffects caseId={file.id} />
      {isRecording ? (
        <AppealForm file={file} onDone={() => setRecording(false)} />
      ) : (
        <div>
          <Button tone="secondary" size="small" onClick={() => setRecording(true)}>
            {t('appeal.open')}
          </Button>
        </div>
      )}
    </div>
  );
};
