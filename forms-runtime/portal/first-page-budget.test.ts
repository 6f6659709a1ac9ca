import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { firstPageChunks, firstPageKilobytes, type BuiltChunk, type BuiltFiles } from './first-page-budget.ts';

const chunk = (fileName: string, more: Partial<BuiltChunk> = {}): BuiltChunk => ({
  type: 'chunk',
  fileName,
  code: `export const name = '${fileName}';`,
  isEntry: false,
  imports: [],
  ...more,
});

describe('the first page', () => {
  test('counts the texts of one language, the longest', () => {
    const files: BuiltFiles = {
      'assets/portal.fr-A1.js': chunk('assets/portal.fr-A1.js', {
        code: 'export default "bonjour à toutes et à tous"',
      }),
      'assets/portal.nl-B2.js': chunk('assets/portal.nl-B2.js', { code: 'export default "dag"' }),
    };

    expect(firstPageKilobytes(files)).toBeCloseTo(
      gzipSync('export default "bonjour à toutes et à tous"').byteLength / 1000,
    );
  });

  test('counts the entry and everything it imports, once, and no lazy page', () => {
    // given two chunks that import each other, a style sheet, and a page that only loads later
    const files: BuiltFiles = {
      'index.js': chunk('index.js', { isEntry: true, imports: ['react.js', 'ui.js'] }),
      'react.js': chunk('react.js'),
      'ui.js': chunk('ui.js', { imports: ['react.js', 'index.js'] }),
      'case-page.js': chunk('case-page.js', { imports: ['ui.js'] }),
      'index.css': { type: 'asset' },
    };

    // when
    const chunks = firstPageChunks(files);

    // then
    expect(chunks.map(({ fileName }) => fileName)).toEqual(['index.js', 'react.js', 'ui.js']);
    const expected = chunks.reduce((sum, { code }) => sum + gzipSync(code).byteLength, 0) / 1000;
    expect(firstPageKilobytes(files)).toBeCloseTo(expected);
  });
});
