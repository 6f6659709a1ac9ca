import type { Surroundings } from '../surroundings.ts';

interface RowOfFile {
  readonly importId: string;
  readonly position: number;
}

const contextOf = ({ importId, position }: RowOfFile): string => `right/${importId}/${position}`;

/** Cells of a row, for this row of this file alone. */
export const sealCells = ({ importedCells }: Surroundings, row: RowOfFile, cells: readonly string[]): string =>
  importedCells.seal(JSON.stringify(cells), contextOf(row));

/** Empty once they were erased. */
export const openCells = ({ importedCells }: Surroundings, row: RowOfFile, sealed: string | null): readonly string[] =>
  sealed === null ? [] : (JSON.parse(importedCells.open(sealed, contextOf(row))) as readonly string[]);
