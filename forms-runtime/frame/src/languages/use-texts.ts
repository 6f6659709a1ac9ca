import type { Locale, Messages } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import type { AskedKey } from '../texts/frame-texts.ts';

/** Loads an application's own texts in a language: nobody waits for languages they do not read. */
export type LoadTexts = (locale: Locale) => Promise<Messages<AskedKey>>;

export interface LoadedTexts {
  readonly locale: Locale;
  readonly messages: Messages;
}

export interface WantedTexts {
  readonly locale: Locale;
  /** The same function at every call. */
  readonly load: (locale: Locale) => Promise<Messages>;
  /** What is here already in that language, and stays beside what comes. */
  readonly below: Messages;
  /** What came before, without waiting. */
  readonly here?: Messages | undefined;
}

/**
 * The texts below and those that are loaded, once these are here. While another language loads, the old one stays in
 * view, so that nothing under it is taken down and nothing typed is lost.
 */
export const useTexts = ({ locale, load, below, here }: WantedTexts): LoadedTexts | undefined => {
  const [loaded, setLoaded] = useState<LoadedTexts | undefined>(
    () => here && { locale, messages: { ...below, ...here } },
  );
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let wanted = true;
    load(locale).then(
      (own) => wanted && setLoaded({ locale, messages: { ...below, ...own } }),
      (error: unknown) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, [locale, load, below]);
  if (failure !== undefined && loaded === undefined) throw failure;
  return loaded;
};
