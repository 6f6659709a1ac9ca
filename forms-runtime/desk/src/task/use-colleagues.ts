import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** Who works in the administration, with how much each has at hand. */
export const useColleagues = () =>
  useQuery({ queryKey: ['colleagues'], queryFn: () => answer(platform.GET('/api/colleagues')) });
