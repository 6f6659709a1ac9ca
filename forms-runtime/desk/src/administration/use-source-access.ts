import { answer, platform, ProblemError, type SourceAccessView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { urlRefusals, type UrlRefusal } from '../systems/use-webhooks.ts';

const path = '/api/administration/source-access';
const queryKey = ['source-access'];

/** The sources that my administration reaches by an access of its own. */
export const useSourceAccess = () =>
  useQuery({ queryKey, queryFn: (): Promise<readonly SourceAccessView[]> => answer(platform.GET(path)) });

const useChange = <Input>(make: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => queries.invalidateQueries({ queryKey }) });
};

export interface AccessToSet {
  readonly sourceKey: string;
  readonly address: string;
  readonly user: string | null;
  /** Left out, the one that is kept stays. */
  readonly secret?: string;
}

export const useSetSourceAccess = () =>
  useChange(({ sourceKey, ...body }: AccessToSet) =>
    answer(platform.PUT(`${path}/{sourceKey}`, { params: { path: { sourceKey } }, body })),
  );

export const useRemoveSourceAccess = () =>
  useChange((sourceKey: string) => answer(platform.DELETE(`${path}/{sourceKey}`, { params: { path: { sourceKey } } })));

/** What the platform refuses at a field of the dialog. */
export interface AccessRefusal {
  readonly address?: UrlRefusal;
  /** That the kept secret is not sent to another host. */
  readonly secret?: true;
}

/** Undefined when something else went wrong, or nothing. */
export const accessRefusalOf = (error: unknown): AccessRefusal | undefined => {
  if (!(error instanceof ProblemError)) return undefined;
  const at = (wanted: string) => error.problem.errors?.find(({ pointer }) => pointer === wanted);
  const address = urlRefusals.find((known) => known === at('/address')?.keyword);
  if (address !== undefined) return { address };
  return at('/secret') === undefined ? undefined : { secret: true };
};
