import { useTranslator } from '@irisflow/ui';
import en from './post-room.en.json';
import fr from './post-room.fr.json';
import nl from './post-room.nl.json';

/** What the pages of letters that leave say; it comes with them. */
export const postRoomTexts = { fr, nl, en };

export const usePostRoomText = () => useTranslator<keyof typeof fr>(postRoomTexts);
