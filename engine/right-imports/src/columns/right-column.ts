import type { FieldSchema } from '@irisflow/forms';
import type { LocalizedText } from '@irisflow/foundation';
import type { RightField } from '@irisflow/procedures';

/** What a column can hold beside the data of a right: which right it is, whose, since when, and how it stands. */
export const headColumns = [
  'number',
  'holder-name',
  'holder-national-number',
  'holder-enterprise-number',
  'language',
  'valid-from',
  'valid-to',
  'state',
  'state-since',
] as const;
export type HeadColumnKey = (typeof headColumns)[number];

/** How a cell is read: as the fields of forms are, as an amount, or as a list of texts. */
export type Reading = FieldSchema | 'money' | 'list';

/** A column that a file of rights of a kind may have. */
export interface RightColumn {
  /** What a header names it by: `number`, `data.fee`. */
  readonly key: string;
  readonly label: LocalizedText;
  readonly reading: Reading;
  /** The words of its choices, by value. */
  readonly words: Readonly<Record<string, LocalizedText>>;
  /** The field of the data that it is; null for the others. */
  readonly field: string | null;
  readonly isRequired: boolean;
  /** Shown to who brought the file alone. */
  readonly isRestricted: boolean;
}

export const isMoney = (field: RightField): boolean => field.type === 'string' && field.format === 'money';
