import { useTranslator } from '@irisflow/ui';
import en from './about.en.json';
import fr from './about.fr.json';
import nl from './about.nl.json';

/** What the pages on accessibility say; it comes with them. */
export const aboutTexts = { fr, nl, en };

export const useAboutText = () => useTranslator<keyof typeof fr>(aboutTexts);
