import type { FrameKey } from '@irisflow/frame';
import { useT, type Locale, type Messages, type Translator } from '@irisflow/ui';
import type fr from './desk.fr.json';

type OwnKey = keyof typeof fr;

/** The desk's own texts and those that every application shares. */
export type DeskKey = OwnKey | FrameKey;

/** The desk's texts, loaded per language: nobody waits for languages they do not read. */
const loaders: { readonly [L in Locale]: () => Promise<Messages<OwnKey>> } = {
  fr: async () => (await import('./desk.fr.json')).default,
  nl: async () => (await import('./desk.nl.json')).default,
  en: async () => (await import('./desk.en.json')).default,
};

export const loadDeskTexts = (locale: Locale): Promise<Messages<OwnKey>> => loaders[locale]();

/** The desk's texts in the language in force. */
export const useDeskText = (): Translator<DeskKey> => useT<DeskKey>();
