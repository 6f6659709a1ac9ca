import type { CaseView } from '@irisflow/client';
import {
  compileForm,
  narrowForm,
  readAt,
  segmentsOf,
  writeAt,
  type FormData,
  type FormDefinition,
} from '@irisflow/forms';
import { Answered } from '@irisflow/frame';
import { TaskForm, todayInBrussels } from '@irisflow/renderer';
import { ChosenFilesField, EmptyState, LinkButton, Notice, TextArea, useToast } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { fieldErrorsOf } from '../application/field-errors-of.ts';
import { PageOfCase } from '../cases/PageOfCase.tsx';
import { answerFileTypes, MAX_FILES } from '../cases/use-answer-files.ts';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { isDay, SinceField } from './SinceField.tsx';
import { useChanges, useDeclare, type Declaration } from './use-changes.ts';

const MAX_REASON = 2000;
const REASON = 'change-reason';
const SINCE = 'change-since';
const ANSWERS = 'change-answers';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Which of the fields are answered otherwise than before. */
const changedAmong = (form: FormDefinition, before: FormData, after: FormData): Declaration['answers'] =>
  compileForm(form).controls.flatMap(({ pointer, path }) => {
    const value = readAt(after, path);
    return same(value, readAt(before, path)) ? [] : [{ pointer, ...(value !== undefined && { value }) }];
  });

/** The answers with those that were typed before; nothing else of them is kept in the tab. */
const withTyped = (data: FormData, typed: string | undefined): FormData =>
  typed === undefined
    ? data
    : (JSON.parse(typed) as Declaration['answers']).reduce<FormData>(
        (all, { pointer, value }) => writeAt(all, segmentsOf(pointer), value),
        data,
      );

interface DeclaringProps {
  readonly view: CaseView;
  readonly fields: readonly string[];
}

/** What is typed stays in this tab until it is sent; files are chosen again. */
const useDeclaring = ({ view, fields }: DeclaringProps) => {
  const t = usePersonalText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const declare = useDeclare(view.id);
  const { texts, write, forget } = useKeptTexts(`change:${view.id}`);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isAsked, setAsked] = useState(false);
  const form = useMemo(() => narrowForm(view.form as FormDefinition, fields), [view.form, fields]);
  const [data, setData] = useState<FormData>(() => withTyped(view.data, texts[ANSWERS]));
  const answers = changedAmong(form, view.data, data);
  const [today] = useState(() => todayInBrussels(new Date()));
  const since = texts[SINCE] ?? today;
  const reason = texts[REASON] ?? '';
  const change = (next: FormData): void => {
    if (declare.isError) declare.reset();
    setData(next);
    write(ANSWERS, JSON.stringify(changedAmong(form, view.data, next)));
  };
  const submit = (): void => {
    setAsked(true);
    if (answers.length === 0) return;
    if (!isDay(since)) return document.getElementById(SINCE)?.focus();
    if (reason.trim() === '') return document.getElementById(REASON)?.focus();
    if (declare.isPending) return;
    const onSuccess = (): void => {
      forget();
      toast(t('change.sent'));
      navigate(`/my/cases/${view.id}`, { replace: true });
    };
    declare.mutate({ answers, since, reason: reason.trim(), files }, { onSuccess });
  };
  return { form, data, change, submit, declare, answers, since, reason, write, files, setFiles, isAsked };
};

type DeclaringState = ReturnType<typeof useDeclaring>;

/** Since when, why, and what shows it. */
const Beside = ({ state }: { readonly state: DeclaringState }) => {
  const t = usePersonalText();
  const { since, reason, write, files, setFiles, isAsked, answers } = state;
  return (
    <section className="iris-stack portal-change" aria-labelledby="change-about">
      <h2 id="change-about">{t('change.about')}</h2>
      <SinceField id={SINCE} value={since} isAsked={isAsked} onChange={(day) => write(SINCE, day ?? '')} />
      <TextArea
        id={REASON}
        label={t('change.reason')}
        rows={3}
        maxLength={MAX_REASON}
        value={reason}
        onChange={(text) => write(REASON, text)}
        {...(isAsked && reason.trim() === '' && { error: t('change.reason.missing') })}
      />
      <ChosenFilesField
        id="change-files"
        label={t('change.files')}
        hint={t('message.files.hint')}
        optional
        accept={answerFileTypes}
        maxCount={MAX_FILES}
        value={files}
        onChange={setFiles}
      />
      {isAsked && answers.length === 0 && (
        <Notice tone="danger" live>
          {t('change.nothing')}
        </Notice>
      )}
    </section>
  );
};

const Declaring = (props: DeclaringProps) => {
  const { view } = props;
  const t = usePersonalText();
  const state = useDeclaring(props);
  const { form, data, change, submit, declare } = state;
  const asked = new Set(compileForm(form).controls.map(({ pointer }) => pointer));
  const errors = fieldErrorsOf(declare.error);
  const isElsewhere = errors.some(({ pointer }) => ![...asked].some((one) => pointer.startsWith(one)));
  return (
    <div className="iris-stack iris-stack--loose">
      <Notice tone="info">{t('change.lead')}</Notice>
      {declare.isError && isElsewhere && (
        <Notice tone="danger" live>
          {t('change.elsewhere')}
        </Notice>
      )}
      {declare.isError && errors.length === 0 && <RefusalNotice error={declare.error} />}
      <TaskForm
        form={form}
        data={data}
        audience="applicant"
        today={todayInBrussels(new Date(view.submittedAt))}
        serverErrors={errors.filter(({ pointer }) => [...asked].some((one) => pointer.startsWith(one)))}
        busy={declare.isPending}
        completeText={t('change.send')}
        onChange={change}
        onComplete={submit}
        actions={
          <LinkButton href={`/my/cases/${view.id}`} tone="quiet">
            {t('change.back')}
          </LinkButton>
        }
      >
        <Beside state={state} />
      </TaskForm>
    </div>
  );
};

const OpenChange = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const changes = useChanges(view.id);
  const back = <LinkButton href={`/my/cases/${view.id}`}>{t('change.back')}</LinkButton>;
  return (
    <Answered query={changes}>
      {({ fields }) =>
        fields.length === 0 ? (
          <EmptyState icon="check" title={t('change.none')} action={back} />
        ) : (
          <Declaring view={view} fields={fields} />
        )
      }
    </Answered>
  );
};

/** The page on which an applicant says that something has changed. */
export const ChangePage = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  return (
    <PageOfCase caseId={caseId} title={t('change.page')}>
      {(view) => <OpenChange view={view} />}
    </PageOfCase>
  );
};
