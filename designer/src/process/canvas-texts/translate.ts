import type { Locale } from '@irisflow/client';
import { fillText } from '@irisflow/texts';
import en from './designer-en.json' with { type: 'json' };
import fr from './designer-fr.json' with { type: 'json' };
import nl from './designer-nl.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;
export const canvasTexts: Readonly<Record<Locale, Texts>> = { en, fr, nl };

export type Translate = (template: string, replacements?: Readonly<Record<string, string>>) => string;

const missing = new Set<string>();

/** Texts of the modeling libraries that were asked for and have no translation; read by the journeys. */
export const missingCanvasTexts = (): readonly string[] => [...missing];

/** The head of the properties panel writes kinds in capitals: `Timer Boundary Event (Non Interrupting)`. */
const sentenceCase = (title: string): string => {
  const words = title
    .replace(/^(Expanded|Collapsed) (.*)$/, (_, form: string, kind: string) => `${kind} (${form})`)
    .replaceAll('Sub Process', 'Sub-process')
    .replace('(Non Interrupting)', '(non-interrupting)');
  return words.charAt(0) + words.slice(1).toLowerCase();
};

const textOf = (texts: Texts, template: string): string | undefined => {
  if (Object.hasOwn(texts, template)) return texts[template];
  const kind = sentenceCase(template);
  return Object.hasOwn(texts, kind) ? texts[kind] : undefined;
};

/** The `translate` of the modeling libraries: their English sentence is the key. */
export const createTranslate = (locale: Locale): Translate => {
  const texts = canvasTexts[locale];
  return (template, replacements = {}) => {
    const text = textOf(texts, template);
    if (text === undefined && locale !== 'en') missing.add(template);
    return fillText(text ?? template, replacements);
  };
};
