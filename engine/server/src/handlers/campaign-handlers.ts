import type { campaignOperations } from '../api/contract/campaigns.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createCampaignHandlers = ({
  casework: { campaigns },
}: HandlerOptions): Handlers<keyof typeof campaignOperations> => ({
  listCampaigns: ({ actor, query }) => campaigns.listCampaigns(actor, query),
  listCampaignChoices: ({ actor }) => campaigns.listCampaignChoices(actor, {}),
  countSelection: ({ actor, body }) => campaigns.countSelection(actor, { plan: body }),
  createCampaign: ({ actor, body }) => campaigns.createCampaign(actor, { plan: body }),
  getCampaign: ({ actor, params }) => campaigns.getCampaign(actor, params),
  changeCampaign: ({ actor, params, body }) => campaigns.changeCampaign(actor, { ...params, ...body }),
  proposeCampaign: ({ actor, params }) => campaigns.proposeCampaign(actor, params),
  sendBackCampaign: ({ actor, params, body }) => campaigns.sendBackCampaign(actor, { ...params, ...body }),
  startCampaign: ({ actor, params }) => campaigns.startCampaign(actor, params),
  pauseCampaign: ({ actor, params, body }) => campaigns.pauseCampaign(actor, { ...params, ...body }),
  resumeCampaign: ({ actor, params }) => campaigns.resumeCampaign(actor, params),
  stopCampaign: ({ actor, params, body }) => campaigns.stopCampaign(actor, { ...params, ...body }),
  previewCampaign: async ({ actor, params, query }) => {
    const { name, content } = await campaigns.previewCampaign(actor, { ...params, ...query });
    return { name, mediaType: 'application/pdf', content };
  },
  exportResults: async ({ actor, params, query }) => {
    const { name, content } = await campaigns.exportResults(actor, { ...params, ...query });
    return { name, mediaType: 'text/csv', content: Buffer.from(content) };
  },
  listMyInvitations: ({ actor }) => campaigns.listMyInvitations(actor, {}),
  answerInvitation: ({ actor, params, body }) =>
    campaigns.answerInvitation(actor, { invitationId: params.recipientId, ...body }),
  listMyCampaignChoices: ({ actor }) => campaigns.listMyCampaignChoices(actor, {}),
  chooseCampaigns: ({ actor, params, body }) => campaigns.chooseCampaigns(actor, { ...params, ...body }),
});
