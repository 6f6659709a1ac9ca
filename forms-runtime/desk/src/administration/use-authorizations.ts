import { answer, platform, type SourceAuthorizationView, type SourcesOfProcedure } from '@irisflow/client';
import type { LocalizedText } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/source-authorizations';

/** Every authorization of my administration, also those that ended. */
export const useAuthorizations = () =>
  useQuery({
    queryKey: ['authorizations'],
    queryFn: (): Promise<readonly SourceAuthorizationView[]> => answer(platform.GET(path)),
  });

/** What may be authorized: the sources that published procedures declare. */
export const useDeclaredSources = () =>
  useQuery({
    queryKey: ['declared-sources'],
    queryFn: (): Promise<readonly SourcesOfProcedure[]> => answer(platform.GET('/api/administration/declared-sources')),
  });

/** What an administrator says of a new authorization. */
export interface Granted {
  readonly procedureKey: string;
  readonly sourceKey: string;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly fields: readonly string[];
  readonly validUntil: string | null;
}

const useChange = <Input>(make: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['authorizations'] }),
  });
};

export const useGrant = () =>
  useChange((granted: Granted) => answer(platform.POST(path, { body: { ...granted, fields: [...granted.fields] } })));

export const useRevoke = () =>
  useChange((authorizationId: string) =>
    answer(platform.POST(`${path}/{authorizationId}/revocation`, { params: { path: { authorizationId } } })),
  );
