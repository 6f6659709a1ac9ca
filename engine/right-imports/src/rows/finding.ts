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
  'money',
  'cells',
  // It can be read, and the kind of right refuses it.
  'rule',
  // Of the row as a whole.
  'unknownHolder',
  'twoHolders',
  'endsBefore',
  'stateBefore',
  'toCome',
  'over',
  'twice',
  'taken',
  'otherHolder',
  'otherBegin',
  'ended',
  'noMove',
  'refused',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** These keep no row out. */
const warnings: ReadonlySet<FindingCode> = new Set(['over']);

/** What is wrong with a row, and at which of its columns; never what stands there. */
export interface Finding {
  readonly code: FindingCode;
  /** The key of the column; null where it is about the row. */
  readonly key: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export const finding = (code: FindingCode, key: string | null = null, params: Finding['params'] = {}): Finding => ({
  code,
  key,
  params,
});

export const isError = ({ code }: Finding): boolean => !warnings.has(code);
