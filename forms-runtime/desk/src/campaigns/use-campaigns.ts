import { answer, type CampaignPlan, type CampaignView, platform } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;
/** Letters go while somebody looks on. */
const LOOK_MS = 5000;

/** Campaigns of the administration, the newest first. */
export const useCampaigns = () =>
  useInfiniteQuery({
    queryKey: ['campaigns', 'list'],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/campaigns', {
          params: { query: { limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const isMoving = (campaign: CampaignView | undefined): boolean =>
  campaign?.state === 'scheduled' || campaign?.state === 'running';

export const useCampaign = (campaignId: string) =>
  useQuery({
    queryKey: ['campaigns', campaignId],
    queryFn: () => answer(platform.GET('/api/campaigns/{campaignId}', { params: { path: { campaignId } } })),
    refetchInterval: ({ state }) => (isMoving(state.data) ? LOOK_MS : false),
  });

/** What a campaign can be made of. */
export const useCampaignChoices = () =>
  useQuery({
    queryKey: ['campaigns', 'choices'],
    queryFn: () => answer(platform.GET('/api/campaign-choices')),
  });

/** How many a plan finds today; asked anew whenever it says something else, and kept on show meanwhile. */
export const useSelectionCount = (plan: CampaignPlan | null) =>
  useQuery({
    queryKey: ['campaigns', 'count', plan],
    queryFn: () => answer(platform.POST('/api/campaign-selections', { body: plan ?? ({} as CampaignPlan) })),
    enabled: plan !== null,
    retry: false,
  });

/** Whatever somebody does with a campaign answers how it is then. */
const useAct = <Input>(act: (input: Input) => Promise<CampaignView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (campaign) => {
      queries.setQueryData(['campaigns', campaign.id], campaign);
      await queries.invalidateQueries({ queryKey: ['campaigns', 'list'] });
    },
  });
};

export const useCreateCampaign = () =>
  useAct((plan: CampaignPlan) => answer(platform.POST('/api/campaigns', { body: plan })));

export const useChangeCampaign = (campaignId: string) =>
  useAct((body: { readonly revision: number; readonly plan: CampaignPlan }) =>
    answer(platform.PUT('/api/campaigns/{campaignId}', { params: { path: { campaignId } }, body })),
  );

/** What is done with one word, and what is done with a reason. */
export type PlainAct = 'proposal' | 'start' | 'resumption';
export type SaidAct = 'return' | 'pause' | 'end';

export const usePlainAct = (campaignId: string) =>
  useAct((act: PlainAct) =>
    answer(platform.POST(`/api/campaigns/{campaignId}/${act}`, { params: { path: { campaignId } } })),
  );

export const useSaidAct = (campaignId: string) =>
  useAct(({ act, reason }: { readonly act: SaidAct; readonly reason: string }) =>
    answer(platform.POST(`/api/campaigns/{campaignId}/${act}`, { params: { path: { campaignId } }, body: { reason } })),
  );
