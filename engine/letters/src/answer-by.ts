import type { Locale } from '@irisflow/foundation';
import type { LetterTemplate } from './letter-template.ts';
import { expressionsOf } from './walk-letter.ts';

/** The last day to answer what a letter asks; null when it asks nothing. */
export const answerByOf = (template: LetterTemplate, locale: Locale, request: unknown): string | null => {
  const asks = expressionsOf(template.body[locale]).some((expression) => /\brequest\./.test(expression));
  const dueOn = asks && typeof request === 'object' && request !== null && 'dueOn' in request ? request.dueOn : null;
  return typeof dueOn === 'string' ? dueOn : null;
};
