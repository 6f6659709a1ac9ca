import type { FrameKey } from '@irisflow/frame';
import { useT, type Translator } from '@irisflow/ui';
import type en from './en.json';
import type forms from './forms.en.json';

export type OwnKey = keyof typeof en | keyof typeof forms;

/** The designer's own texts and those that every application shares. */
export type TextKey = OwnKey | FrameKey;

/** The designer's texts in the language in force. */
export const useTexts = (): Translator<TextKey> => useT<TextKey>();
