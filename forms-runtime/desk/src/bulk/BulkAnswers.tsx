import type { AssessedTask } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { Failure } from '@irisflow/frame';
import { TaskForm, todayInBrussels } from '@irisflow/renderer';
import { Button, Notice, useLocale } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { Section } from '../app/Section.tsx';
import { useKnownForm } from '../app/use-known-form.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { answersOf, bulkFormOf } from './bulk-form.ts';
import { ConfirmBulk } from './ConfirmBulk.tsx';
import { judgeAnswers, type Verdicts } from './judge-answers.ts';
import { LeftOutTable } from './LeftOutTable.tsx';
import { ReadySection } from './ReadySection.tsx';
import type { Assessment } from './use-assessment.ts';
import { useStartBulk } from './use-bulk.ts';

const LeftOutSection = ({ tasks }: { readonly tasks: readonly AssessedTask[] }) => {
  const t = useDeskText();
  const rows = tasks.flatMap(({ reason, ...task }) => (reason === null ? [] : [{ ...task, reason }]));
  if (rows.length === 0) return null;
  return (
    <Section id="bulk-left-out" title={t.plural('bulk.leftOut', rows.length)}>
      <p>{t('bulk.leftOut.text')}</p>
      <LeftOutTable caption={t('bulk.leftOut.caption')} rows={rows} />
    </Section>
  );
};

interface Asked extends Verdicts {
  readonly answers: FormData;
}

/** Starts the bulk decision and goes to where its progress is seen. */
const useDecision = () => {
  const start = useStartBulk();
  const [, navigate] = useLocation();
  const decide = ({ ready, answers }: Asked): void =>
    start.mutate(
      { taskIds: ready.map(({ taskId }) => taskId), answers },
      { onSuccess: ({ id }) => navigate(`/bulk/${id}`, { replace: true }) },
    );
  return { start, decide };
};

/** The questions that are answered once for all the tasks that can be decided together. */
export const BulkAnswers = ({ assessment }: { readonly assessment: Assessment }) => {
  const t = useDeskText();
  const locale = useLocale();
  const { ready, leftOut, fields } = assessment;
  const form = useKnownForm(assessment.form);
  const short = useMemo(() => (form === undefined ? undefined : bulkFormOf(form, fields)), [form, fields]);
  const [data, setData] = useState<FormData>({});
  const [asked, setAsked] = useState<Asked>();
  const { start, decide } = useDecision();
  const ask = (given: FormData): void => {
    const answers = answersOf(given, fields);
    const today = todayInBrussels(new Date());
    setAsked({ answers, ...judgeAnswers({ form, tasks: ready, answers, locale, today }) });
  };
  if (ready.length === 0)
    return (
      <div className="iris-stack iris-stack--loose">
        <Notice tone="warning" title={t('bulk.nothing')} />
        <LeftOutSection tasks={leftOut} />
      </div>
    );
  return (
    <div className="iris-stack iris-stack--loose desk-bulk">
      {start.isError && <Failure error={start.error} />}
      <p className="iris-lead">{t.plural('bulk.ready', ready.length)}</p>
      <LeftOutSection tasks={leftOut} />
      <ReadySection assessment={assessment} form={form} />
      {short === undefined || short.uischema.elements.length === 0 ? (
        <div>
          <Button onClick={() => ask({})}>{t('bulk.continue')}</Button>
        </div>
      ) : (
        <>
          <p className="iris-muted">{t('bulk.rest')}</p>
          <TaskForm
            form={short}
            data={data}
            audience="agent"
            busy={start.isPending}
            completeText={t('bulk.continue')}
            onChange={setData}
            onComplete={ask}
          />
        </>
      )}
      <ConfirmBulk
        verdicts={asked}
        busy={start.isPending}
        onConfirm={() => {
          if (asked !== undefined) decide(asked);
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      />
    </div>
  );
};
