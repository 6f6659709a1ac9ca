import { useTranslator } from '@irisflow/ui';
import en from './payout.en.json';
import fr from './payout.fr.json';
import nl from './payout.nl.json';

/** What the pages of money that goes out say; it comes with them. */
export const payoutTexts = { fr, nl, en };

export const usePayoutText = () => useTranslator<keyof typeof fr>(payoutTexts);
