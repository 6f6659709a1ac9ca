import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const keyOf = (caseId: string) => ['case', caseId, 'register-notices'];

/** What registers told of a case by themselves. */
export const useRegisterNotices = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/register-notices', { params: { path: { caseId } } })),
  });

export const useNoteRegisterNotice = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (registerNoticeId: string) =>
      answer(
        platform.POST('/api/cases/{caseId}/register-notices/{registerNoticeId}/note', {
          params: { path: { caseId, registerNoticeId } },
        }),
      ),
    onSuccess: (notices) => queries.setQueryData(keyOf(caseId), notices),
  });
};
