import type { Locale, Messages } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { frameMessages, type AskedKey } from '../texts/frame-texts.ts';

/** Loads an application's own texts in a language: nobody waits for languages they do not read. */
export type LoadTexts = (locale: Locale) => Promise<Messages<AskedKey>>;

interface LoadedTexts {
  readonly locale: Locale;
  readonly messages: Messages;
}

/**
 * The shared texts and the application's own once they are here. While another language loads, the old one stays in
 * view, so that nothing under it is taken down and nothing typed is lost.
 */
export const useTexts = (locale: Locale, load: LoadTexts): LoadedTexts | undefined => {
  const [loaded, setLoaded] = useState<LoadedTexts>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let wanted = true;
    load(locale).then(
      (own) => wanted && setLoaded({ locale, messages: { ...frameMessages[locale], ...own } }),
      (error: unknown) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, [locale, load]);
  if (failure !== undefined && loaded === undefined) throw failure;
  return loaded;
};
