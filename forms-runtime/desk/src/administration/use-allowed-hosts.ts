import { answer, platform, ProblemError, type AllowedHostView, type HostConnector } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/allowed-hosts';

/** Where connectors may go for the cases of my administration. */
export const useAllowedHosts = () =>
  useQuery({
    queryKey: ['allowed-hosts', 'list'],
    queryFn: (): Promise<readonly AllowedHostView[]> => answer(platform.GET(path)),
  });

/** The connectors that go where their job says. */
export const useHostConnectors = () =>
  useQuery({
    queryKey: ['allowed-hosts', 'connectors'],
    queryFn: (): Promise<readonly HostConnector[]> => answer(platform.GET(`${path}/connectors`)),
  });

const useChange = <Input>(make: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['allowed-hosts', 'list'] }),
  });
};

export interface HostToAllow {
  readonly connectorType: string;
  readonly host: string;
  readonly purpose: string;
}

export const useAllowHost = () => useChange((body: HostToAllow) => answer(platform.POST(path, { body })));

export const useRemoveHost = () =>
  useChange((allowedHostId: string) =>
    answer(platform.DELETE(`${path}/{allowedHostId}`, { params: { path: { allowedHostId } } })),
  );

/** Why the platform puts no host of this name on a list. */
export const hostRefusals = ['hostName', 'ownPlatform', 'privateHost'] as const;
export type HostRefusal = (typeof hostRefusals)[number];

/** The refusal that belongs to the field of the host; undefined when something else went wrong. */
export const hostRefusalOf = (error: unknown): HostRefusal | undefined => {
  if (!(error instanceof ProblemError)) return undefined;
  const found = error.problem.errors?.find(({ pointer }) => pointer === '/host');
  return hostRefusals.find((known) => known === found?.keyword);
};
