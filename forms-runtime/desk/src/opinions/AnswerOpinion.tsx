import type { AskedOpinion, OpinionView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, ChosenFilesField, ConfirmDialog, Form, RadioGroup, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useKept } from '../app/use-kept.ts';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { useAnswerOpinion, type AnswerDraft } from './use-opinions.ts';

const outcomes = ['favorable', 'conditional', 'unfavorable', 'abstained'] as const satisfies readonly NonNullable<
  OpinionView['outcome']
>[];
const blank: AnswerDraft = { outcome: null, conditions: '', motivation: '' };
const MAX_SAID = 20_000;
const MAX_FILES = 5;
const accepted = ['application/pdf', 'image/jpeg', 'image/png'];
type Problems = Partial<Record<keyof AnswerDraft, DeskKey>>;

const problemsOf = ({ outcome, conditions, motivation }: AnswerDraft): Problems => ({
  ...(outcome === null && { outcome: 'opinion.outcome.missing' as const }),
  ...(outcome === 'conditional' && conditions.trim() === '' && { conditions: 'opinion.conditions.missing' as const }),
  ...(motivation.trim() === '' && { motivation: 'opinion.motivation.missing' as const }),
});

const fieldOf = { outcome: 'opinion-outcome', conditions: 'opinion-conditions', motivation: 'opinion-motivation' };

const useAnswerForm = (opinion: AskedOpinion) => {
  const t = useDeskText();
  const toast = useToast();
  const send = useAnswerOpinion(opinion.id);
  const { value: draft, change, forget } = useKept(`opinion:${opinion.id}`, blank);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isAsked, setAsked] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const found = problemsOf(draft);
  const check = (): void => {
    setAsked(true);
    const [first] = Object.keys(found) as (keyof AnswerDraft)[];
    if (first === undefined) setConfirming(true);
    else document.getElementById(fieldOf[first])?.focus();
  };
  const confirm = (): void => {
    const { outcome } = draft;
    if (outcome === null || send.isPending) return;
    const said = { outcome, conditions: draft.conditions.trim(), motivation: draft.motivation.trim(), files };
    const onSuccess = (): void => {
      forget();
      toast(t('opinion.sent'));
    };
    send.mutate(said, { onSuccess, onSettled: () => setConfirming(false) });
  };
  const problems = isAsked ? found : {};
  return { draft, change, files, setFiles, problems, check, confirm, isConfirming, setConfirming, send };
};

type FormState = ReturnType<typeof useAnswerForm>;

const Said = ({ draft, change, problems }: Pick<FormState, 'draft' | 'change' | 'problems'>) => {
  const t = useDeskText();
  return (
    <>
      <RadioGroup
        id={fieldOf.outcome}
        label={t('opinion.outcome')}
        options={outcomes.map((value) => ({ value, label: t(`opinion.outcome.${value}`) }))}
        value={draft.outcome ?? undefined}
        onChange={(value) => change({ outcome: outcomes.find((known) => known === value) ?? null })}
        {...(problems.outcome !== undefined && { error: t(problems.outcome) })}
      />
      {draft.outcome === 'conditional' && (
        <TextArea
          id={fieldOf.conditions}
          label={t('opinion.conditions')}
          rows={3}
          maxLength={MAX_SAID}
          value={draft.conditions}
          onChange={(conditions) => change({ conditions })}
          {...(problems.conditions !== undefined && { error: t(problems.conditions) })}
        />
      )}
      <TextArea
        id={fieldOf.motivation}
        label={t('opinion.motivation')}
        hint={t('opinion.motivation.hint')}
        rows={8}
        maxLength={MAX_SAID}
        value={draft.motivation}
        onChange={(motivation) => change({ motivation })}
        {...(problems.motivation !== undefined && { error: t(problems.motivation) })}
      />
    </>
  );
};

const Files = ({ files, setFiles }: Pick<FormState, 'files' | 'setFiles'>) => {
  const t = useDeskText();
  return (
    <ChosenFilesField
      id="opinion-files"
      label={t('opinion.files')}
      hint={t('document.add.hint')}
      optional
      accept={accepted}
      maxCount={MAX_FILES}
      value={files}
      onChange={setFiles}
    />
  );
};

/** Gives the opinion: what one thinks, why, and on which conditions; asked once more before it goes. */
export const AnswerOpinion = ({ opinion }: { readonly opinion: AskedOpinion }) => {
  const t = useDeskText();
  const form = useAnswerForm(opinion);
  const { draft, send, isConfirming, setConfirming } = form;
  return (
    <Section id="opinion-answer" title={t('opinion.answer')}>
      <Form className="iris-stack desk-opinion__answer" onSubmit={form.check}>
        {send.isError && <Failure error={send.error} />}
        <Said {...form} />
        <Files {...form} />
        {opinion.isPublic && <p className="iris-muted">{t('opinion.public.hint')}</p>}
        <div className="iris-form-actions">
          <Button type="submit" busy={send.isPending}>
            {t('opinion.send')}
          </Button>
        </div>
      </Form>
      <ConfirmDialog
        open={isConfirming}
        title={t('opinion.confirm.title')}
        confirm={t('opinion.send')}
        busy={send.isPending}
        onConfirm={form.confirm}
        onClose={() => setConfirming(false)}
      >
        {draft.outcome !== null && (
          <p>
            <strong>{t(`opinion.outcome.${draft.outcome}`)}</strong>. {t('opinion.confirm.text')}
          </p>
        )}
      </ConfirmDialog>
    </Section>
  );
};
