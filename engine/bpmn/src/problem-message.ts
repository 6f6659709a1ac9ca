import { feelMessage } from '@irisflow/feel';
import { xmlFaultMessage, xmlTexts } from '@irisflow/xml';

import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import type { BpmnProblemCode } from './problem-codes.ts';
import type { BpmnProblem } from './problem.ts';

export type ProblemLocale = 'fr' | 'nl' | 'en' | 'de';

/** The texts of every problem in every language, with `{name}` where a parameter goes. */
export const problemTexts: Readonly<Record<ProblemLocale, Readonly<Record<BpmnProblemCode, string>>>> = {
  fr: { ...xmlTexts.fr, ...fr },
  nl: { ...xmlTexts.nl, ...nl },
  en: { ...xmlTexts.en, ...en },
  de: { ...xmlTexts.de, ...de },
};

/** What of a problem its text is made from. */
export type ProblemCause = Pick<BpmnProblem, 'code' | 'params' | 'feel' | 'fault'>;

const paramsOf = ({ params, feel, fault }: ProblemCause, locale: ProblemLocale): ProblemCause['params'] => {
  if (feel !== undefined) return { ...params, detail: feelMessage(feel, locale) };
  return fault === undefined ? params : { ...params, detail: xmlFaultMessage(fault, locale) };
};

/** The text of a problem in a language, parameters filled in. */
export const problemMessage = (problem: ProblemCause, locale: ProblemLocale): string => {
  const params = paramsOf(problem, locale);
  return problemTexts[locale][problem.code].replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(params, name) ? (params[name] ?? hole) : hole,
  );
};
