import { textSource, type TextSource } from '@irisflow/frame';
import { useT, type Translator } from '@irisflow/ui';
import type fr from './personal.fr.json';
import type { PortalKey } from './portal-texts.ts';

type OwnKey = keyof typeof fr;

/** What the pages of somebody who signed in may say: their own texts and those of every page. */
export type PersonalKey = PortalKey | OwnKey;

/** Texts that come with the first page of somebody's own: the first page of all stays light. */
export const personalTexts: TextSource<OwnKey> = textSource({
  fr: async () => (await import('./personal.fr.json')).default,
  nl: async () => (await import('./personal.nl.json')).default,
  en: async () => (await import('./personal.en.json')).default,
});

/** The texts of the personal pages in the language in force. */
export const usePersonalText = (): Translator<PersonalKey> => useT<PersonalKey>();
