import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** The sealed letters of a case; asked once for all of its documents. */
export const useLetterSeals = (caseId: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['case', caseId, 'seals'],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/seals', { params: { path: { caseId } } })),
    enabled: isAsked,
  });
