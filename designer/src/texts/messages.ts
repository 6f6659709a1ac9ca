import { frameMessages } from '@irisflow/frame';
import type { Catalogue } from '@irisflow/ui';
import en from './en.json';
import fr from './fr.json';
import nl from './nl.json';
import type { OwnKey, TextKey } from './use-texts.ts';

/** The designer's own texts in every language. */
export const ownMessages: Catalogue<OwnKey> = { en, fr, nl };

/** Those and the shared ones, in every language. */
export const messages: Catalogue<TextKey> = {
  en: { ...frameMessages.en, ...en },
  fr: { ...frameMessages.fr, ...fr },
  nl: { ...frameMessages.nl, ...nl },
};
