import { answer, platform, ProblemError, type DeliveryView, type WebhookView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const path = '/api/administration/webhooks';
const one = (webhookId: string) => ({ params: { path: { webhookId } } });
const PAGE_SIZE = 25;
/** What was just sent is answered within seconds. */
const LOOK_EVERY_MS = 5_000;

/** Whom my administration tells what. */
export const useWebhooks = () =>
  useQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: (): Promise<readonly WebhookView[]> => answer(platform.GET(path)),
  });

interface DeliveryPage {
  readonly items: readonly DeliveryView[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** What became of what a webhook was told, the newest first. */
export const useDeliveries = (webhookId: string) =>
  useInfiniteQuery({
    queryKey: ['webhooks', 'deliveries', webhookId],
    queryFn: ({ pageParam }): Promise<DeliveryPage> =>
      answer(
        platform.GET(`${path}/{webhookId}/deliveries`, {
          params: {
            path: { webhookId },
            query: { limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ state }) => state === 'waiting')) === true ? LOOK_EVERY_MS : false,
  });

const useChange = <Input, Output>(make: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }) });
};

export interface WebhookToMake {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookView['events'][number][];
  readonly procedures: readonly string[] | null;
}

/** What signs the messages is answered once. */
export const useMakeWebhook = () =>
  useChange(({ events, procedures, ...rest }: WebhookToMake) =>
    answer(
      platform.POST(path, {
        body: { ...rest, events: [...events], procedures: procedures === null ? null : [...procedures] },
      }),
    ),
  );

export const useRotateSecret = () =>
  useChange((webhookId: string) => answer(platform.POST(`${path}/{webhookId}/secret`, one(webhookId))));
export const useRestartWebhook = () =>
  useChange((webhookId: string) => answer(platform.POST(`${path}/{webhookId}/restart`, one(webhookId))));

/** Whoever removed it leaves its page first: read anew meanwhile, the page would say that there is none. */
export const useRemoveWebhook = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (webhookId: string) => answer(platform.DELETE(`${path}/{webhookId}`, one(webhookId))),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
};

export const useSendTrial = () =>
  useChange((webhookId: string) => answer(platform.POST(`${path}/{webhookId}/trial`, one(webhookId))));

interface ToSendAgain {
  readonly webhookId: string;
  readonly deliveryId: string;
}

export const useSendAgain = () =>
  useChange((params: ToSendAgain) =>
    answer(platform.POST(`${path}/{webhookId}/deliveries/{deliveryId}/again`, { params: { path: { ...params } } })),
  );

/** Why the platform sends nothing to an address. */
export const urlRefusals = ['webhookUrl', 'ownPlatform', 'privateHost'] as const;
export type UrlRefusal = (typeof urlRefusals)[number];

/** The refusal that belongs to the field of the address; undefined when something else went wrong. */
export const urlRefusalOf = (error: unknown): UrlRefusal | undefined => {
  if (!(error instanceof ProblemError)) return undefined;
  const found = error.problem.errors?.find(({ pointer }) => pointer === '/url');
  return urlRefusals.find((known) => known === found?.keyword);
};
