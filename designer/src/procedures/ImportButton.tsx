import { ProblemError, uploadFile, type ProcedureDraft } from '@irisflow/client';
import { Button, Dialog, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { OtherKey } from './OtherKey.tsx';

interface Import {
  readonly file: File;
  /** Null for the key that the folder names. */
  readonly key: string | null;
}

const urlOf = (key: string | null): string =>
  `/api/designer/import${key === null ? '' : `?${new URLSearchParams({ key }).toString()}`}`;

const isTaken = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'PROCEDURE_EXISTS';

/** Reads a procedure folder, as a zip, into a draft; under another key when somebody has the one it names. */
export const ImportButton = () => {
  const t = useTexts();
  const toast = useToast();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const inputRef = useRef<HTMLInputElement | null>(null);
  const importing = useMutation({
    mutationFn: ({ file, key }: Import) => uploadFile<ProcedureDraft>({ url: urlOf(key), file }),
    onSuccess: async (draft) => {
      await queries.invalidateQueries({ queryKey: ['procedures'] });
      toast(t('import.done', { title: draft.title[t.locale] }));
      navigate(`/procedures/${draft.key}`);
    },
  });
  return (
    <>
      <Button tone="secondary" busy={importing.isPending} onClick={() => inputRef.current?.click()}>
        {t('import.button')}
      </Button>
      <input
        ref={inputRef}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('import.button')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) importing.mutate({ file, key: null });
          event.currentTarget.value = '';
        }}
      />
      <Dialog open={importing.isError} title={t('import.failed')} onClose={importing.reset}>
        {isTaken(importing.error) ? (
          <OtherKey
            busy={importing.isPending}
            onChoose={(key) => {
              if (importing.variables !== undefined) importing.mutate({ ...importing.variables, key });
            }}
          />
        ) : (
          <Failure error={importing.error} />
        )}
        <Button tone="secondary" onClick={importing.reset}>
          {t('dialog.close')}
        </Button>
      </Dialog>
    </>
  );
};
