import { ProblemError, type ImportPreview, type ProcedureDraft } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { importCalls, type KeyedArchive } from '../api/imports.ts';
import { useTexts } from '../texts/use-texts.ts';

interface Question {
  readonly archive: KeyedArchive;
  readonly preview: ImportPreview;
}

const isTaken = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'PROCEDURE_EXISTS';

/**
 * An import in its steps: look first, ask for another key when somebody else has this one, ask when a draft is there,
 * import, and offer the way back.
 */
export const useImport = () => {
  const t = useTexts();
  const toast = useToast();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [question, setQuestion] = useState<Question | null>(null);
  const [replaced, setReplaced] = useState<ProcedureDraft | null>(null);
  const open = ({ key }: ProcedureDraft) => navigate(`/procedures/${key}`);
  const settle = async () => queries.invalidateQueries({ queryKey: ['procedures'] });

  const sending = useMutation({
    mutationFn: ({ archive, preview }: Question) => importCalls.send(archive, preview.draft?.revision ?? null),
    onSettled: () => setQuestion(null),
    onSuccess: async (draft, { preview }) => {
      await settle();
      if (preview.draft !== null) return setReplaced(draft);
      toast(t('import.done', { title: draft.title[t.locale] }));
      open(draft);
    },
  });
  const looking = useMutation({
    mutationFn: async (archive: KeyedArchive): Promise<Question> => ({
      archive,
      preview: await importCalls.preview(archive),
    }),
    onSuccess: (found) => (found.preview.draft === null ? sending.mutate(found) : setQuestion(found)),
  });
  const look = (archive: KeyedArchive) => {
    sending.reset();
    looking.mutate(archive);
  };
  const error = looking.error ?? sending.error;
  return {
    question,
    replaced,
    error,
    isTaken: isTaken(error),
    isBusy: looking.isPending || sending.isPending,
    start: (file: File) => look({ file, key: null }),
    startUnder: (key: string) => looking.variables !== undefined && look({ ...looking.variables, key }),
    confirm: () => question !== null && sending.mutate(question),
    cancel: () => setQuestion(null),
    open: () => replaced !== null && open(replaced),
    undone: async (draft: ProcedureDraft) => {
      setReplaced(null);
      await settle();
      toast(t('import.undone', { title: draft.title[t.locale] }));
    },
    reset: () => {
      looking.reset();
      sending.reset();
    },
  };
};
