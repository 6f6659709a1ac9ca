import type { Locale } from '@irisflow/foundation';
import type { ProcedureDescription } from './procedure-description.ts';

interface TaskOfCase {
  /** Id of the step in the process. */
  readonly elementId: string;
  /** Language of its case. */
  readonly language: Locale;
}

/** The language in which somebody has to work who does a step of a case; null where anybody may. */
export const languageNeeded = (
  { tasks }: ProcedureDescription,
  { elementId, language }: TaskOfCase,
): 'fr' | 'nl' | null => {
  const needed = tasks[elementId]?.language;
  if (needed !== 'case') return needed ?? null;
  // Other languages than these two are courtesy: no office has to speak them.
  return language === 'fr' || language === 'nl' ? language : null;
};
