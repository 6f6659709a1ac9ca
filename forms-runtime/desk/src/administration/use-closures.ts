import {
  answer,
  platform,
  ProblemError,
  type ClosureView,
  type LocalizedText,
  type RecountPreview,
} from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/closures';
const recountPath = '/api/administration/terms/recount';

/** Days on which the offices of my administration are closed beside the legal holidays. */
export const useClosures = () =>
  useQuery({
    queryKey: ['closures'],
    queryFn: (): Promise<readonly ClosureView[]> => answer(platform.GET(path)),
  });

/** A list that changes makes what was previewed outdated. */
const useChange = <Input, Output>(make: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['closures'] }),
        queries.invalidateQueries({ queryKey: ['recount'] }),
      ]),
  });
};

export interface ClosureToAdd {
  readonly name: LocalizedText;
  readonly recurs: ClosureView['recurs'];
  readonly date?: string;
  readonly from: string;
  readonly to: string | null;
}

export const useAddClosure = () => useChange((body: ClosureToAdd) => answer(platform.POST(path, { body })));

export const useRemoveClosure = () =>
  useChange((closureId: string) => answer(platform.DELETE(`${path}/{closureId}`, { params: { path: { closureId } } })));

export type RecountRules = 'own' | 'latest';

/** What counting the open terms anew would change; asked when somebody wants to know. */
export const useRecountPreview = (rules: RecountRules, isAsked: boolean) =>
  useQuery({
    queryKey: ['recount', rules],
    enabled: isAsked,
    staleTime: 0,
    queryFn: (): Promise<RecountPreview> => answer(platform.GET(recountPath, { params: { query: { rules } } })),
  });

export interface RecountToApply {
  readonly rules: RecountRules;
  readonly fingerprint: string;
  readonly reason: string;
}

export const useApplyRecount = () => useChange((body: RecountToApply) => answer(platform.POST(recountPath, { body })));

const refusals = ['order', 'date', 'tooLong', 'tooMany'] as const;
export type ClosureRefusal = (typeof refusals)[number];

/** Why the platform lists no such closure; undefined when something else went wrong. */
export const closureRefusalOf = (error: unknown): ClosureRefusal | undefined => {
  if (!(error instanceof ProblemError)) return undefined;
  const keywords = error.problem.errors?.map(({ keyword }) => keyword) ?? [];
  return refusals.find((known) => keywords.includes(known));
};
