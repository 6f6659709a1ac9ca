import { useTranslator } from '@irisflow/ui';
import en from './quota.en.json';
import fr from './quota.fr.json';
import nl from './quota.nl.json';

/** What the pages of quotas say; it comes with them. */
export const quotaTexts = { fr, nl, en };

export const useQuotaText = () => useTranslator<keyof typeof fr>(quotaTexts);
