import type { LetterDraft, TaskView } from '@irisflow/client';
import type { PartOf } from './use-letter.ts';

export type LetterInLanguage = LetterDraft['languages'][number];

export interface PartProps {
  readonly task: TaskView;
  readonly draft: LetterDraft;
  /** In the language of the part. */
  readonly letter: LetterInLanguage;
  readonly part: LetterInLanguage['parts'][number];
}

/** The same part of each language has a place of its own. */
export const placeOf = ({ language, path }: PartOf): string => `${language}-${path.replace('.', '-')}`;
export const fieldId = (part: PartOf): string => `letter-part-${placeOf(part)}`;
export const buttonId = (part: PartOf): string => `letter-edit-${placeOf(part)}`;
