import { useTranslator } from '@irisflow/ui';
import en from './right.en.json';
import fr from './right.fr.json';
import nl from './right.nl.json';

/** What the pages of rights say; it comes with them. */
export const rightTexts = { fr, nl, en };

export const useRightText = () => useTranslator<keyof typeof fr>(rightTexts);
