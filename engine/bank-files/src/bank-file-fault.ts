/** What is wrong with a file. */
export type BankFileCode =
  /** It is no such file, or of a version that nobody here reads. */
  | 'KIND'
  /** It is not written as such files are. */
  | 'SYNTAX'
  /** A field says what such a field never says. */
  | 'FIELD'
  /** What moved does not lead from the first balance to the last. */
  | 'BALANCE'
  /** Its own totals are not those of its lines: something is missing, or there twice. */
  | 'TOTALS'
  /** It ends before its end. */
  | 'TRUNCATED'
  /** A part of it is larger than any bank makes one. */
  | 'TOO_LARGE';

interface FaultParams {
  readonly expected: string;
  readonly found: string;
}

/** A file of a bank that cannot be believed; nothing of it may be booked. */
export class BankFileFault extends Error {
  override readonly name = 'BankFileFault';
  readonly code: BankFileCode;
  /** What was expected and what was found, for texts in the reader's language. */
  readonly params: FaultParams;
  /** From 1; null where the file as a whole is meant. */
  readonly line: number | null;

  constructor(code: BankFileCode, params: FaultParams, line: number | null = null) {
    super(`Expected ${params.expected}, but found ${params.found}${line === null ? '' : ` at line ${line}`}`);
    this.code = code;
    this.params = params;
    this.line = line;
  }
}

/** What a person may be shown of a field: short, and on one line. */
export const quoted = (text: string): string => {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return `"${flat.length > 40 ? `${flat.slice(0, 39)}…` : flat}"`;
};
