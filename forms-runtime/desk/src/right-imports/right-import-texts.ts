import { useTranslator } from '@irisflow/ui';
import en from './right-import.en.json';
import fr from './right-import.fr.json';
import nl from './right-import.nl.json';

/** What the pages of the import of rights say; it comes with them. */
export const rightImportTexts = { fr, nl, en };

export const useRightImportText = () => useTranslator<keyof typeof fr>(rightImportTexts);
