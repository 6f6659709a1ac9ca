import { I18nProvider, useLocale, useMessages, type Locale, type Messages } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { LoadingPage } from '../pages/LoadingPage.tsx';
import { useTexts } from './use-texts.ts';

/** Texts that only some pages need, by language; each is fetched once. */
export interface TextSource<Key extends string = string> {
  readonly load: (locale: Locale) => Promise<Messages<Key>>;
  /** What was fetched before. */
  readonly here: (locale: Locale) => Messages<Key> | undefined;
}

export const textSource = <Key extends string>(loaders: {
  readonly [L in Locale]: () => Promise<Messages<Key>>;
}): TextSource<Key> => {
  const fetched = new Map<Locale, Messages<Key>>();
  const load = async (locale: Locale): Promise<Messages<Key>> => {
    const texts = fetched.get(locale) ?? (await loaders[locale]());
    fetched.set(locale, texts);
    return texts;
  };
  return { load, here: (locale) => fetched.get(locale) };
};

export interface MoreTextsProps {
  readonly texts: TextSource;
  readonly children: ReactNode;
}

/** Gives pages the texts that the rest of the application does without. */
export const MoreTexts = ({ texts, children }: MoreTextsProps) => {
  const locale = useLocale();
  const loaded = useTexts({ locale, load: texts.load, below: useMessages(), here: texts.here(locale) });
  if (loaded === undefined) return <LoadingPage />;
  return (
    <I18nProvider locale={loaded.locale} messages={loaded.messages}>
      {children}
    </I18nProvider>
  );
};
