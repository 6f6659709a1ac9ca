import { answer, platform, type PartyLabel, type PartyNote } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const labelsKey = ['party-labels'] as const;

/** The labels of my administration. */
export const useLabels = () =>
  useQuery({
    queryKey: labelsKey,
    queryFn: (): Promise<readonly PartyLabel[]> => answer(platform.GET('/api/party-labels')),
  });

export interface LabelDraft extends Pick<PartyLabel, 'name' | 'color' | 'isRetired'> {
  /** Null for a new one. */
  readonly id: string | null;
}

export const useSaveLabel = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name, color, isRetired }: LabelDraft) =>
      id === null
        ? answer(platform.POST('/api/party-labels', { body: { name, color } }))
        : answer(
            platform.PUT('/api/party-labels/{labelId}', {
              params: { path: { labelId: id } },
              body: { name, color, isRetired },
            }),
          ),
    onSuccess: (labels) => queries.setQueryData(labelsKey, labels),
  });
};

/** Everything that a page of a party shows may be another after it. */
const useChange = <Input>(change: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['party'] }),
  });
};

export const usePutLabels = (partyId: string) =>
  useChange((labels: readonly string[]) =>
    answer(
      platform.PUT('/api/parties/{partyId}/labels', { params: { path: { partyId } }, body: { labels: [...labels] } }),
    ),
  );

export interface NoteDraft extends Pick<PartyNote, 'audience' | 'withheld'> {
  readonly text: string;
}

export const useSaveNote = (partyId: string, note: PartyNote | null) =>
  useChange((body: NoteDraft) =>
    note === null
      ? answer(platform.POST('/api/parties/{partyId}/notes', { params: { path: { partyId } }, body }))
      : answer(
          platform.PUT('/api/parties/{partyId}/notes/{noteId}', {
            params: { path: { partyId, noteId: note.id } },
            body: { ...body, revision: note.revision },
          }),
        ),
  );

export const useDeleteNote = (partyId: string) =>
  useChange(({ noteId, reason }: { readonly noteId: string; readonly reason: string }) =>
    answer(
      platform.POST('/api/parties/{partyId}/notes/{noteId}/deletion', {
        params: { path: { partyId, noteId } },
        body: { reason },
      }),
    ),
  );

export type NumberTurn = 'cancellation' | 'restoration';

interface TurnedNumber {
  readonly turn: NumberTurn;
  readonly nationalNumber: string;
  readonly reason: string;
}

export const useTurnNumber = (partyId: string) =>
  useChange(({ turn, ...body }: TurnedNumber) =>
    answer(platform.POST(`/api/parties/{partyId}/number-${turn}`, { params: { path: { partyId } }, body })),
  );
