import { answer, platform, type ApplicationDraft, type FoundApplicant } from '@irisflow/client';
import { useMutation } from '@tanstack/react-query';
import type { applicationBody } from './new-application.ts';

/** Looks for somebody when asked to: each search is written in the audit log. */
export const useFindApplicants = () =>
  useMutation({
    mutationFn: (search: string): Promise<readonly FoundApplicant[]> =>
      answer(platform.POST('/api/applicants/search', { body: { search } })),
  });

export const useOpenDirectly = () =>
  useMutation({
    mutationFn: (body: ReturnType<typeof applicationBody>): Promise<ApplicationDraft> =>
      answer(platform.POST('/api/office-applications', { body })),
  });
