import { answer, platform, uploadFile, type CaseView, type HearingView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { mayInquire } from '../opinions/use-opinions.ts';
import type { Appointed } from './appointed-draft.ts';

const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const keyOfCase = (caseId: string) => ['hearings', 'case', caseId] as const;

/** The hearings of a case. */
export const useHearings = (caseId: string) =>
  useQuery({
    queryKey: keyOfCase(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/hearings', byCase(caseId))),
  });

/** What can be scheduled for a case, from when on, and who can be summoned. */
export const useHearingChoices = (caseId: string, isWanted = true) =>
  useQuery({
    enabled: isWanted,
    queryKey: ['hearings', 'choices', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/hearings/choices', byCase(caseId))),
  });

/** Whether anybody is heard about a case, or its procedure says that somebody can be. */
export const useHasHearings = (file: CaseView): boolean => {
  const { data = [], errorUpdateCount } = useHearings(file.id);
  const { data: choices } = useHearingChoices(file.id, mayInquire(file));
  return errorUpdateCount > 0 || data.length > 0 || (choices !== undefined && choices.declared.length > 0);
};

export type WhoseHearings = 'me' | 'office';

export const useOfficeHearings = (of: WhoseHearings) =>
  useQuery({
    queryKey: ['hearings', 'list', of],
    queryFn: () => answer(platform.GET('/api/desk/hearings', { params: { query: { of } } })),
  });

/** Puts the hearings that a change answered on screen; the timeline, the letters and the lists tell of it too. */
const useHearingsUpdate = (caseId: string) => {
  const queries = useQueryClient();
  return async (hearings: HearingView[]): Promise<void> => {
    queries.setQueryData(keyOfCase(caseId), hearings);
    await queries.invalidateQueries({ queryKey: ['hearings', 'list'] });
    await queries.invalidateQueries({ queryKey: ['case', caseId] });
  };
};

export interface Scheduling extends Appointed {
  readonly key: string;
  readonly language: HearingView['language'];
  readonly summons: string[];
}

export const useScheduleHearing = (caseId: string) => {
  const update = useHearingsUpdate(caseId);
  return useMutation({
    mutationFn: (body: Scheduling) =>
      answer(platform.POST('/api/cases/{caseId}/hearings', { ...byCase(caseId), body })),
    onSuccess: update,
  });
};

interface OfHearing {
  readonly caseId: string;
  readonly hearingId: string;
}

export const useMoveHearing = ({ caseId, hearingId }: OfHearing) => {
  const update = useHearingsUpdate(caseId);
  return useMutation({
    mutationFn: (body: Appointed & { readonly reason: string }) =>
      answer(
        platform.POST('/api/cases/{caseId}/hearings/{hearingId}/move', {
          params: { path: { caseId, hearingId } },
          body,
        }),
      ),
    onSuccess: update,
  });
};

export const useCancelHearing = ({ caseId, hearingId }: OfHearing) => {
  const update = useHearingsUpdate(caseId);
  return useMutation({
    mutationFn: (reason: string) =>
      answer(
        platform.POST('/api/cases/{caseId}/hearings/{hearingId}/cancellation', {
          params: { path: { caseId, hearingId } },
          body: { reason },
        }),
      ),
    onSuccess: update,
  });
};

export const useKeepHearing = ({ caseId, hearingId }: OfHearing) => {
  const update = useHearingsUpdate(caseId);
  return useMutation({
    mutationFn: (said: string) =>
      answer(
        platform.POST('/api/cases/{caseId}/hearings/{hearingId}/wish/answer', {
          params: { path: { caseId, hearingId } },
          body: { answer: said },
        }),
      ),
    onSuccess: update,
  });
};

export const useTakeHearing = ({ caseId, hearingId }: OfHearing) => {
  const update = useHearingsUpdate(caseId);
  return useMutation({
    mutationFn: () =>
      answer(
        platform.POST('/api/cases/{caseId}/hearings/{hearingId}/leader', { params: { path: { caseId, hearingId } } }),
      ),
    onSuccess: update,
  });
};

export interface Report {
  readonly presence: { readonly position: number; readonly came: boolean; readonly statement?: string }[];
  readonly minutes: string;
  readonly files: readonly File[];
}

/** Sends the files, then what came of the hearing, which names them. */
export const useReportHearing = ({ caseId, hearingId }: OfHearing) => {
  const update = useHearingsUpdate(caseId);
  // What arrived is not sent again when the report itself has to be.
  const arrived = useRef(new Map<File, string>());
  const path = `/api/cases/${encodeURIComponent(caseId)}/hearings/${encodeURIComponent(hearingId)}/documents`;
  const idOf = async (file: File): Promise<string> => {
    const known = arrived.current.get(file);
    if (known !== undefined) return known;
    const { id } = await uploadFile({ url: path, file });
    arrived.current.set(file, id);
    return id;
  };
  return useMutation({
    mutationFn: async ({ presence, minutes, files }: Report) => {
      const documents: string[] = [];
      for (const file of files) documents.push(await idOf(file));
      return answer(
        platform.POST('/api/cases/{caseId}/hearings/{hearingId}/minutes', {
          params: { path: { caseId, hearingId } },
          body: { presence, minutes, documents },
        }),
      );
    },
    onSuccess: update,
  });
};
