/** What may be said of a cell or of a row. */
export const findingCodes = [
  // A cell cannot be read.
  'missing',
  'date',
  'number',
  'ambiguous',
  'scientific',
  'boolean',
  'choice',
  'format',
  'cells',
  // It can be read, and breaks a rule of the form.
  'rule',
  'required',
  'toCome',
  'hidden',
  // Of the row as a whole.
  'twice',
  'known',
  'samePerson',
  'samePersonInFile',
  'termOver',
  'closedBefore',
  'refused',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** These keep no row out. */
export const warnings: ReadonlySet<FindingCode> = new Set([
  'hidden',
  'known',
  'samePerson',
  'samePersonInFile',
  'termOver',
]);

/** What is wrong with a row, and at which of its columns; never what stands there. */
export interface Finding {
  readonly code: FindingCode;
  /** The key of the column; null where it is about the row. */
  readonly key: string | null;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

export const isError = ({ code }: Finding): boolean => !warnings.has(code);
