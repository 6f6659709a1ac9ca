import { testInput, type FeelContext, type ParsedFeel } from '@irisflow/feel';
import type { CellTests } from '../cells/cell-tests.ts';
import { readCell } from '../cells/read-cell.ts';
import type { DecisionTable } from '../requirements.ts';
import { atomsOf, type Atom } from './atoms.ts';
import { Effort } from './effort.ts';
import { pointsOfCell, type Point } from './points.ts';

/** What a cell answers for an atom; null where nobody can tell without the case. */
export type Verdict = boolean | null;

/** A quantity that one column or several ask about, cut into atoms. */
export interface GridAxis {
  /** Columns of the table, from 0. */
  readonly columns: readonly number[];
  readonly atoms: readonly Atom[];
  /** By rule, then by atom. */
  readonly verdicts: readonly (readonly Verdict[])[];
  /** Whether its cells name so many values that nobody waits for all answers: then it is told apart in nothing. */
  readonly isTooLarge: boolean;
}

/** A cell that the analysis cannot judge. Both count from 0. */
export interface UnreadCell {
  readonly rule: number;
  readonly column: number;
}

export interface TableGrid {
  readonly axes: readonly GridAxis[];
  readonly unread: readonly UnreadCell[];
}

/** How often the evaluator is asked: a table of a person is far below, and it takes no second. */
const MAX_QUESTIONS = 150_000;

export interface GridOptions {
  /** Values of names that cells compare with, such as the amounts of a day. */
  readonly context: FeelContext;
  /** Unary tests that every value of a column passes, by column; null where any value may come. */
  readonly allowed: readonly (string | null)[];
}

/** Columns that ask about the same expression tell of the same quantity. */
const groupsOf = ({ inputs }: DecisionTable): number[][] => {
  const groups = new Map<string, number[]>();
  for (const [column, { feel }] of inputs.entries()) {
    const key = feel === null ? `column ${column}` : feel.text;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()];
};

interface ReadTest {
  readonly feel: ParsedFeel;
  readonly points: readonly Point[] | null;
}

/** Reads each text of a table once. */
const readerOf = (context: FeelContext) => {
  const known = new Map<string, ReadTest>();
  return (feel: ParsedFeel): ReadTest => {
    const found = known.get(feel.text);
    if (found !== undefined) return found;
    const cell: CellTests | null = readCell(feel.text);
    const read = { feel, points: cell === null ? null : pointsOfCell(cell, context) };
    known.set(feel.text, read);
    return read;
  };
};

type Read = ReturnType<typeof readerOf>;

const wholeTypes: readonly (string | null)[] = ['integer', 'long'];

const isAllowed = (atom: Atom, tests: readonly ReadTest[], context: FeelContext): boolean =>
  tests.every(({ feel }) => {
    const result = testInput(feel, atom.sample, context);
    return atom.kind === 'all' || atom.sample === null || (result.ok && result.value === true);
  });

interface AxisReading {
  readonly table: DecisionTable;
  readonly read: Read;
  readonly context: FeelContext;
  readonly allowed: readonly ReadTest[];
  readonly effort: Effort;
}

const testsOf = (table: DecisionTable, columns: readonly number[], rule: number): readonly ParsedFeel[] =>
  columns.map((column) => table.rules[rule]?.tests[column] ?? null).filter((test) => test !== null);

const verdictOf = (atom: Atom, test: ReadTest, context: FeelContext): Verdict => {
  if (test.points === null) return null;
  const result = testInput(test.feel, atom.sample, context);
  return result.ok && result.value === true;
};

/** All must hold: what is surely false is false, whatever else is unknown. */
const together = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
};

/** A column of which nothing is told apart: who asks for nothing takes all of it. */
const uncut = (rows: readonly (readonly ReadTest[])[]): Pick<GridAxis, 'atoms' | 'verdicts'> => ({
  atoms: [{ kind: 'all', sample: null }],
  verdicts: rows.map((tests) => [tests.length === 0 ? true : null]),
});

const axisOf = (columns: readonly number[], { table, read, context, allowed, effort }: AxisReading): GridAxis => {
  const rows = table.rules.map((_, rule) => testsOf(table, columns, rule).map(read));
  const points = [...rows.flat(), ...allowed].flatMap((test) => test.points ?? []);
  const isWhole = columns.some((column) => wholeTypes.includes(table.inputs[column]?.typeRef ?? null));
  const cut = atomsOf(points, { isWhole, context });
  const questions = (new Set(rows.flat()).size + allowed.length) * (cut?.length ?? 0);
  const isTooLarge = !effort.affords(questions);
  if (cut === null || isTooLarge) return { columns, ...uncut(rows), isTooLarge };
  const atoms = cut.filter((atom) => isAllowed(atom, allowed, context));
  const judge = new Map<ReadTest, readonly Verdict[]>();
  const verdictsOf = (test: ReadTest): readonly Verdict[] => {
    const known = judge.get(test) ?? atoms.map((atom) => verdictOf(atom, test, context));
    judge.set(test, known);
    return known;
  };
  const verdicts = rows.map((tests) => {
    const each = tests.map(verdictsOf);
    return atoms.map((_, at) => together(each.map((verdict) => verdict[at] ?? null)));
  });
  return { columns, atoms, verdicts, isTooLarge };
};

const unreadIn = (axes: readonly GridAxis[], table: DecisionTable, read: Read): UnreadCell[] =>
  axes.flatMap(({ columns, verdicts, isTooLarge }) =>
    (isTooLarge ? [] : verdicts).flatMap((row, rule) =>
      row.includes(null)
        ? columns
            .filter((column) => {
              const test = table.rules[rule]?.tests[column] ?? null;
              return test !== null && (columns.length === 1 || read(test).points === null);
            })
            .map((column) => ({ rule, column }))
        : [],
    ),
  );

/** Cuts what a table asks about into atoms, and lets the evaluator itself say which rule takes which of them. */
export const gridOf = (
  table: DecisionTable,
  options: GridOptions,
  parse: (text: string) => ParsedFeel | null,
): TableGrid => {
  const { context } = options;
  const read = readerOf(context);
  const effort = new Effort(MAX_QUESTIONS);
  const axes = groupsOf(table).map((columns) => {
    const texts = columns.map((column) => options.allowed[column] ?? table.inputs[column]?.allowedValues ?? null);
    const tests = texts.map((text) => (text === null ? null : parse(text))).filter((feel) => feel !== null);
    const allowed = tests.map(read).filter(({ points }) => points !== null);
    return axisOf(columns, { table, read, context, allowed, effort });
  });
  return { axes, unread: unreadIn(axes, table, read) };
};
