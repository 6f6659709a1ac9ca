import { answer, platform, type CaseParticipants } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ParticipantBody } from './participant-note.ts';

const keyOf = (caseId: string) => ['case-participants', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** Who takes part in a case beside its applicant. */
export const useParticipants = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/participants', byCase(caseId))),
  });

/** The file says it too, in its timeline. */
const useChange = <Input>(caseId: string, change: (input: Input) => Promise<CaseParticipants>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (participants) => {
      queries.setQueryData(keyOf(caseId), participants);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

export const useAddParticipant = (caseId: string) =>
  useChange(caseId, (body: ParticipantBody) =>
    answer(platform.POST('/api/cases/{caseId}/participants', { ...byCase(caseId), body })),
  );

export const useEndParticipant = (caseId: string) =>
  useChange(caseId, ({ participantId, reason }: { readonly participantId: string; readonly reason: string }) =>
    answer(
      platform.POST('/api/cases/{caseId}/participants/{participantId}/end', {
        params: { path: { caseId, participantId } },
        body: { reason },
      }),
    ),
  );
