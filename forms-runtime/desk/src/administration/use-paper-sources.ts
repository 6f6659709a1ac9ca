import { answer, platform, type PaperSourceView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/paper-sources';
const queryKey = ['paper-sources'];

/** The sources that my administration does not ask today. */
export const usePaperSources = () =>
  useQuery({ queryKey, queryFn: (): Promise<readonly PaperSourceView[]> => answer(platform.GET(path)) });

const useChange = <Input>(make: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => queries.invalidateQueries({ queryKey }) });
};

export interface PutOnPaper {
  readonly sourceKey: string;
  readonly reason: string;
  readonly validUntil: string | null;
}

export const useAskOnPaper = () => useChange((body: PutOnPaper) => answer(platform.POST(path, { body })));

export const useAskAutomatically = () =>
  useChange((sourceKey: string) => answer(platform.DELETE(`${path}/{sourceKey}`, { params: { path: { sourceKey } } })));
