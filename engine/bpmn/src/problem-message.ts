import { feelMessage } from '@irisflow/feel';
import { fillText } from '@irisflow/texts';
import type { TextLocale } from '@irisflow/texts';
import { xmlFaultMessage, xmlTexts } from '@irisflow/xml';

import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import type { BpmnProblemCode } from './problem-codes.ts';
import type { BpmnProblem } from './problem.ts';

/** The texts of every problem in every language, with `{name}` where a parameter goes. */
export const problemTexts: Readonly<Record<TextLocale, Readonly<Record<BpmnProblemCode, string>>>> = {
  fr: { ...xmlTexts.fr, ...fr },
  nl: { ...xmlTexts.nl, ...nl },
  en: { ...xmlTexts.en, ...en },
  de: { ...xmlTexts.de, ...de },
};

/** What of a problem its text is made from. */
export type ProblemCause = Pick<BpmnProblem, 'code' | 'params' | 'feel' | 'fault'>;

const paramsOf = ({ params, feel, fault }: ProblemCause, locale: TextLocale): ProblemCause['params'] => {
  if (feel !== undefined) return { ...params, detail: feelMessage(feel, locale) };
  return fault === undefined ? params : { ...params, detail: xmlFaultMessage(fault, locale) };
};

/** The text of a problem in a language, parameters filled in. */
export const problemMessage = (problem: ProblemCause, locale: TextLocale): string =>
  fillText(problemTexts[locale][problem.code], paramsOf(problem, locale));
