/*
 * The model behind a condition in words. It knows nothing of where the condition is written: FEEL and the rules of forms
 * each have a compiler and a parser of their own.
 */

/** What a condition is written as: rules of forms have no negation of a group, and compare with values alone. */
export type ConditionTarget = 'feel' | 'rule';

/** What a name is compared with. Days are `YYYY-MM-DD`; a name is a dotted path. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yesNo'; readonly isYes: boolean }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'today' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'choices'; readonly choices: readonly (string | number)[] };

/** How a name is compared; `isFilled` and `isEmpty` take no value. */
export const operators = [
  'is',
  'isNot',
  'isOneOf',
  'isNoneOf',
  'isLess',
  'isAtMost',
  'isMore',
  'isAtLeast',
  'contains',
  'lacks',
  'isFilled',
  'isEmpty',
] as const;
export type Operator = (typeof operators)[number];

export const isUnary = (operator: Operator): boolean => operator === 'isFilled' || operator === 'isEmpty';

/** One line: a name, how it is compared, with what. */
export interface Line {
  readonly kind: 'line';
  /** A dotted path; empty until somebody chooses one. */
  readonly name: string;
  readonly operator: Operator;
  /** Null for an operator that takes none, and until somebody gives one. */
  readonly value: Value | null;
}

/** A part that is no line in words; it stays as it is written. */
export interface Written {
  readonly kind: 'written';
  readonly text: string;
}

export interface Group {
  readonly kind: 'group';
  readonly join: 'all' | 'any';
  /** The opposite of what the parts say together. */
  readonly isNegated: boolean;
  readonly parts: readonly Part[];
}

export type Part = Line | Written | Group;

export const emptyLine: Line = { kind: 'line', name: '', operator: 'is', value: null };

export const groupOf = (parts: readonly Part[], join: Group['join'] = 'all'): Group => ({
  kind: 'group',
  join,
  isNegated: false,
  parts,
});

/** Whether every line says what it has to. */
export const isComplete = (part: Part): boolean => {
  if (part.kind === 'group') return part.parts.length > 0 && part.parts.every(isComplete);
  if (part.kind === 'written') return part.text.trim() !== '';
  if (part.name === '') return false;
  if (isUnary(part.operator)) return true;
  return part.value !== null && !(part.value.kind === 'choices' && part.value.choices.length === 0);
};
