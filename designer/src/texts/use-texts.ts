import { useT, type Translator } from '@irisflow/ui';
import type en from './en.json';

export type TextKey = keyof typeof en;

/** The designer's own texts in the language in force. */
export const useTexts = (): Translator<TextKey> => useT<TextKey>();
