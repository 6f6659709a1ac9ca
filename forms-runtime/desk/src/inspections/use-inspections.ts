import {
  answer,
  platform,
  uploadFile,
  type AskedInspection,
  type CaseView,
  type InspectionView,
} from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { mayInquire } from '../opinions/use-opinions.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const byInspection = (inspectionId: string) => ({ params: { path: { inspectionId } } });
const keyOfCase = (caseId: string) => ['inspections', 'case', caseId] as const;
const keyOfAsked = (inspectionId: string) => ['inspections', 'asked', inspectionId] as const;

/** What is inspected for a case, and what was found. */
export const useInspections = (caseId: string) =>
  useQuery({
    queryKey: keyOfCase(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/inspections', byCase(caseId))),
  });

/** What can be inspected for a case, by whom, and what can be handed over. */
export const useInspectionChoices = (caseId: string, isWanted = true) =>
  useQuery({
    enabled: isWanted,
    queryKey: ['inspections', 'choices', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/inspections/choices', byCase(caseId))),
  });

/** Whether anything is inspected for a case, or its procedure says that something can be. */
export const useHasInspections = (file: CaseView): boolean => {
  const { data = [], errorUpdateCount } = useInspections(file.id);
  const { data: choices } = useInspectionChoices(file.id, mayInquire(file));
  return errorUpdateCount > 0 || data.length > 0 || (choices !== undefined && choices.declared.length > 0);
};

/** Puts the inspections that a change answered on screen; the timeline tells of it too. */
const useInspectionsUpdate = (caseId: string) => {
  const queries = useQueryClient();
  return async (inspections: InspectionView[]): Promise<void> => {
    queries.setQueryData(keyOfCase(caseId), inspections);
    await queries.invalidateQueries({ queryKey: ['case', caseId] });
  };
};

export type WhoInspects =
  | { readonly kind: 'declared' }
  | { readonly kind: 'group'; readonly administration: string; readonly group: string }
  | { readonly kind: 'colleague'; readonly personId: string };

export interface Order {
  readonly key: string;
  readonly whom: WhoInspects;
  readonly address: string;
  readonly subject: string;
  readonly documents: string[];
}

export const useOrderInspection = (caseId: string) => {
  const update = useInspectionsUpdate(caseId);
  return useMutation({
    mutationFn: (body: Order) => answer(platform.POST('/api/cases/{caseId}/inspections', { ...byCase(caseId), body })),
    onSuccess: update,
  });
};

export const useWithdrawInspection = (caseId: string) => {
  const update = useInspectionsUpdate(caseId);
  return useMutation({
    mutationFn: ({ inspectionId, reason }: { readonly inspectionId: string; readonly reason: string }) =>
      answer(
        platform.POST('/api/cases/{caseId}/inspections/{inspectionId}/withdrawal', {
          params: { path: { caseId, inspectionId } },
          body: { reason },
        }),
      ),
    onSuccess: update,
  });
};

export type AskedState = 'open' | 'ended';

export const useAskedInspections = (state: AskedState) =>
  useQuery({
    queryKey: ['inspections', 'list', state],
    queryFn: () => answer(platform.GET('/api/desk/inspections', { params: { query: { state } } })),
  });

export const useAskedInspection = (inspectionId: string) =>
  useQuery({
    queryKey: keyOfAsked(inspectionId),
    queryFn: () => answer(platform.GET('/api/inspections/{inspectionId}', byInspection(inspectionId))),
    // What is typed is the newer one: a look at another tab must not bring back what was there before.
    refetchOnWindowFocus: false,
  });

const useAskedUpdate = (inspectionId: string) => {
  const queries = useQueryClient();
  return async (inspection: AskedInspection): Promise<void> => {
    queries.setQueryData(keyOfAsked(inspectionId), inspection);
    await queries.invalidateQueries({ queryKey: ['inspections', 'list'] });
  };
};

export const usePlanVisit = (inspectionId: string) => {
  const update = useAskedUpdate(inspectionId);
  return useMutation({
    mutationFn: (visitOn: string | null) =>
      answer(
        platform.PUT('/api/inspections/{inspectionId}/visit', { ...byInspection(inspectionId), body: { visitOn } }),
      ),
    onSuccess: update,
  });
};

export type Outcome = NonNullable<InspectionView['outcome']>;

export interface Report {
  readonly data: FormData;
  readonly outcome: Outcome;
}

export const useReportInspection = (inspectionId: string) => {
  const update = useAskedUpdate(inspectionId);
  return useMutation({
    mutationFn: ({ data, outcome }: Report) =>
      answer(
        platform.POST('/api/inspections/{inspectionId}/report', {
          ...byInspection(inspectionId),
          body: { data: { ...data }, outcome },
        }),
      ),
    onSuccess: update,
  });
};

/** Keeps a report as far as it is written, on the platform: a phone may lose it. */
export const saveDraft = (inspectionId: string, data: FormData, outcome: Outcome | null): Promise<unknown> =>
  answer(
    platform.PUT('/api/inspections/{inspectionId}/draft', {
      ...byInspection(inspectionId),
      body: { data: { ...data }, outcome },
    }),
  );

const filesUrl = (inspectionId: string): string => `/api/inspections/${encodeURIComponent(inspectionId)}/documents`;

/** Sends photos as soon as they are taken, and takes them out again. */
export const useReportFiles = (inspectionId: string) => {
  const queries = useQueryClient();
  const reread = () => queries.invalidateQueries({ queryKey: keyOfAsked(inspectionId) });
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await uploadFile({ url: filesUrl(inspectionId), file });
    },
    onSettled: reread,
  });
  const remove = useMutation({
    mutationFn: (documentId: string) =>
      answer(
        platform.DELETE('/api/inspections/{inspectionId}/documents/{documentId}', {
          params: { path: { inspectionId, documentId } },
        }),
      ),
    onSettled: reread,
  });
  return { add, remove };
};

/** Where the platform hands out what was handed over, and what goes with the report. */
export const inspectionFileUrl = (inspectionId: string, documentId: string): string =>
  `${filesUrl(inspectionId)}/${encodeURIComponent(documentId)}`;
