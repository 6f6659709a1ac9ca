import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** What staff did with the data of my cases. */
export const useMyAccesses = () =>
  useQuery({ queryKey: ['my', 'accesses'], queryFn: () => answer(platform.GET('/api/my/accesses')) });
