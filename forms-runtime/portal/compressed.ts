import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** Files that are smaller than a packet gain nothing. */
const WORTH_IT = 1000;

const isText = (name: string): boolean => /\.(?:js|css|svg)$/.test(name);

/** The compressed twin of a file, or nothing where it is not worth one. */
export const twinOf = (name: string, content: Buffer): Buffer | null =>
  isText(name) && content.length >= WORTH_IT
    ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    : null;

/**
 * Puts beside each file its compressed twin: made once, with all the time that takes, and a seventh smaller than what a server makes at each
 * request. Twins are made of what was written, because a bundler changes files until then.
 */
export const compressed = (): Plugin => ({
  name: 'irisflow:compressed',
  apply: 'build',
  writeBundle({ dir = '' }, files) {
    for (const name of Object.keys(files)) {
      const file = path.join(dir, name);
      const twin = twinOf(name, readFileSync(file));
      if (twin !== null) writeFileSync(`${file}.br`, twin);
    }
  },
});
