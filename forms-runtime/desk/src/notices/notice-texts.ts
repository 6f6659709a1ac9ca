import { useTranslator } from '@irisflow/ui';
import en from './notice.en.json';
import fr from './notice.fr.json';
import nl from './notice.nl.json';

/** What the pages of letters that are followed say; it comes with them. */
export const noticeTexts = { fr, nl, en };

export const useNoticeText = () => useTranslator<keyof typeof fr>(noticeTexts);
