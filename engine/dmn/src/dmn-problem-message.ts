import { feelMessage } from '@irisflow/feel';
import { xmlFaultMessage, xmlTexts } from '@irisflow/xml';

import type { DmnProblemCode } from './dmn-problem-codes.ts';
import type { DmnCause } from './dmn-problem.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };

export type DmnLocale = 'fr' | 'nl' | 'en' | 'de';

/** The texts of every problem in every language, with `{name}` where a parameter goes. */
export const dmnProblemTexts: Readonly<Record<DmnLocale, Readonly<Record<DmnProblemCode, string>>>> = {
  fr: { ...xmlTexts.fr, ...fr },
  nl: { ...xmlTexts.nl, ...nl },
  en: { ...xmlTexts.en, ...en },
  de: { ...xmlTexts.de, ...de },
};

const paramsOf = ({ params, feel, fault }: DmnCause, locale: DmnLocale): DmnCause['params'] => {
  if (feel !== undefined) return { ...params, detail: feelMessage(feel, locale) };
  return fault === undefined ? params : { ...params, detail: xmlFaultMessage(fault, locale) };
};

/** The text of a problem in a language, parameters filled in. */
export const dmnProblemMessage = (cause: DmnCause, locale: DmnLocale): string => {
  const params = paramsOf(cause, locale);
  return dmnProblemTexts[locale][cause.code].replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? hole) : hole,
  );
};
