import type { Locale } from '@irisflow/client';
import { createTranslate } from './translate.ts';

/** The same module serves the BPMN and the DMN editor. */
export const canvasTextModule = (locale: Locale) => ({ translate: ['value', createTranslate(locale)] });
