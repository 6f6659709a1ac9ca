import { answer, platform, type ApiTokenView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/api-tokens';

/** The tokens of other systems of my administration, those that are over too. */
export const useApiTokens = () =>
  useQuery({
    queryKey: ['api-tokens'],
    queryFn: (): Promise<readonly ApiTokenView[]> => answer(platform.GET(path)),
  });

const useChange = <Input, Output>(make: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => queries.invalidateQueries({ queryKey: ['api-tokens'] }) });
};

export interface ApiTokenToMake {
  readonly name: string;
  readonly scopes: readonly ApiTokenView['scopes'][number][];
  readonly procedures: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly lastDay: string;
}

const copied = (list: readonly string[] | null): string[] | null => (list === null ? null : [...list]);

/** What the new token says is answered once. */
export const useMakeApiToken = () =>
  useChange(({ scopes, procedures, addresses, ...rest }: ApiTokenToMake) =>
    answer(
      platform.POST(path, {
        body: { ...rest, scopes: [...scopes], procedures: copied(procedures), addresses: copied(addresses) },
      }),
    ),
  );

export const useRenewApiToken = () =>
  useChange(({ tokenId, lastDay }: { readonly tokenId: string; readonly lastDay: string }) =>
    answer(platform.POST(`${path}/{tokenId}/renewal`, { params: { path: { tokenId } }, body: { lastDay } })),
  );

export const useRevokeApiToken = () =>
  useChange((tokenId: string) => answer(platform.DELETE(`${path}/{tokenId}`, { params: { path: { tokenId } } })));
