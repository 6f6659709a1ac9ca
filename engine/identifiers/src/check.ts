/** Why a text is not an identifier. */
export type RefusalCode =
  /** Nothing is written. */
  | 'empty'
  /** A character stands in it that never does: `found`. */
  | 'character'
  /** A letter that is never used stands in it, where a digit that looks like it may be meant: `found`, `meant`. */
  | 'lookalike'
  /** It is too short or too long: `expected`, `found`. */
  | 'length'
  /** Letters and digits do not stand where they should. */
  | 'shape'
  /** It begins with something that such numbers do not begin with: `found`. */
  | 'start'
  /** Its check digits do not fit: something was mistyped. */
  | 'checkDigits'
  /** The birth date in it does not exist. */
  | 'birthDate'
  /** No such country, or none that has such numbers: `found`. */
  | 'country'
  /** An account outside of the area in which euro payments are made: `found`. */
  | 'outsideSepa'
  /** It has its shape, but nothing has it. */
  | 'unknown';

export interface Refusal {
  readonly code: RefusalCode;
  /** What a text about the refusal may name. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** An identifier in the spelling in which it is stored, with what else it says; or why it is none. */
export type Checked<Said = unknown> =
  | ({ readonly ok: true; readonly value: string } & Said)
  | { readonly ok: false; readonly refusal: Refusal };

/** What can be done with one kind of identifier. */
export interface Identifier<Said = unknown> {
  /** Judges what somebody wrote, with whatever separators. */
  readonly check: (written: string) => Checked<Said>;
  /** Brings what somebody wrote into the spelling in which it is stored, right or not. */
  readonly normalize: (written: string) => string;
  /** Writes a stored value the way people read it; what is none stays as it is. */
  readonly format: (value: string) => string;
}

export const refuse = (code: RefusalCode, params: Refusal['params'] = {}) =>
  ({ ok: false, refusal: { code, params } }) as const;

export const accept = <const Said>(value: string, said: Said) => ({ ok: true, value, ...said }) as const;

/** Refuses what is not a given count of digits, saying what is wrong with it. */
export const refuseUnlessDigits = (text: string, expected: number) => {
  if (text === '') return refuse('empty');
  const stranger = /\D/u.exec(text)?.[0];
  if (stranger !== undefined) return refuse('character', { found: stranger });
  return text.length === expected ? undefined : refuse('length', { expected, found: text.length });
};
