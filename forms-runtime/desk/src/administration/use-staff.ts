import { answer, platform, type InvitationView, type Role, type StaffView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

/** What the list of people shows; all of it stands in the address. */
export interface StaffFilters {
  readonly search?: string;
  readonly role?: Role;
  readonly administration?: string;
}

interface StaffAnswer {
  readonly items: readonly StaffView[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Who works in the administrations that I administer. */
export const useStaff = (filters: StaffFilters) =>
  useInfiniteQuery({
    queryKey: ['staff', filters],
    queryFn: ({ pageParam }): Promise<StaffAnswer> =>
      answer(
        platform.GET('/api/staff', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Who is invited and did not sign in yet. */
export const useInvitations = (administration: string | undefined) =>
  useQuery({
    queryKey: ['invitations', administration],
    queryFn: (): Promise<readonly InvitationView[]> =>
      answer(platform.GET('/api/invitations', { params: { query: administration ? { administration } : {} } })),
  });

/** Which roles somebody gets, and where; without an administration they administer the platform. */
export interface Grant {
  readonly administration: string | null;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
}

/** Who somebody is for the identity provider: by an address that it vouches for, or by their subject there. */
export type Invited = { readonly email: string } | { readonly issuer: string; readonly subject: string };

export type StaffChange =
  | { readonly kind: 'change'; readonly personId: string; readonly grant: Grant }
  | { readonly kind: 'remove'; readonly personId: string }
  | { readonly kind: 'invite'; readonly grant: Grant; readonly invited: Invited }
  | { readonly kind: 'withdraw'; readonly invitationId: string };

const bodyOf = ({ administration, roles, groups }: Grant) => ({
  administration,
  roles: [...roles],
  groups: [...groups],
});

type Changes = { readonly [K in StaffChange['kind']]: (change: Extract<StaffChange, { kind: K }>) => Promise<unknown> };

const changes: Changes = {
  change: ({ personId, grant }) =>
    answer(platform.PUT('/api/staff/{personId}', { params: { path: { personId } }, body: bodyOf(grant) })),
  remove: ({ personId }) => answer(platform.DELETE('/api/staff/{personId}', { params: { path: { personId } } })),
  invite: ({ grant, invited }) => answer(platform.POST('/api/invitations', { body: { ...bodyOf(grant), ...invited } })),
  withdraw: ({ invitationId }) =>
    answer(platform.DELETE('/api/invitations/{invitationId}', { params: { path: { invitationId } } })),
};

const make = (change: StaffChange): Promise<unknown> =>
  (changes[change.kind] as (change: StaffChange) => Promise<unknown>)(change);

export const useChangeStaff = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: () =>
      Promise.all(
        [['staff'], ['invitations'], ['administrations', 'list']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
};
