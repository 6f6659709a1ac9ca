import { answer, type ContactUnit, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const key = ['contact-unit'] as const;

export const useContactUnit = () =>
  useQuery({ queryKey: key, queryFn: () => answer(platform.GET('/api/administration/contact-unit')) });

export interface ContactUnitChange {
  /** The revision that was read. */
  readonly revision: number;
  readonly unit: ContactUnit;
}

export const useSaveContactUnit = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactUnitChange) => answer(platform.PUT('/api/administration/contact-unit', { body })),
    onSuccess: (saved) => queries.setQueryData(key, saved),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
};
