import { createContext, use, useMemo, type ReactNode } from 'react';
import { formattersFor, type Formatters } from './formatters.ts';
import type { Locale } from './locale.ts';
import {
  createMessageTranslator,
  createTranslator,
  type Catalogue,
  type Messages,
  type Translator,
} from './translator.ts';

interface I18n {
  readonly locale: Locale;
  readonly messages: Messages;
}

const I18nContext = createContext<I18n>({ locale: 'fr', messages: {} });

export interface I18nProviderProps {
  readonly locale: Locale;
  /** The application's own texts in that language; read them with `useT`. */
  readonly messages?: Messages;
  readonly children: ReactNode;
}

const NONE: Messages = {};

/** Gives everything below it a language and the application's texts. */
export const I18nProvider = ({ locale, messages = NONE, children }: I18nProviderProps) => {
  const value = useMemo(() => ({ locale, messages }), [locale, messages]);
  return <I18nContext value={value}>{children}</I18nContext>;
};

/** The language in force. */
export const useLocale = (): Locale => use(I18nContext).locale;

/** The application's texts in force, for who adds some to them. */
export const useMessages = (): Messages => use(I18nContext).messages;

/** A translator over the texts the application gave to `I18nProvider`. */
export const useT = <Key extends string = string>(): Translator<Key> => {
  const { locale, messages } = use(I18nContext);
  return useMemo(() => createMessageTranslator<Key>(locale, messages), [locale, messages]);
};

/** A translator over a catalogue of one's own, in the language in force; for packages that bring their texts along. */
export const useTranslator = <Key extends string>(catalogue: Catalogue<Key>): Translator<Key> => {
  const locale = useLocale();
  return useMemo(() => createTranslator(locale, catalogue), [locale, catalogue]);
};

/** Dates, numbers and money in the language in force. */
export const useFormatters = (): Formatters => formattersFor(useLocale());
