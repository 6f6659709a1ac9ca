import { answer, platform, type BrandingToSave } from '@irisflow/client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useQuiet } from '../app/use-quiet.ts';

const key = ['branding'] as const;

export const useBranding = () =>
  useQuery({ queryKey: key, queryFn: () => answer(platform.GET('/api/administration/branding')) });

export interface BrandingChange {
  /** The revision that was read. */
  readonly revision: number;
  readonly branding: BrandingToSave;
}

export const useSaveBranding = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BrandingChange) => answer(platform.PUT('/api/administration/branding', { body })),
    onSuccess: (saved) => queries.setQueryData(key, saved),
    // What was refused may have been changed from an older one: whoever gives it up begins from the one in force.
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
};

/** What the platform says of a color and a new logo; it alone measures and reads them. */
export const useJudgement = (accent: string | null, logo: string | null) => {
  const asked = useQuiet(accent);
  return useQuery({
    queryKey: ['branding', 'judgement', asked, logo],
    queryFn: () => answer(platform.POST('/api/administration/branding/judgement', { body: { accent: asked, logo } })),
    enabled: asked !== null || logo !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
};
