import type { LocalizedText } from '@irisflow/foundation';
import type { BlockInput } from '../block.ts';

/** A letter of the procedure that takes the place of the one that the block brings. */
export const ownLetter = (name: string, letter: LocalizedText): BlockInput => ({
  name,
  label: letter,
  hint: {
    fr: 'Clé d’un courrier de la démarche. Vide : celui du bloc.',
    nl: 'Sleutel van een brief van de procedure. Leeg: die van het blok.',
    en: 'Key of a letter of the procedure. Empty: the one of the block.',
  },
  isRequired: false,
  names: 'letter',
});

export const channels: BlockInput = {
  name: 'channels',
  label: { fr: 'Voies d’envoi', nl: 'Kanalen', en: 'Ways to send it' },
  hint: {
    fr: 'Une liste, p. ex. =["portal", "email"]. Vide : les deux.',
    nl: 'Een lijst, bv. =["portal", "email"]. Leeg: beide.',
    en: 'A list, such as =["portal", "email"]. Empty: both.',
  },
  isRequired: false,
};
