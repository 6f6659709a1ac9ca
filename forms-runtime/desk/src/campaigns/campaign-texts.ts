import { useTranslator } from '@irisflow/ui';
import en from './campaign.en.json';
import fr from './campaign.fr.json';
import nl from './campaign.nl.json';

/** What the pages of campaigns say; it comes with them. */
export const campaignTexts = { fr, nl, en };

export const useCampaignText = () => useTranslator<keyof typeof fr>(campaignTexts);
