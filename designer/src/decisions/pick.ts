import { anything, type CellTest, type CellTests, type ComparisonSign, type Operand } from '@irisflow/dmn';
import type { ValueType } from '@irisflow/names';

/** How a cell takes a value, as a person chooses it. */
export const ways = ['any', 'is', 'isNot', 'less', 'atMost', 'more', 'atLeast', 'between', 'filled', 'empty'] as const;
export type Way = (typeof ways)[number];

/** A cell in the terms of its picker. */
export type Pick =
  | { readonly way: 'any' | 'filled' | 'empty' }
  | { readonly way: 'is' | 'isNot'; readonly values: readonly Operand[] }
  | { readonly way: 'less' | 'atMost' | 'more' | 'atLeast'; readonly value: Operand | null }
  | {
      readonly way: 'between';
      readonly from: Operand | null;
      readonly to: Operand | null;
      readonly hasFrom: boolean;
      readonly hasTo: boolean;
    };

const signs = { less: '<', atMost: '<=', more: '>', atLeast: '>=' } as const satisfies Partial<
  Record<Way, ComparisonSign>
>;
type Compared = keyof typeof signs;
const comparedWays = Object.keys(signs) as Compared[];

export const isCompared = (way: Way): way is Compared => comparedWays.some((one) => one === way);

const equalTo = (test: CellTest): Operand | null =>
  test.kind === 'compared' && test.sign === '=' ? test.operand : null;

const ofOne = (test: CellTest): Pick | null => {
  if (test.kind === 'between')
    return { way: 'between', from: test.from, to: test.to, hasFrom: test.hasFrom, hasTo: test.hasTo };
  if (test.sign === '!=') return { way: 'isNot', values: [test.operand] };
  const way = comparedWays.find((one) => signs[one] === test.sign);
  return way === undefined ? null : { way, value: test.operand };
};

/** What a picker shows of a cell; null where a cell says more than a picker can. */
export const pickOf = ({ isNegated, tests }: CellTests): Pick | null => {
  const [first, ...more] = tests;
  if (first === undefined) return { way: 'any' };
  const values = tests.map(equalTo).filter((value) => value !== null);
  if (values.length === tests.length) {
    if (more.length === 0 && values[0]?.kind === 'nothing') return { way: isNegated ? 'filled' : 'empty' };
    return { way: isNegated ? 'isNot' : 'is', values };
  }
  return isNegated || more.length > 0 ? null : ofOne(first);
};

/** The cell that a picker says; null while a value is missing. */
export const testsOf = (pick: Pick): CellTests | null => {
  switch (pick.way) {
    case 'any':
      return anything;
    case 'filled':
    case 'empty':
      return {
        isNegated: pick.way === 'filled',
        tests: [{ kind: 'compared', sign: '=', operand: { kind: 'nothing' } }],
      };
    case 'is':
    case 'isNot':
      if (pick.values.length === 0) return null;
      return {
        isNegated: pick.way === 'isNot',
        tests: pick.values.map((operand) => ({ kind: 'compared', sign: '=', operand })),
      };
    case 'between': {
      const { from, to, hasFrom, hasTo } = pick;
      return from === null || to === null
        ? null
        : { isNegated: false, tests: [{ kind: 'between', from, to, hasFrom, hasTo }] };
    }
    default:
      return pick.value === null
        ? null
        : { isNegated: false, tests: [{ kind: 'compared', sign: signs[pick.way], operand: pick.value }] };
  }
};

const always: readonly Way[] = ['filled', 'empty'];

/** The ways that fit a type. */
export const waysOf = (type: ValueType): readonly Way[] => {
  switch (type.kind) {
    case 'yesNo':
      return ['any', 'is', 'isNot', ...always];
    case 'text':
    case 'choice':
      return ['any', 'is', 'isNot', ...always];
    default:
      return ['any', 'is', 'isNot', 'atLeast', 'more', 'atMost', 'less', 'between', ...always];
  }
};

const valuesIn = (pick: Pick | null): readonly Operand[] => {
  if (pick === null) return [];
  if ('values' in pick) return pick.values;
  if ('value' in pick) return pick.value === null ? [] : [pick.value];
  return 'from' in pick && pick.from !== null ? [pick.from] : [];
};

/** Another way with what was given already. */
export const withWay = (pick: Pick | null, way: Way): Pick => {
  const values = valuesIn(pick);
  if (way === 'any' || way === 'filled' || way === 'empty') return { way };
  if (way === 'is' || way === 'isNot') return { way, values };
  if (way === 'between') return { way, from: values[0] ?? null, to: null, hasFrom: true, hasTo: true };
  return { way, value: values[0] ?? null };
};
