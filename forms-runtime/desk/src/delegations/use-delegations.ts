import { answer, platform, type DelegationView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeskText } from '../texts/desk-texts.ts';

/** What was delegated by me, to me, and by others where I answer for them; and what I may delegate. */
export const useDelegations = () =>
  useQuery({ queryKey: ['delegations'], queryFn: () => answer(platform.GET('/api/delegations')) });

/** Whatever changes who may do which task changes every list of them. */
const useSettled = () => {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['delegations'], ['candidates'], ['tasks'], ['task'], ['task-counters']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
};

export type DelegationToGive = Pick<DelegationView, 'from' | 'to' | 'capacity' | 'instrument'> & {
  readonly delegateId: string;
  readonly groups: readonly string[];
  /** Keys; null for every procedure. */
  readonly procedures: readonly string[] | null;
};

export const useGiveDelegation = () => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: ({ groups, procedures, ...rest }: DelegationToGive) =>
      answer(
        platform.POST('/api/delegations', {
          body: { ...rest, groups: [...groups], procedures: procedures === null ? null : [...procedures] },
        }),
      ),
    onSuccess,
  });
};

export const useWithdrawDelegation = () => {
  const onSettled = useSettled();
  return useMutation({
    mutationFn: (delegationId: string) =>
      answer(platform.POST('/api/delegations/{delegationId}/withdraw', { params: { path: { delegationId } } })),
    // Somebody else may have been faster: then the list is what says so.
    onSettled,
  });
};

const roles: readonly string[] = ['agent', 'supervisor'];

/** What a group is called; the roles under which tasks are handled have a name everywhere. */
export const useGroupName = () => {
  const t = useDeskText();
  const read = useLocalized();
  return ({ key, name }: DelegationView['groups'][number]): string => {
    if (name !== null) return read(name);
    return roles.includes(key) ? t(key === 'agent' ? 'delegation.group.agent' : 'delegation.group.supervisor') : key;
  };
};
