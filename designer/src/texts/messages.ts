import type { Catalogue } from '@irisflow/ui';
import en from './en.json';
import fr from './fr.json';
import nl from './nl.json';
import type { TextKey } from './use-texts.ts';

/** The designer's texts in every language. */
export const messages: Catalogue<TextKey> = { en, fr, nl };
