import { answer, platform, type EligibilityForm } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { readAt, segmentsOf, writeAt } from '@irisflow/forms';
import { useMutation, useQuery } from '@tanstack/react-query';

/** The form by which everybody may see whether a procedure is for them. */
export const useEligibilityForm = (key: string) =>
  useQuery({
    queryKey: ['procedures', key, 'eligibility'],
    queryFn: () => answer(platform.GET('/api/procedures/{key}/eligibility', { params: { path: { key } } })),
    staleTime: 60_000,
  });

/** What the rules say of answers; the platform keeps none of them. */
export const useEligibilityCheck = (key: string) =>
  useMutation({
    mutationFn: (data: FormData) =>
      answer(
        platform.POST('/api/procedures/{key}/eligibility', { params: { path: { key } }, body: { data: { ...data } } }),
      ),
  });

const keyOf = (procedureKey: string): string => `irisflow:carried:${procedureKey}`;

/** The answers that an application may begin with, at their places there. */
export const answersToCarry = ({ fills }: Pick<EligibilityForm, 'fills'>, data: FormData): FormData =>
  fills.reduce<FormData>((carried, { from, to }) => {
    const value = readAt(data, segmentsOf(from));
    return value === undefined ? carried : writeAt(carried, segmentsOf(to), value);
  }, {});

/** Keeps answers in this tab alone until the application is open: signing in leads away from the page. */
export const carryAnswers = (procedureKey: string, carried: FormData): void => {
  try {
    sessionStorage.setItem(keyOf(procedureKey), JSON.stringify(carried));
  } catch {
    // A full or forbidden storage takes the convenience away, not the application.
  }
};

const isObject = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answers that were carried here; undefined when there are none. */
export const carriedAnswers = (procedureKey: string): FormData | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(procedureKey)) ?? 'null');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const forgetCarried = (procedureKey: string): void => sessionStorage.removeItem(keyOf(procedureKey));

/** Answers with those of another place where nothing was answered: what somebody wrote, or a source said, stays. */
export const withCarried = (data: FormData, carried: FormData): FormData => {
  const merged: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(carried)) {
    const known = merged[name];
    if (known === undefined) merged[name] = value;
    else if (isObject(known) && isObject(value)) merged[name] = withCarried(known, value);
  }
  return merged;
};
