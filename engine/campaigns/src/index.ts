export { noteAnswers } from './answers/note-answers.ts';
export { campaignsRoom } from './campaigns-room.ts';
export { workOffCampaigns } from './sending/work-off.ts';
export { checkCampaigns } from './storage/check-campaigns.ts';
export { campaignsMigrations } from './storage/migrations.ts';
export type { CampaignsTables } from './storage/tables.gen.ts';
export {
  CampaignAct,
  CampaignChoices,
  CampaignList,
  CampaignNumbers,
  CampaignPlan,
  CampaignState,
  CampaignSummary,
  CampaignView,
  Ground,
  PauseCause,
} from './views/campaign.ts';
export { CampaignConsent, Invitation, InvitationState, MyCampaignChoice } from './views/invitation.ts';
export {
  CaseSelection,
  FieldIs,
  KindOfRight,
  LeftOut,
  RightSelection,
  Selection,
  SelectionCount,
} from './views/selection.ts';
export { choiceWords } from './views/choice-words.ts';
export { campaignWalls } from './walls/campaign-walls.ts';
