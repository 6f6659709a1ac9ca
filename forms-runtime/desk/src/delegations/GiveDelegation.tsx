import type { ColleagueView, DelegationsView } from '@irisflow/client';
import { Answered, useLocalized, usePerson } from '@irisflow/frame';
import { CheckboxGroup, DateField, Dialog, Select, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { LocalizedFields } from '../administration/LocalizedFields.tsx';
import { useToday } from '../administration/use-today.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { isClerk } from '../session/clerk.ts';
import { ProcedureChoice } from '../systems/ProcedureChoice.tsx';
import { useColleagues } from '../task/use-colleagues.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { blankDraft, delegationOf, type Draft, wrongIn, type WrongField } from './delegation-draft.ts';
import { useGiveDelegation, useGroupName } from './use-delegations.ts';

/** Those whose complaint stands in words of this form. */
type NamedField = Exclude<WrongField, 'procedures'>;

type Delegable = DelegationsView['delegable'];

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  /** What a field says where it is wrong. */
  readonly errorAt: (field: NamedField) => { readonly error?: string };
  /** Whether somebody tried to send it. */
  readonly asked: boolean;
  readonly delegable: Delegable;
}

const When = ({ draft, onChange, errorAt }: FieldsProps) => {
  const t = useDeskText();
  return (
    <>
      <DateField
        id="from"
        label={t('delegation.from')}
        value={draft.from}
        onChange={(from) => onChange({ from })}
        {...errorAt('from')}
      />
      <DateField
        id="to"
        label={t('delegation.to')}
        hint={t('delegation.to.hint')}
        value={draft.to}
        onChange={(to) => onChange({ to })}
        {...errorAt('to')}
      />
    </>
  );
};

const What = ({ draft, onChange, errorAt, delegable, asked }: FieldsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const nameOf = useGroupName();
  return (
    <>
      <CheckboxGroup
        id="groups"
        label={t('delegation.groups')}
        hint={t('delegation.groups.hint')}
        options={delegable.groups.map((group) => ({ value: group.key, label: nameOf(group) }))}
        value={draft.groups}
        onChange={(groups) => onChange({ groups })}
        {...errorAt('groups')}
      />
      <ProcedureChoice
        options={delegable.procedures.map(({ key, title }) => ({
          value: key,
          label: title === null ? key : read(title),
        }))}
        chosen={draft.procedures}
        onChange={(procedures) => onChange({ procedures })}
        asked={asked}
      />
    </>
  );
};

const How = ({ draft, onChange, errorAt, asked }: FieldsProps) => {
  const t = useDeskText();
  const { name } = usePerson();
  return (
    <>
      <fieldset className="desk-delegation__capacity">
        <legend>{t('delegation.capacity')}</legend>
        <p className="iris-muted">{t('delegation.capacity.hint', { name })}</p>
        <LocalizedFields
          id="capacity"
          label={(locale) => t(`delegation.capacity.${locale}`)}
          missing={t('delegation.wrong.capacity')}
          text={draft.capacity}
          onChange={(capacity) => onChange({ capacity })}
          asked={asked}
          maxLength={200}
        />
      </fieldset>
      <TextArea
        id="instrument"
        label={t('delegation.instrument')}
        hint={t('delegation.instrument.hint')}
        rows={2}
        maxLength={500}
        value={draft.instrument}
        onChange={(instrument) => onChange({ instrument })}
        {...errorAt('instrument')}
      />
    </>
  );
};

interface FormProps {
  readonly colleagues: readonly ColleagueView[];
  readonly delegable: Delegable;
  readonly onClose: () => void;
}

const Form = ({ colleagues, delegable, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const today = useToday();
  const person = usePerson();
  const give = useGiveDelegation();
  const [draft, setDraft] = useState(() => blankDraft(today));
  const [asked, setAsked] = useState(false);
  const wrong = wrongIn(draft, today);
  const errorAt = (field: NamedField) =>
    asked && wrong.includes(field) ? { error: t(`delegation.wrong.${field}`) } : {};
  const submit = (): void => {
    setAsked(true);
    if (wrong.length > 0) return;
    const onSuccess = ({ delegate }: { readonly delegate: { readonly name: string } }): void => {
      onClose();
      toast(t('delegation.given', { name: delegate.name }));
    };
    give.mutate(delegationOf(draft), { onSuccess });
  };
  const fields = {
    draft,
    onChange: (part: Partial<Draft>) => setDraft({ ...draft, ...part }),
    errorAt,
    asked,
    delegable,
  };
  const others = colleagues.filter((one) => isClerk(one) && one.id !== person.id);
  return (
    <DialogForm
      error={give.isError ? give.error : null}
      busy={give.isPending}
      confirm={t('delegation.give')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        id="delegate"
        label={t('delegation.who')}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.delegateId}
        onChange={(delegateId) => fields.onChange({ delegateId })}
        {...errorAt('who')}
      />
      <What {...fields} />
      <When {...fields} />
      <How {...fields} />
    </DialogForm>
  );
};

interface GiveProps {
  readonly open: boolean;
  /** Undefined until it is known. */
  readonly delegable: Delegable | undefined;
  readonly onClose: () => void;
}

/** Lets a colleague do some of my tasks in my name. */
export const GiveDelegation = ({ open, delegable, onClose }: GiveProps) => {
  const t = useDeskText();
  const colleagues = useColleagues();
  return (
    <Dialog open={open} wide title={t('delegation.give')} onClose={onClose}>
      {open && delegable !== undefined && (
        <Answered query={colleagues}>
          {(all) => <Form colleagues={all} delegable={delegable} onClose={onClose} />}
        </Answered>
      )}
    </Dialog>
  );
};
