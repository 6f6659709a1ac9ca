import { useTranslator } from '@irisflow/ui';
import en from './hour.en.json';
import fr from './hour.fr.json';
import nl from './hour.nl.json';

/** What the choice of an hour says; it comes with the choice, which most visits never open. */
export const hourTexts = { fr, nl, en };

export const useHourText = () => useTranslator<keyof typeof fr>(hourTexts);
