import {
  answer,
  platform,
  type ParagraphContent,
  type ParagraphOffers,
  type ParagraphSummary,
  type ParagraphUse,
  type ParagraphView,
} from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ParagraphFilters } from './paragraph-filters.ts';

const PAGE_SIZE = 25;
const byParagraph = (paragraphId: string) => ({ params: { path: { paragraphId } } });
const byTask = (taskId: string) => ({ params: { path: { taskId } } });

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const paging = (cursor: string | null) => ({ limit: PAGE_SIZE, ...(cursor !== null && { cursor }) });

/** The library of my administration that fits the filters. */
export const useParagraphs = (filters: ParagraphFilters) =>
  useInfiniteQuery({
    queryKey: ['paragraphs', filters],
    queryFn: ({ pageParam }): Promise<PageOf<ParagraphSummary>> =>
      answer(platform.GET('/api/paragraphs', { params: { query: { ...filters, ...paging(pageParam) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** One with every text that it had. It stays as it was read: whoever edits it must not lose what they typed. */
export const useParagraph = (paragraphId: string) =>
  useQuery({
    queryKey: ['paragraph', paragraphId],
    queryFn: () => answer(platform.GET('/api/paragraphs/{paragraphId}', byParagraph(paragraphId))),
    refetchOnWindowFocus: false,
  });

/** In which answers it stands. */
export const useParagraphUses = (paragraphId: string) =>
  useInfiniteQuery({
    queryKey: ['paragraph', paragraphId, 'uses'],
    queryFn: ({ pageParam }): Promise<PageOf<ParagraphUse>> =>
      answer(
        platform.GET('/api/paragraphs/{paragraphId}/uses', {
          params: { path: { paragraphId }, query: paging(pageParam) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What paragraphs can be for. */
export const useParagraphTargets = () =>
  useQuery({
    queryKey: ['paragraph-targets'],
    queryFn: () => answer(platform.GET('/api/paragraph-targets')),
    staleTime: 60_000,
  });

const useKept = () => {
  const queries = useQueryClient();
  return async (paragraph: ParagraphView): Promise<void> => {
    queries.setQueryData(['paragraph', paragraph.id], paragraph);
    await queries.invalidateQueries({ queryKey: ['paragraphs'] });
  };
};

export const useAddParagraph = () => {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: (body: { key: string; content: ParagraphContent }) =>
      answer(platform.POST('/api/paragraphs', { body })),
    onSuccess,
  });
};

export const useChangeParagraph = (paragraphId: string) => {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: (body: { version: number; content: ParagraphContent; reason: string }) =>
      answer(platform.POST('/api/paragraphs/{paragraphId}/versions', { ...byParagraph(paragraphId), body })),
    onSuccess,
  });
};

/** Takes one out of use, or into use again. */
export const useTurnParagraph = (paragraphId: string) => {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: ({ retire, ...body }: { retire: boolean; version: number; reason: string }) =>
      retire
        ? answer(platform.POST('/api/paragraphs/{paragraphId}/retirement', { ...byParagraph(paragraphId), body }))
        : answer(platform.POST('/api/paragraphs/{paragraphId}/restoration', { ...byParagraph(paragraphId), body })),
    onSuccess,
  });
};

export interface PreviewedText {
  readonly text: string;
  readonly language: 'fr' | 'nl';
  readonly procedure: string | null;
}

/** A text on a sample; while the next one comes, the last one stays. */
export const usePreview = (previewed: PreviewedText) =>
  useQuery({
    queryKey: ['paragraph-preview', previewed],
    queryFn: () => answer(platform.POST('/api/paragraph-previews', { body: previewed })),
    enabled: previewed.text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

interface InTask {
  readonly taskId: string;
  readonly field: string;
  readonly data: FormData;
}

interface InMessage {
  readonly caseId: string;
}

/** Where somebody writes: a field of a task, as its answers stand, or a message to the applicant of a case. */
export type WritingPlace = InTask | InMessage;

const offersIn = (place: WritingPlace, search: string | undefined): Promise<ParagraphOffers> => {
  const found = search === undefined ? {} : { search };
  if ('caseId' in place) {
    const params = { path: { caseId: place.caseId } };
    return answer(platform.POST('/api/cases/{caseId}/paragraph-offers', { params, body: found }));
  }
  const { taskId, field, data } = place;
  const body = { field, data: { ...data }, ...found };
  return answer(platform.POST('/api/tasks/{taskId}/paragraph-offers', { ...byTask(taskId), body }));
};

/** What fits there. */
export const useOffers = (place: WritingPlace, search: string | undefined) =>
  useQuery({
    queryKey: ['paragraph-offers', place, search],
    queryFn: () => offersIn(place, search),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

type Offered = ParagraphOffers['items'][number];

const insertIn = async (place: WritingPlace, { id: paragraphId, version, text }: Offered): Promise<string> => {
  // A message is what was written in the end; which answers of the process a paragraph stands in is on record.
  if ('caseId' in place) return text;
  const { taskId, field, data } = place;
  const body = { field, data: { ...data }, paragraphId, version };
  return (await answer(platform.POST('/api/tasks/{taskId}/paragraphs', { ...byTask(taskId), body }))).text;
};

/** The text of what was chosen, for this place. */
export const useInsertParagraph = (place: WritingPlace) =>
  useMutation({ mutationFn: (offer: Offered) => insertIn(place, offer) });
