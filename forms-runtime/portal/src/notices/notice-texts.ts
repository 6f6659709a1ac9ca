import { useTranslator } from '@irisflow/ui';
import en from './notice.en.json';
import fr from './notice.fr.json';
import nl from './notice.nl.json';

/** What is said of letters that start a time limit; it comes with them. */
export const noticeTexts = { fr, nl, en };

export const useNoticeText = () => useTranslator<keyof typeof fr>(noticeTexts);
