import { type EligibilityAnswer, type EligibilityForm } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { COMING, Answered, Failure, Page, useLocalized } from '@irisflow/frame';
import { TaskForm } from '@irisflow/renderer';
import { useState } from 'react';
import { fieldErrorsOf } from '../application/field-errors-of.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { answersToCarry, carryAnswers, useEligibilityCheck, useEligibilityForm } from './eligibility.ts';
import { EligibilityResult } from './EligibilityResult.tsx';

interface CheckProps {
  readonly procedureKey: string;
  readonly asked: EligibilityForm;
}

const Check = ({ procedureKey, asked }: CheckProps) => {
  const t = usePortalText();
  const [data, setData] = useState<FormData>({});
  const [result, setResult] = useState<EligibilityAnswer>();
  const check = useEligibilityCheck(procedureKey);
  const complete = (answers: FormData): void =>
    check.mutate(answers, {
      onSuccess: (found) => {
        carryAnswers(procedureKey, answersToCarry(asked, answers));
        setResult(found);
      },
    });
  if (result !== undefined)
    return (
      <EligibilityResult
        procedureKey={procedureKey}
        result={result}
        carries={asked.fills.length > 0}
        onChange={() => setResult(undefined)}
      />
    );
  const serverErrors = fieldErrorsOf(check.error);
  return (
    <div className="portal-check">
      <p className="iris-lead iris-prose">{t('check.lead')}</p>
      {check.isError && serverErrors.length === 0 && <Failure error={check.error} />}
      <TaskForm
        // The platform checked the artifact when the procedure was published.
        form={asked.form as FormDefinition}
        audience="applicant"
        data={data}
        onChange={setData}
        onComplete={complete}
        completeText={t('check.submit')}
        serverErrors={serverErrors}
        busy={check.isPending}
      />
    </div>
  );
};

/** Whether a procedure is for me, before I sign in: its rules, on answers that nobody keeps. */
export const EligibilityPage = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = usePortalText();
  const read = useLocalized();
  const asked = useEligibilityForm(procedureKey);
  const { data } = asked;
  const title = data === undefined ? COMING : read(data.title);
  return (
    <Page
      title={t('check.title')}
      crumbs={[
        { href: '/', label: t('nav.procedures') },
        { href: `/procedures/${procedureKey}`, label: title },
      ]}
    >
      <Answered query={asked}>{(form) => <Check procedureKey={procedureKey} asked={form} />}</Answered>
    </Page>
  );
};
