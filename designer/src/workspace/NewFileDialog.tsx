import { Button, Dialog, TextField } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { isProcedureKey, slug } from '../procedures/slug.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import { newFile, type NewFileKind } from './new-file.ts';
import { workspacePaths } from './paths.ts';

export interface NewFileDialogProps {
  kind: NewFileKind;
  procedureKey: string;
  onClose: () => void;
}

const formId = 'new-file';

/** Asks for the name of a new form, decision, letter, right, quota, obligation or code list and opens it. */
export const NewFileDialog = ({ kind, procedureKey, onClose }: NewFileDialogProps) => {
  const t = useTexts();
  const { store, state } = useDraft();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const key = slug(name);
    const file = newFile(kind, key);
    if (!isProcedureKey(key)) return setError(t('newFile.invalid'));
    if (state.files.has(file.path)) return setError(t('newFile.taken', { path: file.path }));
    store.change(file.path, file.content);
    onClose();
    return navigate(workspacePaths(procedureKey).file(file.path));
  };

  return (
    <Dialog
      open
      title={t(`newFile.${kind}`)}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId}>
            {t('new.create')}
          </Button>
          <Button tone="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <TextField
          id="new-file-name"
          label={t('newFile.name')}
          hint={t('newFile.nameHint')}
          value={name}
          onChange={setName}
          error={error}
        />
      </form>
    </Dialog>
  );
};
