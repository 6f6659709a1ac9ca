import type { CaseView, OpinionChoices } from '@irisflow/client';
import { Answered, useLocalized, usePerson } from '@irisflow/frame';
import { Checkbox, CheckboxGroup, Dialog, NumberField, Select, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useColleagues } from '../task/use-colleagues.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { blankAsk, problemsOf, whomOf, type AskDraft } from './ask-draft.ts';
import { useAskOpinion, useOpinionChoices } from './use-opinions.ts';

interface FormProps {
  readonly file: CaseView;
  readonly onClose: () => void;
}

interface PartProps {
  readonly draft: AskDraft;
  readonly change: (part: Partial<AskDraft>) => void;
  readonly problems: ReturnType<typeof problemsOf>;
  readonly choices: OpinionChoices;
}

const useWhomOptions = ({ declared, groups }: OpinionChoices) => {
  const t = useDeskText();
  const read = useLocalized();
  return [
    ...declared.map(({ key, label, administration }) => ({
      value: `declared:${key}`,
      label: `${read(label)} (${read(administration)})`,
    })),
    { value: 'colleague', label: t('opinion.whom.colleague') },
    ...groups.map(({ name, administrationName, isOwn }, index) => ({
      value: `group:${index}`,
      label: isOwn ? read(name) : `${read(name)} (${read(administrationName)})`,
    })),
  ];
};

const Colleague = ({ draft, change, problems }: PartProps) => {
  const t = useDeskText();
  const me = usePerson();
  const { data: colleagues = [] } = useColleagues();
  if (draft.whom !== 'colleague') return null;
  return (
    <Select
      id="opinion-colleague"
      label={t('opinion.colleague')}
      options={colleagues.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.colleague}
      onChange={(colleague) => change({ colleague })}
      {...(problems.colleague !== undefined && { error: t(problems.colleague) })}
    />
  );
};

/** How long they have: the procedure says it of what it declares, the clerk of everything else. */
const Term = ({ draft, change, problems, choices }: PartProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const declared = choices.declared.find(({ key }) => draft.whom === `declared:${key}`);
  if (declared !== undefined)
    return (
      <p className="desk-opinion__term">
        {t('opinion.dueOn', { day: date(declared.dueOn) })} · {t(`opinion.silence.${declared.tacit}`)}
        {declared.isPublic && ` · ${t('opinion.public')}`}
      </p>
    );
  return (
    <>
      <NumberField
        id="opinion-days"
        label={t('opinion.days')}
        hint={t('opinion.days.hint')}
        inputMode="numeric"
        value={draft.days}
        onChange={(days) => change({ days })}
        {...(problems.days !== undefined && { error: t(problems.days) })}
      />
      <Checkbox
        id="opinion-public"
        label={t('opinion.isPublic')}
        hint={t('opinion.isPublic.hint')}
        optional
        value={draft.isPublic}
        onChange={(isPublic) => change({ isPublic })}
      />
    </>
  );
};

const Question = ({ draft, change, problems, choices }: PartProps) => {
  const t = useDeskText();
  return (
    <>
      <TextArea
        id="opinion-question"
        label={t('opinion.question')}
        hint={t('opinion.question.hint')}
        rows={4}
        maxLength={5000}
        value={draft.question}
        onChange={(question) => change({ question })}
        {...(problems.question !== undefined && { error: t(problems.question) })}
      />
      {choices.documents.length > 0 && (
        <CheckboxGroup
          id="opinion-documents"
          label={t('opinion.documents')}
          hint={t('opinion.documents.hint')}
          optional
          options={choices.documents.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.documents}
          onChange={(documents) => change({ documents })}
        />
      )}
    </>
  );
};

const Form = ({ file, onClose, choices }: FormProps & { readonly choices: OpinionChoices }) => {
  const t = useDeskText();
  const toast = useToast();
  const ask = useAskOpinion(file.id);
  const options = useWhomOptions(choices);
  const [draft, setDraft] = useState(blankAsk);
  const [isAsked, setAsked] = useState(false);
  const found = problemsOf(draft);
  const problems = isAsked ? found : {};
  const change = (part: Partial<AskDraft>): void => setDraft({ ...draft, ...part });
  const submit = (): void => {
    setAsked(true);
    const whom = whomOf(draft, choices);
    if (whom === undefined || Object.keys(found).length > 0 || ask.isPending) return;
    const onSuccess = (): void => {
      toast(t('opinion.asked'));
      onClose();
    };
    ask.mutate({ whom, question: draft.question.trim(), documents: [...draft.documents] }, { onSuccess });
  };
  const part = { draft, change, problems, choices };
  return (
    <DialogForm error={ask.error} busy={ask.isPending} confirm={t('opinion.ask')} onSubmit={submit} onClose={onClose}>
      <p>{t('opinion.ask.text')}</p>
      <Select
        id="opinion-whom"
        label={t('opinion.whom')}
        options={options}
        value={draft.whom}
        onChange={(whom) => change({ whom })}
        {...(problems.whom !== undefined && { error: t(problems.whom) })}
      />
      <Colleague {...part} />
      {draft.whom !== undefined && <Term {...part} />}
      <Question {...part} />
    </DialogForm>
  );
};

const Loaded = (props: FormProps) => (
  <Answered query={useOpinionChoices(props.file.id)}>{(choices) => <Form {...props} choices={choices} />}</Answered>
);

/** Asks a service, a group or a colleague what they think of the case. */
export const AskOpinion = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('opinion.ask')} onClose={form.onClose}>
      <Loaded {...form} />
    </Dialog>
  );
};
