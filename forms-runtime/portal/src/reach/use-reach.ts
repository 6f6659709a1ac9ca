import { answer, platform, type MyReach } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type Channel = MyReach['channels'][number];

const reachKey = ['my', 'reach'] as const;

/** By which ways I, or whom I act for, want to be reached. */
export const useMyReach = () =>
  useQuery({
    queryKey: reachKey,
    queryFn: () => answer(platform.GET('/api/my/reach')),
    refetchOnMount: 'always',
  });

/** Whatever changes it answers how it is then. */
const useChange = <Input>(change: (input: Input) => Promise<MyReach>) => {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (reach) => queries.setQueryData(reachKey, reach) });
};

export const useChooseChannels = () =>
  useChange((channels: readonly Channel[]) =>
    answer(platform.PUT('/api/my/reach', { body: { channels: [...channels] } })),
  );

export const useSendCode = () => useMutation({ mutationFn: () => answer(platform.POST('/api/my/reach/email/code')) });

export const useShowCode = () =>
  useChange((code: string) => answer(platform.POST('/api/my/reach/email/verification', { body: { code } })));
