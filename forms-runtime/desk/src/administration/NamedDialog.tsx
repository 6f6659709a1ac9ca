import type { LocalizedText } from '@irisflow/client';
import { Dialog, Select, TextField, type ChoiceOption } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { isComplete, noText, trimmed } from './LocalizedFields.tsx';
import { NameFields } from './NameFields.tsx';

const KEY = /^[a-z][a-z0-9-]{1,39}$/;

/** What a dialog asks for: a key that never changes, and names. */
export interface Named {
  readonly key: string;
  readonly name: LocalizedText;
  readonly service: string | null;
}

interface FormProps {
  /** What is changed; without it something new is added. */
  readonly known: Named | undefined;
  /** Services to choose from, where a group is meant. */
  readonly services: readonly ChoiceOption[] | undefined;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (named: Named) => void;
  readonly onClose: () => void;
}

const NamedForm = ({ known, services, busy, error, onSave, onClose }: FormProps) => {
  const t = useDeskText();
  const [key, setKey] = useState(known?.key ?? '');
  const [name, setName] = useState(known?.name ?? noText);
  const [service, setService] = useState(known?.service ?? undefined);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (KEY.test(key) && isComplete(name)) onSave({ key, name: trimmed(name), service: service ?? null });
  };
  return (
    <DialogForm error={error} busy={busy} confirm={t('admin.save')} onSubmit={submit} onClose={onClose}>
      <TextField
        id="key"
        label={t('admin.key')}
        hint={t('admin.key.hint')}
        code
        readOnly={known !== undefined}
        value={key}
        onChange={setKey}
        {...(asked && !KEY.test(key) && { error: t('admin.key.wrong') })}
      />
      <NameFields name={name} onChange={setName} asked={asked} />
      {services !== undefined && (
        <Select
          id="service"
          label={t('admin.service')}
          optional
          placeholder={t('admin.service.none')}
          options={services}
          value={service}
          onChange={setService}
        />
      )}
    </DialogForm>
  );
};

export interface NamedDialogProps extends FormProps {
  readonly open: boolean;
  readonly title: string;
}

/** Adds or renames something that has a key and names. */
export const NamedDialog = ({ open, title, ...form }: NamedDialogProps) => (
  <Dialog open={open} title={title} onClose={form.onClose}>
    {open && <NamedForm {...form} />}
  </Dialog>
);
