import type { AccessibilityStatement, StatementTexts } from '@irisflow/client';
import { isDate } from '@irisflow/forms';
import { locales } from '@irisflow/ui';
import { noText, trimmed } from '../administration/LocalizedFields.tsx';

/** As long as the platform takes a text. */
export const MAX_TEXT = 4000;
export const textFields = ['limits', 'contact', 'enforcement'] as const;
export type TextField = (typeof textFields)[number];

/** A statement as it is typed. */
export interface StatementDraft extends Readonly<Record<TextField, StatementTexts[TextField]>> {
  readonly reviewedOn: string | undefined;
}

export const draftOf = ({ texts }: AccessibilityStatement): StatementDraft =>
  texts ?? { limits: noText, contact: noText, enforcement: noText, reviewedOn: undefined };

/** As it is saved: without blanks around a text. */
export const textsOf = ({ reviewedOn = '', ...draft }: StatementDraft): StatementTexts => ({
  limits: trimmed(draft.limits),
  contact: trimmed(draft.contact),
  enforcement: trimmed(draft.enforcement),
  reviewedOn,
});

/** The ids of the fields that cannot be saved, with why. */
export const wrongIn = (draft: StatementDraft, today: string): ReadonlyMap<string, 'missing' | 'tooLong' | 'day'> => {
  const { reviewedOn, ...texts } = textsOf(draft);
  const found = new Map<string, 'missing' | 'tooLong' | 'day'>();
  for (const field of textFields)
    for (const locale of locales) {
      const text = texts[field][locale];
      if (text === '') found.set(`${field}-${locale}`, 'missing');
      else if (text.length > MAX_TEXT) found.set(`${field}-${locale}`, 'tooLong');
    }
  if (!isDate(reviewedOn) || reviewedOn > today) found.set('reviewedOn', 'day');
  return found;
};

export const isSameDraft = (one: StatementDraft, other: StatementDraft): boolean =>
  JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));
