import { useTranslator } from '@irisflow/ui';
import en from './obligation.en.json';
import fr from './obligation.fr.json';
import nl from './obligation.nl.json';

/** What the pages of obligations say; it comes with them. */
export const obligationTexts = { fr, nl, en };

export const useObligationText = () => useTranslator<keyof typeof fr>(obligationTexts);
