import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the budget needs to know of a built chunk. */
export interface BuiltChunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  /** File names of chunks that load before this one runs. */
  readonly imports: readonly string[];
}

/** Built files by name, as a bundler hands them out; assets count for nothing. */
export type BuiltFiles = Readonly<Record<string, BuiltChunk | { readonly type: 'asset' }>>;

const chunksOf = (files: BuiltFiles): BuiltChunk[] => Object.values(files).filter((file) => file.type === 'chunk');

/** The chunks a browser must have before the first page shows: the entry and what it imports, lazy pages not. */
export const firstPageChunks = (files: BuiltFiles): BuiltChunk[] => {
  const byName = new Map(chunksOf(files).map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<BuiltChunk>();
  const visit = (chunk: BuiltChunk | undefined): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  for (const chunk of byName.values()) if (chunk.isEntry) visit(chunk);
  return [...found];
};

/** Script of the first page as it travels, in kilobytes of 1000 bytes after gzip. */
export const firstPageKilobytes = (files: BuiltFiles): number =>
  firstPageChunks(files).reduce((sum, { code }) => sum + gzipSync(code).byteLength, 0) / 1000;

/** Stops a build whose first page carries more script than citizens on a phone should wait for. */
export const firstPageBudget = ({ maxKilobytes }: { readonly maxKilobytes: number }): Plugin => ({
  name: 'irisflow:first-page-budget',
  apply: 'build',
  enforce: 'post',
  writeBundle(_, files) {
    const size = firstPageKilobytes(files);
    const names = firstPageChunks(files).map(({ fileName }) => fileName);
    if (size > maxKilobytes)
      throw new Error(
        `Expected at most ${maxKilobytes} kB of script on the first page, but found ${size.toFixed(1)} kB in ${names.join(', ')}.`,
      );
    this.info(`first page: ${size.toFixed(1)} of ${maxKilobytes} kB script (gzip)`);
  },
});
