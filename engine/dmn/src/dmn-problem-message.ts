import { feelMessage } from '@irisflow/feel';
import { fillText } from '@irisflow/texts';
import type { TextLocale } from '@irisflow/texts';
import { xmlFaultMessage, xmlTexts } from '@irisflow/xml';

import type { DmnProblemCode } from './dmn-problem-codes.ts';
import type { DmnCause } from './dmn-problem.ts';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };

/** The texts of every problem in every language, with `{name}` where a parameter goes. */
export const dmnProblemTexts: Readonly<Record<TextLocale, Readonly<Record<DmnProblemCode, string>>>> = {
  fr: { ...xmlTexts.fr, ...fr },
  nl: { ...xmlTexts.nl, ...nl },
  en: { ...xmlTexts.en, ...en },
  de: { ...xmlTexts.de, ...de },
};

const paramsOf = ({ params, feel, fault }: DmnCause, locale: TextLocale): DmnCause['params'] => {
  if (feel !== undefined) return { ...params, detail: feelMessage(feel, locale) };
  return fault === undefined ? params : { ...params, detail: xmlFaultMessage(fault, locale) };
};

/** The text of a problem in a language, parameters filled in. */
export const dmnProblemMessage = (cause: DmnCause, locale: TextLocale): string =>
  fillText(dmnProblemTexts[locale][cause.code], paramsOf(cause, locale));
