import { answer, platform, ProblemError, type IncomingDeliveryView, type IncomingWebhookView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/incoming-webhooks';
const one = (incomingWebhookId: string) => ({ params: { path: { incomingWebhookId } } });
const PAGE_SIZE = 25;

/** At which addresses other systems tell cases of my administration something. */
export const useIncomingWebhooks = () =>
  useQuery({
    queryKey: ['incomingWebhooks', 'list'],
    queryFn: (): Promise<readonly IncomingWebhookView[]> => answer(platform.GET(path)),
  });

interface DeliveryPage {
  readonly items: readonly IncomingDeliveryView[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** What came to an address, the newest first. */
export const useIncomingDeliveries = (incomingWebhookId: string) =>
  useInfiniteQuery({
    queryKey: ['incomingWebhooks', 'deliveries', incomingWebhookId],
    queryFn: ({ pageParam }): Promise<DeliveryPage> =>
      answer(
        platform.GET(`${path}/{incomingWebhookId}/deliveries`, {
          params: {
            path: { incomingWebhookId },
            query: { limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const useChange = <Input, Output>(make: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['incomingWebhooks'] }),
  });
};

export type IncomingToMake = Pick<
  IncomingWebhookView,
  'name' | 'procedureKey' | 'message' | 'verifies' | 'caseFrom' | 'fields'
>;

/** By what the other system is known is answered once. */
export const useMakeIncoming = () =>
  useChange((body: IncomingToMake) => answer(platform.POST(path, { body: { ...body, fields: [...body.fields] } })));

export const useRotateIncoming = () =>
  useChange((webhookId: string) => answer(platform.POST(`${path}/{incomingWebhookId}/secret`, one(webhookId))));

/** Whoever removed it leaves its page first: read anew meanwhile, the page would say that there is none. */
export const useRemoveIncoming = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (webhookId: string) => answer(platform.DELETE(`${path}/{incomingWebhookId}`, one(webhookId))),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['incomingWebhooks'] }),
  });
};

/** Which field of the form the platform refuses, as a pointer; undefined when something else went wrong. */
export const refusedFieldOf = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.errors?.[0]?.pointer : undefined;
