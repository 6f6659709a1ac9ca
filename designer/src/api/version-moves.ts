import {
  answer,
  type JudgedCase,
  platform,
  type Locale,
  type StepPlace,
  type VersionMoveSummary,
  type VersionMoveView,
} from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usePublished } from './procedures.ts';

/** What is to move, and where to. */
export interface MoveWish {
  readonly from: readonly number[];
  readonly to: number;
  readonly places: readonly StepPlace[];
}

/** Whoever looks on sees each case go. */
const RUNNING_MS = 2_000;

const at = (key: string) => ({ params: { path: { key } } });
const by = (moveId: string) => ({ params: { path: { moveId } } });
const listKey = (key: string) => ['version-moves', key] as const;
const moveKey = (moveId: string) => ['version-move', moveId] as const;
const bodyOf = ({ from, to, places }: MoveWish) => ({ from: [...from], to, places: [...places] });

export const useMovePlan = (key: string, wish: MoveWish) =>
  useQuery({
    queryKey: ['version-move-plan', key, wish],
    queryFn: () =>
      answer(platform.POST('/api/designer/procedures/{key}/version-move-plan', { ...at(key), body: bodyOf(wish) })),
    // The table stays while a step that was given a place is judged.
    placeholderData: (before) => before,
  });

/** The dry run of every case, read page by page. */
export const useJudgedCases = (key: string, wish: MoveWish) =>
  useQuery({
    queryKey: ['version-move-judgement', key, wish],
    queryFn: async () => {
      const cases: JudgedCase[] = [];
      let after: number | null = 0;
      while (after !== null) {
        const page: { cases: JudgedCase[]; next: number | null } = await answer(
          platform.POST('/api/designer/procedures/{key}/version-move-judgement', {
            ...at(key),
            body: { ...bodyOf(wish), after },
          }),
        );
        cases.push(...page.cases);
        after = page.next;
      }
      return cases;
    },
    // What it says is of the moment at which somebody asked.
    staleTime: 0,
    gcTime: 0,
  });

export const useVersionMoves = (key: string) =>
  useQuery({
    queryKey: listKey(key),
    queryFn: (): Promise<VersionMoveSummary[]> =>
      answer(platform.GET('/api/designer/procedures/{key}/version-moves', at(key))),
  });

export const useVersionMove = (moveId: string) =>
  useQuery({
    queryKey: moveKey(moveId),
    queryFn: (): Promise<VersionMoveView> => answer(platform.GET('/api/designer/version-moves/{moveId}', by(moveId))),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUNNING_MS : false),
  });

export const useStartMove = (key: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reason, ...wish }: MoveWish & { readonly reason: string }) =>
      answer(
        platform.POST('/api/designer/procedures/{key}/version-moves', {
          ...at(key),
          body: { ...bodyOf(wish), reason },
        }),
      ),
    onSuccess: async (move) => {
      queries.setQueryData(moveKey(move.id), move);
      await queries.invalidateQueries({ queryKey: listKey(key) });
    },
  });
};

/** Stops a move, or lets it go on with what did not move. */
export const useSteerMove = (key: string, moveId: string) => {
  const queries = useQueryClient();
  const refresh = usePublished(key);
  const settled = async (move: VersionMoveView) => {
    queries.setQueryData(moveKey(moveId), move);
    await Promise.all([queries.invalidateQueries({ queryKey: listKey(key) }), refresh()]);
  };
  const cancel = useMutation({
    mutationFn: () => answer(platform.POST('/api/designer/version-moves/{moveId}/cancellation', by(moveId))),
    onSuccess: settled,
  });
  const resume = useMutation({
    mutationFn: () => answer(platform.POST('/api/designer/version-moves/{moveId}/resumption', by(moveId))),
    onSuccess: settled,
  });
  return { cancel, resume };
};

export const reportUrl = (moveId: string, language: Locale): string =>
  `/api/designer/version-moves/${encodeURIComponent(moveId)}/report?language=${language}`;
