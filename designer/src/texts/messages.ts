import { frameMessages } from '@irisflow/frame';
import type { Catalogue } from '@irisflow/ui';
import en from './en.json';
import formsEn from './forms.en.json';
import formsFr from './forms.fr.json';
import formsNl from './forms.nl.json';
import fr from './fr.json';
import nl from './nl.json';
import type { OwnKey, TextKey } from './use-texts.ts';

/** The designer's own texts in every language; those of the form editor have files of their own. */
export const ownMessages: Catalogue<OwnKey> = {
  en: { ...en, ...formsEn },
  fr: { ...fr, ...formsFr },
  nl: { ...nl, ...formsNl },
};

/** Those and the shared ones, in every language. */
export const messages: Catalogue<TextKey> = {
  en: { ...frameMessages.en, ...ownMessages.en },
  fr: { ...frameMessages.fr, ...ownMessages.fr },
  nl: { ...frameMessages.nl, ...ownMessages.nl },
};
