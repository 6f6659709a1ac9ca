import type { CaseView, HearingChoices, HearingView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { CheckboxGroup, Dialog, localeNames, locales, Select, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { type AppointedDraft, appointedOf, appointedProblems, blankAppointed } from './appointed-draft.ts';
import { AppointedFields } from './AppointedFields.tsx';
import { useHearingChoices, useScheduleHearing } from './use-hearings.ts';

interface FormProps {
  readonly file: CaseView;
  readonly onClose: () => void;
}

interface ScheduleDraft extends AppointedDraft {
  readonly key: string | undefined;
  readonly language: HearingView['language'];
  readonly summons: readonly string[];
}

const useScheduleForm = ({ file, onClose }: FormProps, choices: HearingChoices) => {
  const t = useDeskText();
  const toast = useToast();
  const schedule = useScheduleHearing(file.id);
  const [only] = choices.declared.length === 1 ? choices.declared : [];
  const [draft, setDraft] = useState<ScheduleDraft>({
    ...blankAppointed,
    key: only?.key,
    language: choices.language,
    summons: only?.summons ?? [],
  });
  const [isAsked, setAsked] = useState(false);
  const described = choices.declared.find(({ key }) => key === draft.key);
  const found: Partial<Record<keyof ScheduleDraft, DeskKey>> = {
    ...(described === undefined && { key: 'hearing.key.missing' as const }),
    ...(draft.summons.length === 0 && { summons: 'hearing.summons.missing' as const }),
    ...appointedProblems(draft, described?.earliestOn),
  };
  const submit = (): void => {
    setAsked(true);
    const appointed = appointedOf(draft);
    if (appointed === undefined || described === undefined || Object.keys(found).length > 0 || schedule.isPending)
      return;
    const onSuccess = (): void => {
      toast(t('hearing.scheduled'));
      onClose();
    };
    const { language, summons } = draft;
    schedule.mutate({ ...appointed, key: described.key, language, summons: [...summons] }, { onSuccess });
  };
  return {
    draft,
    described,
    change: (part: Partial<ScheduleDraft>): void => setDraft({ ...draft, ...part }),
    problems: isAsked ? found : {},
    schedule,
    submit,
  };
};

type FormState = ReturnType<typeof useScheduleForm>;

/** Which hearing, and who is summoned: the procedure proposes them. */
const Whom = ({ form, choices }: { readonly form: FormState; readonly choices: HearingChoices }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { draft, change, problems } = form;
  const choose = (key: string | undefined): void =>
    change({ key, summons: choices.declared.find((one) => one.key === key)?.summons ?? [] });
  return (
    <>
      <Select
        id="hearing-key"
        label={t('hearing.key')}
        options={choices.declared.map(({ key, label }) => ({ value: key, label: read(label) }))}
        value={draft.key}
        onChange={choose}
        {...(problems.key !== undefined && { error: t(problems.key) })}
      />
      <CheckboxGroup
        id="hearing-summons"
        label={t('hearing.summons')}
        options={choices.people.map(({ id, name, role }) => ({ value: id, label: `${name} (${read(role)})` }))}
        value={draft.summons}
        onChange={(summons) => change({ summons })}
        {...(problems.summons !== undefined && { error: t(problems.summons) })}
      />
    </>
  );
};

const Form = (props: FormProps & { readonly choices: HearingChoices }) => {
  const t = useDeskText();
  const { choices, onClose } = props;
  const form = useScheduleForm(props, choices);
  const { draft, change, problems, schedule, described, submit } = form;
  return (
    <DialogForm
      error={schedule.error}
      busy={schedule.isPending}
      confirm={t('hearing.schedule.confirm')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('hearing.schedule.text')}</p>
      <Whom form={form} choices={choices} />
      <AppointedFields
        name="hearing"
        draft={draft}
        change={change}
        problems={problems}
        earliestOn={described?.earliestOn}
      />
      <Select
        id="hearing-language"
        label={t('hearing.language')}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
        value={draft.language}
        onChange={(value) => change({ language: locales.find((one) => one === value) ?? choices.language })}
      />
    </DialogForm>
  );
};

const Loaded = (props: FormProps) => {
  const t = useDeskText();
  return (
    <Answered query={useHearingChoices(props.file.id)}>
      {(choices) =>
        choices.declared.length === 0 ? <p>{t('hearing.undeclared')}</p> : <Form {...props} choices={choices} />
      }
    </Answered>
  );
};

/** Schedules a hearing that the procedure declares: when, where, and who is summoned. */
export const ScheduleHearing = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('hearing.schedule')} onClose={form.onClose}>
      <Loaded {...form} />
    </Dialog>
  );
};
