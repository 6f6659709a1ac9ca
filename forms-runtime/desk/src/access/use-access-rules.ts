import { answer, platform, type AccessRuleDraft, type AccessRuleView, type StaffView } from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administrations/{administration}/access-rules';
/** More people than a dialog shows are named by their groups. */
const MAX_PEOPLE = 100;

const useAdministrationKey = (): string => usePerson().administration?.key ?? '';

/** The rules of my administration, and the communes that they can name. */
export const useAccessRules = () => {
  const administration = useAdministrationKey();
  return useQuery({
    queryKey: ['access-rules', administration],
    queryFn: () => answer(platform.GET(path, { params: { path: { administration } } })),
  });
};

/** Who handles cases of my administration. */
export const useHandlers = () =>
  useQuery({
    queryKey: ['staff', 'handlers'],
    queryFn: async (): Promise<readonly StaffView[]> => {
      const { items } = await answer(platform.GET('/api/staff', { params: { query: { limit: MAX_PEOPLE } } }));
      return items.filter(({ roles }) => roles.includes('agent') || roles.includes('supervisor'));
    },
  });

const useChange = <Input, Output>(make: (administration: string, input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  const administration = useAdministrationKey();
  return useMutation({
    mutationFn: (input: Input) => make(administration, input),
    onSuccess: () =>
      Promise.all([['access-rules'], ['access-preview']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};

export interface RuleToSave {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly draft: AccessRuleDraft;
}

export const useSaveRule = () =>
  useChange((administration, { id, draft }: RuleToSave): Promise<AccessRuleView> =>
    id === undefined
      ? answer(platform.POST(path, { params: { path: { administration } }, body: draft }))
      : answer(platform.PUT(`${path}/{ruleId}`, { params: { path: { administration, ruleId: id } }, body: draft })),
  );

export const useRemoveRule = () =>
  useChange((administration, ruleId: string) =>
    answer(platform.DELETE(`${path}/{ruleId}`, { params: { path: { administration, ruleId } } })),
  );

/** What a rule would let somebody see; asked by hand. */
export const useTryRule = () => {
  const administration = useAdministrationKey();
  return useMutation({
    mutationFn: (body: AccessRuleDraft) =>
      answer(platform.POST(`${path}/preview`, { params: { path: { administration } }, body })),
  });
};

/** What somebody sees as the rules are. */
export const useReachOf = (personId: string) =>
  useQuery({
    queryKey: ['access-preview', personId],
    staleTime: 0,
    queryFn: () => answer(platform.GET('/api/staff/{personId}/access', { params: { path: { personId } } })),
  });
