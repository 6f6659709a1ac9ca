import { answer, platform, type ConnectorTokenView, type RegisteredConnectorView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/connector-tokens';

/** The connectors that others registered for my administration. */
export const useRegisteredConnectors = () =>
  useQuery({
    queryKey: ['connectors', 'registered'],
    queryFn: (): Promise<readonly RegisteredConnectorView[]> => answer(platform.GET('/api/administration/connectors')),
  });

/** The tokens of my administration, those that are over too. */
export const useConnectorTokens = () =>
  useQuery({
    queryKey: ['connectors', 'tokens'],
    queryFn: (): Promise<readonly ConnectorTokenView[]> => answer(platform.GET(path)),
  });

const useChange = <Input, Output>(make: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    // Whether a connector is served follows from the tokens.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['connectors'] }),
  });
};

export interface TokenToMake {
  readonly name: string;
  readonly types: readonly string[];
  readonly expiresAt: string | null;
}

/** What the new token says is answered once. */
export const useMakeToken = () =>
  useChange((wanted: TokenToMake) => answer(platform.POST(path, { body: { ...wanted, types: [...wanted.types] } })));

export const useRevokeToken = () =>
  useChange((tokenId: string) => answer(platform.DELETE(`${path}/{tokenId}`, { params: { path: { tokenId } } })));
