import { answer, platform, uploadFile, useSession, type CaseView, type OpinionView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isClerk } from '../session/clerk.ts';

const REFRESH_MILLISECONDS = 60_000;

const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const byOpinion = (opinionId: string) => ({ params: { path: { opinionId } } });
const keyOfCase = (caseId: string) => ['opinions', 'case', caseId] as const;
const keyOfAsked = (opinionId: string) => ['opinions', 'asked', opinionId] as const;

/** What was asked of whom about a case. */
export const useOpinions = (caseId: string) =>
  useQuery({
    queryKey: keyOfCase(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/opinions', byCase(caseId))),
  });

/** Only a case that goes on asks others or hears anybody; an appeal is one of its own. */
export const mayInquire = ({ canWithdraw, appealOf }: CaseView): boolean => canWithdraw || appealOf !== null;

/** Whether a case has to say or to do anything about opinions. */
export const useHasOpinions = (file: CaseView): boolean => {
  const { data = [], errorUpdateCount } = useOpinions(file.id);
  // That it failed counts while it is tried again: what is shown would otherwise go and come back.
  return errorUpdateCount > 0 || data.length > 0 || mayInquire(file);
};

/** Whom one can ask about a case, and what can be handed over. */
export const useOpinionChoices = (caseId: string) =>
  useQuery({
    queryKey: ['opinions', 'choices', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/opinions/choices', byCase(caseId))),
  });

/** Puts the opinions that a change answered on screen; the timeline tells of it too. */
const useOpinionsUpdate = (caseId: string) => {
  const queries = useQueryClient();
  return async (opinions: OpinionView[]): Promise<void> => {
    queries.setQueryData(keyOfCase(caseId), opinions);
    await queries.invalidateQueries({ queryKey: ['case', caseId] });
  };
};

export type Whom =
  | { readonly kind: 'declared'; readonly key: string }
  | {
      readonly kind: 'group';
      readonly administration: string;
      readonly group: string;
      readonly days: number;
      readonly isPublic: boolean;
    }
  | { readonly kind: 'colleague'; readonly personId: string; readonly days: number; readonly isPublic: boolean };

interface Question {
  readonly whom: Whom;
  readonly question: string;
  readonly documents: string[];
}

export const useAskOpinion = (caseId: string) => {
  const update = useOpinionsUpdate(caseId);
  return useMutation({
    mutationFn: (body: Question) => answer(platform.POST('/api/cases/{caseId}/opinions', { ...byCase(caseId), body })),
    onSuccess: update,
  });
};

export const useWithdrawOpinion = (caseId: string) => {
  const update = useOpinionsUpdate(caseId);
  return useMutation({
    mutationFn: ({ opinionId, reason }: { readonly opinionId: string; readonly reason: string }) =>
      answer(
        platform.POST('/api/cases/{caseId}/opinions/{opinionId}/withdrawal', {
          params: { path: { caseId, opinionId } },
          body: { reason },
        }),
      ),
    onSuccess: update,
  });
};

export type AskedState = 'open' | 'ended';

/** What one's groups and oneself are asked. */
export const useAskedOpinions = (state: AskedState) => {
  const { data: session } = useSession();
  return useQuery({
    queryKey: ['opinions', 'list', state],
    queryFn: () => answer(platform.GET('/api/desk/opinions', { params: { query: { state } } })),
    enabled: session?.person != null && isClerk(session.person),
    refetchInterval: REFRESH_MILLISECONDS,
  });
};

export const useAskedOpinion = (opinionId: string) =>
  useQuery({
    queryKey: keyOfAsked(opinionId),
    queryFn: () => answer(platform.GET('/api/opinions/{opinionId}', byOpinion(opinionId))),
  });

export interface AnswerDraft {
  readonly outcome: OpinionView['outcome'];
  readonly conditions: string;
  readonly motivation: string;
}

/** Sends the files, then the answer that names them. */
export const useAnswerOpinion = (opinionId: string) => {
  const queries = useQueryClient();
  // What arrived is not sent again when the answer itself has to be.
  const arrived = useRef(new Map<File, string>());
  const idOf = async (file: File): Promise<string> => {
    const known = arrived.current.get(file);
    if (known !== undefined) return known;
    const { id } = await uploadFile({ url: `/api/opinions/${encodeURIComponent(opinionId)}/documents`, file });
    arrived.current.set(file, id);
    return id;
  };
  return useMutation({
    mutationFn: async (said: {
      readonly outcome: NonNullable<OpinionView['outcome']>;
      readonly conditions: string;
      readonly motivation: string;
      readonly files: readonly File[];
    }) => {
      const documents: string[] = [];
      for (const file of said.files) documents.push(await idOf(file));
      const { outcome, conditions, motivation } = said;
      const body = { outcome, motivation, documents, ...(outcome === 'conditional' && { conditions }) };
      return answer(platform.POST('/api/opinions/{opinionId}/answer', { ...byOpinion(opinionId), body }));
    },
    onSuccess: async (opinion) => {
      queries.setQueryData(keyOfAsked(opinionId), opinion);
      await queries.invalidateQueries({ queryKey: ['opinions', 'list'] });
    },
  });
};

/** Where the platform hands out what was handed over with a question. */
export const askedDocumentUrl = (opinionId: string, documentId: string): string =>
  `/api/opinions/${encodeURIComponent(opinionId)}/documents/${encodeURIComponent(documentId)}`;
