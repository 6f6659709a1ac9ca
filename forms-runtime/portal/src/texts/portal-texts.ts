import type { FrameKey } from '@irisflow/frame';
import { useT, type Locale, type Messages, type Translator } from '@irisflow/ui';
import type fr from './portal.fr.json';

type OwnKey = keyof typeof fr;

/** The portal's own texts and those that every application shares. */
export type PortalKey = OwnKey | FrameKey;

/** The portal's texts, loaded per language: nobody waits for languages they do not read. */
const loaders: { readonly [L in Locale]: () => Promise<Messages<OwnKey>> } = {
  fr: async () => (await import('./portal.fr.json')).default,
  nl: async () => (await import('./portal.nl.json')).default,
  en: async () => (await import('./portal.en.json')).default,
};

export const loadPortalTexts = (locale: Locale): Promise<Messages<OwnKey>> => loaders[locale]();

/** The portal's texts in the language in force. */
export const usePortalText = (): Translator<PortalKey> => useT<PortalKey>();
