import { uploadFile, type ProcedureDraft } from '@irisflow/client';
import { Button, Dialog, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

/** Reads a procedure folder, as a zip, into a draft. */
export const ImportButton = () => {
  const t = useTexts();
  const toast = useToast();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const inputRef = useRef<HTMLInputElement | null>(null);
  const importing = useMutation({
    mutationFn: (file: File) => uploadFile<ProcedureDraft>({ url: '/api/designer/import', file }),
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
          if (file !== undefined) importing.mutate(file);
          event.currentTarget.value = '';
        }}
      />
      <Dialog open={importing.isError} title={t('import.failed')} onClose={importing.reset}>
        <Failure error={importing.error} />
        <Button tone="secondary" onClick={importing.reset}>
          {t('dialog.close')}
        </Button>
      </Dialog>
    </>
  );
};
