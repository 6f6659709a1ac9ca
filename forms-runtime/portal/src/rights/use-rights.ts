import { answer, platform, type RightCheck } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** What I hold, or whom I act for. */
export const useMyRights = () =>
  useQuery({ queryKey: ['my-rights'], queryFn: () => answer(platform.GET('/api/my/rights')) });

export const useMyRight = (rightId: string) =>
  useQuery({
    queryKey: ['my-rights', rightId],
    queryFn: () => answer(platform.GET('/api/my/rights/{rightId}', { params: { path: { rightId } } })),
  });

/** What everybody may know of the certificate with a code; asked again whenever somebody looks. */
export const useCertificate = (code: string) =>
  useQuery({
    queryKey: ['certificate', code],
    queryFn: (): Promise<RightCheck> => answer(platform.POST('/api/certificates/check', { body: { code } })),
    enabled: code !== '',
    retry: false,
  });
