import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import type { BpmnProblemCode } from './problem-codes.ts';

export type ProblemLocale = 'fr' | 'nl' | 'en' | 'de';

/** The texts of every problem in every language, with `{name}` where a parameter goes. */
export const problemTexts: Readonly<Record<ProblemLocale, Readonly<Record<BpmnProblemCode, string>>>> = {
  fr,
  nl,
  en,
  de,
};

/** The text of a problem in a language, parameters filled in. */
export const problemMessage = (
  problem: { readonly code: BpmnProblemCode; readonly params: Readonly<Record<string, string>> },
  locale: ProblemLocale,
): string =>
  problemTexts[locale][problem.code].replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(problem.params, name) ? (problem.params[name] ?? hole) : hole,
  );
