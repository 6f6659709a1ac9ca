import { answer, platform, type StatementTexts } from '@irisflow/client';
import { statementKey } from '@irisflow/frame/statement';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export interface StatementToSave {
  /** The revision that was read. */
  readonly revision: number;
  readonly texts: StatementTexts;
}

export const useSaveStatement = (administration: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: StatementToSave) =>
      answer(platform.PUT('/api/administration/accessibility-statement', { body })),
    onSuccess: (saved) => queries.setQueryData(statementKey(administration), saved),
    // What was refused may have been written from an older one: whoever gives it up begins from the one in force.
    onError: () => queries.invalidateQueries({ queryKey: statementKey(administration) }),
  });
};
