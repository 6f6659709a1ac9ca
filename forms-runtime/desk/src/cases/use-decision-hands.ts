import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** Who had a hand in the decisions of a case; asked again once there are more of them. */
export const useDecisionHands = (caseId: string, decisions: number) =>
  useQuery({
    queryKey: ['decision-hands', caseId, decisions],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/decision-hands', { params: { path: { caseId } } })),
  });
