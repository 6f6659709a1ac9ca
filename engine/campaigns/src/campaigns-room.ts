import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { noteAnswers } from './answers/note-answers.ts';
import {
  changeCampaign,
  createCampaign,
  pauseCampaign,
  proposeCampaign,
  resumeCampaign,
  sendBackCampaign,
  startCampaign,
  stopCampaign,
} from './desk/keep-campaign.ts';
import { previewCampaign } from './desk/preview.ts';
import { countSelection, getCampaign, listCampaignChoices, listCampaigns } from './desk/read-campaigns.ts';
import { exportResults } from './desk/results.ts';
import { answerInvitation } from './portal/answer-invitation.ts';
import { chooseCampaigns, listMyCampaignChoices } from './portal/my-choices.ts';
import { listMyInvitations } from './portal/my-invitations.ts';
import { workOffCampaigns } from './sending/work-off.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** Goes on with campaigns and notes who answered; says how much was done. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  const done = await workOffCampaigns(actingAs(surroundings, job('campaigns')));
  return done + (await noteAnswers(actingAs(surroundings, job('intake'))));
};

/** What an administration writes to many people at once: who prepares and starts it, and who is written to. */
export const campaignsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listCampaigns,
    getCampaign,
    listCampaignChoices,
    countSelection,
    createCampaign,
    changeCampaign,
    proposeCampaign,
    startCampaign,
    sendBackCampaign,
    pauseCampaign,
    resumeCampaign,
    stopCampaign,
    previewCampaign,
    exportResults,
    listMyInvitations,
    answerInvitation,
    listMyCampaignChoices,
    chooseCampaigns,
    watch,
  });
