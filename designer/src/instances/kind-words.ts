import type { Locale } from '@irisflow/client';
import { createTranslate } from '../process/canvas-texts/translate.ts';
import { kindLabel } from '../process/modeler/describe-element.ts';

/** What the engine keeps around elements, and is not drawn as such. */
const around: Readonly<Record<string, string>> = {
  MULTI_INSTANCE_BODY: 'Multi-instance',
  AD_HOC_SUB_PROCESS_INNER_INSTANCE: 'Ad-hoc sub-process',
};

const drawn = (kind: string): string => {
  const words = kind.toLowerCase().split('_');
  return kindLabel(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
};

/** What people call a kind of element that the engine names in its own way, such as `USER_TASK`. */
export const kindWords = (kind: string, locale: Locale): string => createTranslate(locale)(around[kind] ?? drawn(kind));
