import type { RightColumn } from '../columns/right-column.ts';
import { isError } from '../rows/finding.ts';
import { findingText } from '../rows/finding-texts.ts';
import type { ProblemRow } from '../storage/import-rows.ts';
import type { RightProblem } from './right-import.ts';

export const viewProblem = (
  { code, key, params, rows, line }: ProblemRow,
  columns: readonly RightColumn[],
): RightProblem => {
  const column = columns.find((one) => one.key === key);
  const found = { code, key, params };
  return {
    code,
    key,
    label: column?.label ?? null,
    text: findingText(found, column),
    isError: isError(found),
    rows,
    line,
  };
};
