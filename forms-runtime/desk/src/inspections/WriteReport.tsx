import type { AskedInspection } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { Failure } from '@irisflow/frame';
import { TaskForm } from '@irisflow/renderer';
import { ConfirmDialog, FileField, RadioGroup, useToast } from '@irisflow/ui';
import { useCallback, useMemo, useRef, useState } from 'react';
import { DraftStatus } from '../app/DraftStatus.tsx';
import { fieldErrorsOf } from '../app/field-errors.ts';
import { Section } from '../app/Section.tsx';
import { useSavedDraft } from '../app/use-saved-draft.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { type Outcome, saveDraft, useReportFiles, useReportInspection } from './use-inspections.ts';

const outcomes = ['compliant', 'partly', 'notCompliant', 'notSeen'] as const satisfies readonly Outcome[];
const OUTCOME = 'inspection-outcome';
const MAX_FILES = 40;
const accepted = ['image/jpeg', 'image/png', 'application/pdf'];

interface WriteProps {
  readonly inspection: AskedInspection;
}

/** What is typed goes to the platform after each pause: whoever loses the phone goes on with another one. */
const useReport = ({ id, draft: kept }: AskedInspection) => {
  const t = useDeskText();
  const toast = useToast();
  const send = useReportInspection(id);
  const [data, setData] = useState<FormData>(kept?.data ?? {});
  const [outcome, setOutcome] = useState<Outcome | null>(kept?.outcome ?? null);
  const [isAsked, setAsked] = useState(false);
  const [ready, setReady] = useState<FormData>();
  const chosen = useRef(outcome);
  const draft = useSavedDraft(useCallback((answers: FormData) => saveDraft(id, answers, chosen.current), [id]));
  const change = (answers: FormData): void => {
    if (send.isError) send.reset();
    setData(answers);
    draft.touch(answers);
  };
  const choose = (value: string): void => {
    chosen.current = outcomes.find((one) => one === value) ?? null;
    setOutcome(chosen.current);
    draft.touch(data);
  };
  const check = (answers: FormData): void => {
    setAsked(true);
    if (outcome === null) document.getElementById(OUTCOME)?.focus();
    else setReady(answers);
  };
  const confirm = (): void => {
    if (ready === undefined || outcome === null || send.isPending) return;
    draft.drop();
    send.mutate(
      { data: ready, outcome },
      { onSuccess: () => toast(t('inspection.sent')), onSettled: () => setReady(undefined) },
    );
  };
  return { data, outcome, isAsked, draft, send, ready, setReady, change, choose, check, confirm };
};

type ReportState = ReturnType<typeof useReport>;

const Found = ({ report }: { readonly report: ReportState }) => {
  const t = useDeskText();
  return (
    <RadioGroup
      id={OUTCOME}
      label={t('inspection.outcome')}
      options={outcomes.map((value) => ({ value, label: t(`inspection.outcome.${value}`) }))}
      value={report.outcome ?? undefined}
      onChange={report.choose}
      {...(report.isAsked && report.outcome === null && { error: t('inspection.outcome.missing') })}
    />
  );
};

/** Photos are sent as soon as they are taken. */
const Files = ({ inspection }: WriteProps) => {
  const t = useDeskText();
  const { add, remove } = useReportFiles(inspection.id);
  const waiting = add.isPending ? add.variables : [];
  return (
    <div className="iris-stack iris-stack--tight">
      {add.isError && <Failure error={add.error} />}
      {remove.isError && <Failure error={remove.error} />}
      <FileField
        id="inspection-files"
        label={t('inspection.files')}
        hint={t('inspection.files.hint')}
        optional
        accept={accepted}
        maxCount={MAX_FILES}
        files={[
          ...inspection.reportDocuments,
          ...waiting.map(({ name, size }, index) => ({ id: `${index} ${name}`, name, size, progress: 0.5 })),
        ]}
        onAdd={(files) => add.mutate(files)}
        onRemove={(documentId) => remove.mutate(documentId)}
      />
    </div>
  );
};

/** Where nobody could look, nothing has to be answered. */
const useFormFor = (form: FormDefinition, outcome: Outcome | null): FormDefinition =>
  useMemo(
    () => (outcome === 'notSeen' ? { ...form, schema: { ...form.schema, required: [] } } : form),
    [form, outcome],
  );

/** The report of an inspection: what was found, the form of the procedure, photos; asked once more before it goes. */
export const WriteReport = ({ inspection }: WriteProps) => {
  const t = useDeskText();
  const report = useReport(inspection);
  const { send, data, draft, outcome, ready } = report;
  const form = useFormFor(inspection.form as FormDefinition, outcome);
  const errors = fieldErrorsOf(send.error);
  return (
    <Section id="inspection-report" title={t('inspection.report')}>
      <div className="iris-stack desk-opinion__answer">
        {send.isError && errors.length === 0 && <Failure error={send.error} />}
        <Found report={report} />
        <Files inspection={inspection} />
        <TaskForm
          form={form}
          data={data}
          audience="agent"
          serverErrors={errors}
          busy={send.isPending}
          completeText={t('inspection.send')}
          onChange={report.change}
          onComplete={report.check}
          actions={<DraftStatus state={draft.state} />}
        />
        {inspection.isPublic && <p className="iris-muted">{t('inspection.public.hint')}</p>}
      </div>
      <ConfirmDialog
        open={ready !== undefined}
        title={t('inspection.confirm.title')}
        confirm={t('inspection.send')}
        busy={send.isPending}
        onConfirm={report.confirm}
        onClose={() => report.setReady(undefined)}
      >
        {outcome !== null && (
          <p>
            <strong>{t(`inspection.outcome.${outcome}`)}</strong>. {t('inspection.confirm.text')}
          </p>
        )}
      </ConfirmDialog>
    </Section>
  );
};
