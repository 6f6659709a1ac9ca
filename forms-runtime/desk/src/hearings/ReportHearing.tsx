import type { HearingView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, ChosenFilesField, ConfirmDialog, Form, RadioGroup, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useKept } from '../app/use-kept.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { type Report, useReportHearing } from './use-hearings.ts';

interface ReportProps {
  readonly caseId: string;
  readonly hearing: HearingView;
  readonly onClose: () => void;
}

interface ReportDraft {
  /** By the place in the summons: whether they came; nothing while it is not said. */
  readonly came: Readonly<Record<number, boolean>>;
  readonly statements: Readonly<Record<number, string>>;
  readonly minutes: string;
}

const blank: ReportDraft = { came: {}, statements: {}, minutes: '' };
const MAX_SAID = 20_000;
const MAX_FILES = 10;
const accepted = ['application/pdf', 'image/jpeg', 'image/png'];
/** What is sent; null while it is not said of everybody whether they came, or while nothing is said of what they said. */
const reportOf = (
  { came, statements, minutes }: ReportDraft,
  { summoned }: HearingView,
): Omit<Report, 'files'> | null => {
  const said = summoned.filter(({ position }) => came[position] !== undefined);
  const anybodyCame = summoned.some(({ position }) => came[position] === true);
  if (said.length < summoned.length || (anybodyCame && minutes.trim() === '')) return null;
  const presence = summoned.map(({ position }) => ({
    position,
    came: came[position] === true,
    ...(statements[position] !== undefined && { statement: statements[position] }),
  }));
  return { presence, minutes: minutes.trim() };
};

const useReportForm = ({ caseId, hearing, onClose }: ReportProps) => {
  const t = useDeskText();
  const toast = useToast();
  const send = useReportHearing({ caseId, hearingId: hearing.id });
  const { value: draft, change, forget } = useKept(`hearing:${hearing.id}`, blank);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isAsked, setAsked] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const report = reportOf(draft, hearing);
  const check = (): void => {
    setAsked(true);
    setConfirming(report !== null);
    const first = hearing.summoned.find(({ position }) => draft.came[position] === undefined);
    if (report === null)
      document.getElementById(first === undefined ? 'hearing-minutes' : `hearing-came-${first.position}`)?.focus();
  };
  const confirm = (): void => {
    if (report === null || send.isPending) return;
    const onSuccess = (): void => {
      forget();
      toast(t('hearing.reported'));
      onClose();
    };
    send.mutate({ ...report, files }, { onSuccess, onSettled: () => setConfirming(false) });
  };
  return { draft, change, files, setFiles, isAsked, check, confirm, isConfirming, setConfirming, send };
};

type FormState = ReturnType<typeof useReportForm>;

const Presence = ({ form, one }: { readonly form: FormState; readonly one: HearingView['summoned'][number] }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { draft, change, isAsked } = form;
  const { position, name, role } = one;
  const came = draft.came[position];
  return (
    <div className="iris-stack iris-stack--tight">
      <RadioGroup
        id={`hearing-came-${position}`}
        label={`${name} (${read(role)})`}
        inline
        options={[
          { value: 'yes', label: t('hearing.came') },
          { value: 'no', label: t('hearing.absent') },
        ]}
        value={came === undefined ? undefined : came ? 'yes' : 'no'}
        onChange={(value) => change({ came: { ...draft.came, [position]: value === 'yes' } })}
        {...(isAsked && came === undefined && { error: t('hearing.came.missing') })}
      />
      {came === true && (
        <TextArea
          id={`hearing-statement-${position}`}
          label={t('hearing.statement', { name })}
          optional
          rows={3}
          maxLength={MAX_SAID}
          value={draft.statements[position] ?? ''}
          onChange={(statement) => change({ statements: { ...draft.statements, [position]: statement } })}
        />
      )}
    </div>
  );
};

const Minutes = ({ form }: { readonly form: FormState }) => {
  const t = useDeskText();
  const { draft, change, files, setFiles, isAsked } = form;
  const anybodyCame = Object.values(draft.came).includes(true);
  return (
    <>
      <TextArea
        id="hearing-minutes"
        label={t('hearing.minutes')}
        hint={t('hearing.minutes.hint')}
        optional={!anybodyCame}
        rows={8}
        maxLength={MAX_SAID}
        value={draft.minutes}
        onChange={(minutes) => change({ minutes })}
        {...(isAsked && anybodyCame && draft.minutes.trim() === '' && { error: t('hearing.minutes.missing') })}
      />
      <ChosenFilesField
        id="hearing-files"
        label={t('hearing.files')}
        hint={t('document.add.hint')}
        optional
        accept={accepted}
        maxCount={MAX_FILES}
        value={files}
        onChange={setFiles}
      />
    </>
  );
};

/** Tells what came of a hearing: who came, what was said. What is typed stays in this tab until it is sent. */
export const ReportHearing = (props: ReportProps) => {
  const t = useDeskText();
  const form = useReportForm(props);
  const { send, isConfirming, setConfirming, draft } = form;
  const anybodyCame = Object.values(draft.came).includes(true);
  return (
    <Form className="iris-stack desk-hearing__report" onSubmit={form.check}>
      {send.isError && <Failure error={send.error} />}
      {props.hearing.summoned.map((one) => (
        <Presence key={one.position} form={form} one={one} />
      ))}
      <Minutes form={form} />
      <div className="iris-form-actions">
        <Button type="submit" busy={send.isPending}>
          {t('hearing.report.confirm')}
        </Button>
        <Button tone="secondary" onClick={props.onClose}>
          {t('hearing.report.later')}
        </Button>
      </div>
      <ConfirmDialog
        open={isConfirming}
        title={t('hearing.report.title')}
        confirm={t('hearing.report.confirm')}
        busy={send.isPending}
        onConfirm={form.confirm}
        onClose={() => setConfirming(false)}
      >
        <p>{t(anybodyCame ? 'hearing.report.text' : 'hearing.report.nobody')}</p>
      </ConfirmDialog>
    </Form>
  );
};
