import { FeelSyntaxError, parseFeel, type FeelContext, type ParsedFeel } from '@irisflow/feel';
import type { DecisionTable, HitPolicy } from '../requirements.ts';
import { Effort } from './effort.ts';
import { regionOf, type Region } from './regions.ts';
import { searchGaps, type Box } from './search-gaps.ts';
import { gridOf, type TableGrid, type UnreadCell } from './table-grid.ts';

/** Two rules that take the same case. Rules count from 1, as a reader counts them. */
export interface Overlap {
  readonly rules: readonly [number, number];
  readonly region: Region;
}

export interface TableAnalysis {
  /** What no rule takes, whatever the cells say that could not be judged; empty for a table that needs no rule for everything. */
  readonly gaps: readonly Region[];
  /** Rules that contradict the policy of the table. */
  readonly overlaps: readonly Overlap[];
  /** Rules behind which others always come first, counted from 1. */
  readonly unreachable: readonly number[];
  readonly unread: readonly UnreadCell[];
  /** False for a table so large that the search ended before. */
  readonly isComplete: boolean;
}

export interface AnalysisOptions {
  /** Values of names that cells compare with; a cell with another name is not judged. */
  readonly context?: FeelContext;
  /** Unary tests that every value of a column passes, by column, where the table itself says none. */
  readonly allowed?: readonly (string | null)[];
}

const nameless: FeelContext = { variable: () => undefined, now: 0 };

/** Tables whose answer is a list: no rule is a list of none, several are several. */
const collecting: readonly HitPolicy[] = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];

/** What each question may look at: a table of a person is far below, and nobody waits for it. */
const MAX_EFFORT = 1_500_000;
const MAX_OVERLAPS = 60;

const parsedTests = (text: string): ParsedFeel | null => {
  try {
    return parseFeel(text, 'unary-tests');
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return null;
    throw thrown;
  }
};

const answersOf = ({ rules }: DecisionTable, rule: number): string =>
  JSON.stringify(rules[rule]?.outputs.map((output) => output?.text ?? null));

/** What both rules surely take; null where that is nothing. */
const common = ({ axes }: TableGrid, [left, right]: readonly [number, number], effort: Effort): Box | null => {
  const box: number[][] = [];
  for (const { atoms, verdicts } of axes) {
    effort.spend(atoms.length);
    const both = [...atoms.keys()].filter((at) => verdicts[left]?.[at] === true && verdicts[right]?.[at] === true);
    if (both.length === 0) return null;
    box.push(both);
  }
  return box;
};

interface Overlaps {
  readonly overlaps: readonly Overlap[];
  readonly isComplete: boolean;
}

const overlapsOf = (table: DecisionTable, grid: TableGrid): Overlaps => {
  const overlaps: Overlap[] = [];
  const { hitPolicy, rules } = table;
  if (hitPolicy !== 'UNIQUE' && hitPolicy !== 'ANY') return { overlaps, isComplete: true };
  const effort = new Effort(MAX_EFFORT);
  for (const left of rules.keys()) {
    for (let right = left + 1; right < rules.length; right += 1) {
      if (!effort.spend(1) || overlaps.length >= MAX_OVERLAPS) return { overlaps, isComplete: false };
      if (hitPolicy === 'ANY' && answersOf(table, left) === answersOf(table, right)) continue;
      const box = common(grid, [left, right], effort);
      if (box !== null) overlaps.push({ rules: [left + 1, right + 1], region: regionOf(grid, box) });
    }
  }
  return { overlaps, isComplete: true };
};

/** Whatever a rule may take: all atoms that it does not surely refuse. */
const reachOf = ({ axes }: TableGrid, rule: number): Box =>
  axes.map(({ atoms, verdicts }) => [...atoms.keys()].filter((at) => verdicts[rule]?.[at] !== false));

const isUnreachable = (grid: TableGrid, rule: number, effort: Effort): boolean => {
  const within = reachOf(grid, rule);
  const before = [...Array.from({ length: rule }).keys()];
  if (before.length === 0 || within.some((atoms) => atoms?.length === 0)) return false;
  const { boxes, isComplete } = searchGaps(grid, { rules: before, isDoubtTaken: false, within, effort });
  return isComplete && boxes.length === 0;
};

const unreachableOf = (
  { hitPolicy, rules }: DecisionTable,
  grid: TableGrid,
): { readonly unreachable: number[]; readonly isComplete: boolean } => {
  if (hitPolicy !== 'FIRST') return { unreachable: [], isComplete: true };
  const effort = new Effort(MAX_EFFORT);
  const found = [...rules.keys()].filter((rule) => !effort.isSpent && isUnreachable(grid, rule, effort));
  return { unreachable: found.map((rule) => rule + 1), isComplete: !effort.isSpent };
};

/** Finds what no rule of a table takes and where rules are at odds, with the evaluator's own idea of every boundary. */
export const analyzeTable = (
  table: DecisionTable,
  { context = nameless, allowed = [] }: AnalysisOptions = {},
): TableAnalysis => {
  const grid = gridOf(table, { context, allowed }, parsedTests);
  const hasDefault = table.outputs.some(({ defaultValue }) => defaultValue !== null);
  const needsRule = !collecting.includes(table.hitPolicy) && !hasDefault;
  const missing = needsRule
    ? searchGaps(grid, { rules: [...table.rules.keys()], isDoubtTaken: true, effort: new Effort(MAX_EFFORT) })
    : { boxes: [], isComplete: true };
  const { overlaps, isComplete } = overlapsOf(table, grid);
  const behind = unreachableOf(table, grid);
  return {
    gaps: missing.boxes.map((box) => regionOf(grid, box)),
    overlaps,
    unreachable: behind.unreachable,
    unread: grid.unread,
    isComplete:
      isComplete && missing.isComplete && behind.isComplete && !grid.axes.some(({ isTooLarge }) => isTooLarge),
  };
};
