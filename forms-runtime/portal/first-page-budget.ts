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

const gzipKilobytes = ({ code }: BuiltChunk): number => gzipSync(code).byteLength / 1000;

const isTexts = ({ fileName }: BuiltChunk): boolean => /(?:^|\/)portal\.\w\w-/.test(fileName);

/** Script of the first page as it travels, in kilobytes of 1000 bytes after gzip, with the texts of the longest language. */
export const firstPageKilobytes = (files: BuiltFiles): number => {
  const code = firstPageChunks(files).reduce((sum, chunk) => sum + gzipKilobytes(chunk), 0);
  return code + Math.max(0, ...chunksOf(files).filter(isTexts).map(gzipKilobytes));
};

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
