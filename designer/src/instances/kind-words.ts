import type { Locale } from '@irisflow/client';
import { createTranslate } from '../process/canvas-texts/translate.ts';
import { kindLabel } from '../process/modeler/describe-element.ts';

/** What the engine keeps around elements, and is not drawn as such. */
const around: Readonly<Record<string, string>> = {
  MULTI_INSTANCE_BODY: 'Multi-instance',
  AD_HOC_SUB_PROCESS_INNER_INSTANCE: 'Ad-hoc sub-process',
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const drawn = (kind: string): string => {
  const words = /[a-z]/.test(kind) ? [kind] : kind.toLowerCase().split('_');
  return kindLabel(words.map(capital).join(''));
};

/** What people call a kind of element, as the engine names it in its own way (`USER_TASK`) or as the standard does (`userTask`). */
export const kindWords = (kind: string, locale: Locale): string => createTranslate(locale)(around[kind] ?? drawn(kind));
