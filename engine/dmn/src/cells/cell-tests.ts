/** What an input is compared with. A number keeps the digits that somebody wrote; a day is `YYYY-MM-DD`. */
export type Operand =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'yesNo'; readonly isYes: boolean }
  /** The input has no value. */
  | { readonly kind: 'nothing' }
  /** A name, or FEEL that only an evaluation can tell. */
  | { readonly kind: 'expression'; readonly text: string };

export const comparisonSigns = ['=', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonSign = (typeof comparisonSigns)[number];

/** One test of a cell. */
export type CellTest =
  | { readonly kind: 'compared'; readonly sign: ComparisonSign; readonly operand: Operand }
  | {
      readonly kind: 'between';
      readonly from: Operand;
      readonly to: Operand;
      /** Whether the ends themselves are in it. */
      readonly hasFrom: boolean;
      readonly hasTo: boolean;
    };

/** What an input cell asks: that one of its tests holds, or none; without a test it takes anything. */
export interface CellTests {
  readonly isNegated: boolean;
  readonly tests: readonly CellTest[];
}

export const anything: CellTests = Object.freeze({ isNegated: false, tests: [] });
