import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const reportsKey = ['accessibility-reports'] as const;

/** The obstacles that were reported to my administration. */
export const useReports = () =>
  useQuery({
    queryKey: reportsKey,
    queryFn: () => answer(platform.GET('/api/administration/accessibility-reports')),
  });

export const useHandleReport = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reportId, isHandled }: { readonly reportId: string; readonly isHandled: boolean }) =>
      answer(
        platform.PUT('/api/administration/accessibility-reports/{reportId}/handling', {
          params: { path: { reportId } },
          body: { isHandled },
        }),
      ),
    onSuccess: (found) => queries.setQueryData(reportsKey, found),
  });
};
