import type { ProcedureListItem } from '@irisflow/client';
import { Button, Dialog, Select, TextField } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useCreateProcedure } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { isProcedureKey, slug } from './slug.ts';

export interface NewProcedureDialogProps {
  open: boolean;
  procedures: readonly ProcedureListItem[];
  onClose: () => void;
}

const formId = 'new-procedure';

interface Wishes {
  title: string;
  /** Null while it follows the title. */
  typedKey: string | null;
  copyOf: string | undefined;
}

const blankWishes: Wishes = { title: '', typedKey: null, copyOf: undefined };

/** What was typed, what is wrong with it, and the way to create it. */
const useNewProcedure = (procedures: readonly ProcedureListItem[]) => {
  const t = useTexts();
  const [, navigate] = useLocation();
  const create = useCreateProcedure();
  const [wishes, setWishes] = useState(blankWishes);
  const [isChecked, setChecked] = useState(false);
  const title = wishes.title.trim();
  const key = wishes.typedKey ?? slug(title);
  const isTaken = procedures.some((procedure) => procedure.key === key);
  const keyError = !isProcedureKey(key) ? t('new.keyInvalid') : isTaken ? t('new.keyTaken') : undefined;
  const titleError = title === '' ? t('new.titleMissing') : undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (keyError !== undefined || titleError !== undefined) return;
    const { copyOf } = wishes;
    create.mutate(
      { key, title, ...(copyOf === undefined ? {} : { copyOf }) },
      { onSuccess: () => navigate(`/procedures/${key}`) },
    );
  };
  const change = (part: Partial<Wishes>): void => setWishes({ ...wishes, ...part });
  const errors = isChecked ? { keyError, titleError } : { keyError: undefined, titleError: undefined };
  return { wishes, key, change, submit, create, ...errors };
};

/** Asks for title, key and an example to start from. */
export const NewProcedureDialog = ({ open, procedures, onClose }: NewProcedureDialogProps) => {
  const t = useTexts();
  const { wishes, key, change, submit, create, keyError, titleError } = useNewProcedure(procedures);
  const actions = (
    <>
      <Button type="submit" form={formId} busy={create.isPending}>
        {t('new.create')}
      </Button>
      <Button tone="secondary" onClick={onClose}>
        {t('dialog.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={t('new.title')} onClose={onClose} actions={actions}>
      <form id={formId} noValidate className="iris-stack" onSubmit={submit}>
        <TextField
          id="new-title"
          label={t('new.name')}
          hint={t('new.nameHint')}
          value={wishes.title}
          onChange={(title) => change({ title })}
          error={titleError}
        />
        <TextField
          id="new-key"
          code
          label={t('new.key')}
          hint={t('new.keyHint')}
          value={key}
          onChange={(typedKey) => change({ typedKey })}
          error={keyError}
        />
        <Select
          id="new-copy"
          label={t('new.copyOf')}
          optional
          placeholder={t('new.blank')}
          value={wishes.copyOf}
          onChange={(copyOf) => change({ copyOf })}
          options={procedures.map((procedure) => ({ value: procedure.key, label: procedure.title[t.locale] }))}
        />
        {create.isError && <Failure error={create.error} />}
      </form>
    </Dialog>
  );
};
