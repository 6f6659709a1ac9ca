import { expect, test } from 'vitest';
import { deflatedZeros, zipOf, stallDuring } from '@irisflow/platform/testing';
import { realMediaType } from './real-media-type.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const contentTypes = `<Types><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`;

test('what is inside an archive tells its type', async () => {
  expect(await realMediaType(zipOf([{ name: '[Content_Types].xml', content: contentTypes }]))).toBe(DOCX);
  expect(await realMediaType(zipOf([{ name: 'a.txt', content: 'text' }]))).toBe('application/zip');
});

test(
  'an archive that inflates to gigabytes is an archive, and nobody waits',
  { retry: 2, timeout: 30_000 },
  async () => {
    const bomb = zipOf([{ name: '[Content_Types].xml', deflated: deflatedZeros(1_000), claimedSize: 100 }]);
    let type = '';
    const stall = await stallDuring(async () => {
      type = await realMediaType(bomb);
    });
    expect(type).toBe('application/zip');
    expect(stall).toBeLessThan(100);
  },
);
