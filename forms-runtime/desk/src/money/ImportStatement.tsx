import { FileField, ProgressBar, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ImportFailure } from './ImportFailure.tsx';
import { useMoneyText } from './money-texts.ts';
import { useImportStatements } from './use-statements.ts';

/** Brings a file in. Banks call it by many names and media types: the platform looks at what it holds. */
const ImportForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useMoneyText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const bring = useImportStatements();
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState(0);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (file === undefined || bring.isPending) return;
    bring.mutate(
      { file, onProgress: setProgress },
      {
        onSuccess: ([first, ...others]) => {
          toast(t.plural('import.done', others.length + 1));
          if (first !== undefined && others.length === 0) navigate(`/money/statements/${first.id}`);
          else onClose();
        },
      },
    );
  };
  return (
    <DialogForm error={null} busy={bring.isPending} confirm={t('import')} onSubmit={submit} onClose={onClose}>
      {bring.isError && <ImportFailure error={bring.error} />}
      <FileField
        id="statement-file"
        label={t('import.file')}
        hint={t('import.file.hint')}
        maxCount={1}
        files={file === undefined ? [] : [{ id: 'chosen', name: file.name, size: file.size }]}
        onAdd={(files) => {
          bring.reset();
          setFile(files[0]);
        }}
        onRemove={() => setFile(undefined)}
        {...(asked && file === undefined && { error: t('import.file.missing') })}
      />
      {bring.isPending && <ProgressBar label={t('import.uploading')} value={progress} />}
    </DialogForm>
  );
};

/** Takes in what the bank says of an account. */
export const ImportStatement = () => {
  const t = useMoneyText();
  return (
    <DialogButton size="small" icon="plus" label={t('import')} title={t('import.title')}>
      {(close) => <ImportForm onClose={close} />}
    </DialogButton>
  );
};
