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

/** Asks for title, key and an example to start from. */
export const NewProcedureDialog = ({ open, procedures, onClose }: NewProcedureDialogProps) => {
  const t = useTexts();
  const [, navigate] = useLocation();
  const create = useCreateProcedure();
  const [title, setTitle] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [copyOf, setCopyOf] = useState<string | undefined>();
  const [isChecked, setChecked] = useState(false);
  const key = typedKey ?? slug(title);
  const isTaken = procedures.some((procedure) => procedure.key === key);
  const keyError = !isProcedureKey(key) ? t('new.keyInvalid') : isTaken ? t('new.keyTaken') : undefined;
  const titleError = title.trim() === '' ? t('new.titleMissing') : undefined;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (keyError !== undefined || titleError !== undefined) return;
    create.mutate(
      { key, title: title.trim(), ...(copyOf === undefined ? {} : { copyOf }) },
      { onSuccess: () => navigate(`/procedures/${key}`) },
    );
  };

  return (
    <Dialog
      open={open}
      title={t('new.title')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} busy={create.isPending}>
            {t('new.create')}
          </Button>
          <Button tone="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="iris-stack" onSubmit={submit}>
        <TextField
          id="new-title"
          label={t('new.name')}
          hint={t('new.nameHint')}
          value={title}
          onChange={setTitle}
          error={isChecked ? titleError : undefined}
        />
        <TextField
          id="new-key"
          code
          label={t('new.key')}
          hint={t('new.keyHint')}
          value={key}
          onChange={setTypedKey}
          error={isChecked ? keyError : undefined}
        />
        <Select
          id="new-copy"
          label={t('new.copyOf')}
          optional
          placeholder={t('new.blank')}
          value={copyOf}
          onChange={setCopyOf}
          options={procedures.map((procedure) => ({ value: procedure.key, label: procedure.title[t.locale] }))}
        />
        {create.isError && <Failure error={create.error} />}
      </form>
    </Dialog>
  );
};
