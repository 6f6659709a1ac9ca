import type { CampaignSummary } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useCampaignText } from './campaign-texts.ts';

type State = CampaignSummary['state'];

const tones: Readonly<Record<State, TagTone>> = {
  draft: 'neutral',
  proposed: 'warning',
  scheduled: 'accent',
  running: 'success',
  paused: 'warning',
  ended: 'neutral',
};

/** How a campaign stands, in a word. */
export const CampaignStateTag = ({ state }: { readonly state: State }) => {
  const t = useCampaignText();
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
};
