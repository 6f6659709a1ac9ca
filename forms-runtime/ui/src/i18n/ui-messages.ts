import { useTranslator } from './I18nProvider.tsx';
import type { Catalogue, Translator } from './translator.ts';
import en from './ui.en.json';
import fr from './ui.fr.json';
import nl from './ui.nl.json';

export type UiKey = keyof typeof fr;

/** The texts the components bring along. */
export const uiMessages: Catalogue<UiKey> = { fr, nl, en };

/** The components' own texts in the language in force. */
export const useUiText = (): Translator<UiKey> => useTranslator(uiMessages);

/** `Label: value`, with the space before the colon that the language in force has. */
export const useLabelled = (): ((label: string, value: string) => string) => {
  const t = useUiText();
  return (label, value) => t('labelled', { label, value });
};
