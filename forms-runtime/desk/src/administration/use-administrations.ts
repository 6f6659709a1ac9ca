import {
  answer,
  platform,
  type AdministrationDetail,
  type AdministrationSummary,
  type LocalizedText,
} from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;
/** More administrations than any choice shows. */
const MAX_CHOICES = 100;

interface AdministrationsAnswer {
  readonly items: readonly AdministrationSummary[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** The administrations that I administer, page by page. */
export const useAdministrations = (search: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['administrations', 'list', search],
    queryFn: ({ pageParam }): Promise<AdministrationsAnswer> =>
      answer(
        platform.GET('/api/administrations', {
          params: { query: { limit: PAGE_SIZE, ...(search && { search }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The administrations to choose from. */
export const useAdministrationChoices = () =>
  useQuery({
    queryKey: ['administrations', 'choices'],
    queryFn: async () =>
      (await answer(platform.GET('/api/administrations', { params: { query: { limit: MAX_CHOICES } } }))).items,
  });

const by = (administration: string) => ({ params: { path: { administration } } });

/** One administration with its services and groups. */
export const useAdministration = (administration: string | null) =>
  useQuery({
    queryKey: ['administrations', 'one', administration],
    queryFn: () => answer(platform.GET('/api/administrations/{administration}', by(administration ?? ''))),
    enabled: administration !== null,
  });

/** What can be changed about administrations; each answers the administration as it is then. */
export type AdministrationChange =
  | { readonly kind: 'create'; readonly key: string; readonly name: LocalizedText }
  | { readonly kind: 'rename'; readonly administration: string; readonly name: LocalizedText }
  | {
      readonly kind: 'saveService';
      readonly administration: string;
      readonly key: string;
      readonly name: LocalizedText;
    }
  | {
      readonly kind: 'saveGroup';
      readonly administration: string;
      readonly key: string;
      readonly name: LocalizedText;
      readonly service: string | null;
    }
  | { readonly kind: 'deleteService' | 'deleteGroup'; readonly administration: string; readonly key: string };

type Changes = {
  readonly [K in AdministrationChange['kind']]: (
    change: Extract<AdministrationChange, { kind: K }>,
  ) => Promise<AdministrationDetail>;
};

const pathOf = ({ administration, key }: { readonly administration: string; readonly key: string }) => ({
  params: { path: { administration, key } },
});
const service = '/api/administrations/{administration}/services/{key}';
const group = '/api/administrations/{administration}/groups/{key}';

const changes: Changes = {
  create: ({ key, name }) => answer(platform.POST('/api/administrations', { body: { key, name } })),
  rename: ({ administration, name }) =>
    answer(platform.PUT('/api/administrations/{administration}', { ...by(administration), body: { name } })),
  saveService: ({ name, ...place }) => answer(platform.PUT(service, { ...pathOf(place), body: { name } })),
  saveGroup: ({ name, service: of, ...place }) =>
    answer(platform.PUT(group, { ...pathOf(place), body: { name, service: of } })),
  deleteService: (place) => answer(platform.DELETE(service, pathOf(place))),
  deleteGroup: (place) => answer(platform.DELETE(group, pathOf(place))),
};

const make = (change: AdministrationChange): Promise<AdministrationDetail> =>
  (changes[change.kind] as (change: AdministrationChange) => Promise<AdministrationDetail>)(change);

export const useChangeAdministration = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: async (detail) => {
      queries.setQueryData(['administrations', 'one', detail.key], detail);
      await Promise.all(
        [['administrations', 'list'], ['administrations', 'choices'], ['session']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
};
