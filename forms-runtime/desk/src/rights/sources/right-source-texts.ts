import { useTranslator } from '@irisflow/ui';
import en from './right-source.en.json';
import fr from './right-source.fr.json';
import nl from './right-source.nl.json';

/** What the page of rights as sources says; it comes with it. */
export const rightSourceTexts = { fr, nl, en };

export const useRightSourceText = () => useTranslator<keyof typeof fr>(rightSourceTexts);
