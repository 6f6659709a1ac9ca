import { expect, test } from 'vitest';
import { makePng, type PngParts } from '../testing/make-png.ts';
import { readLogo } from './read-logo.ts';

test('a PNG is packed anew, without what else its file carried', async () => {
  const text = Buffer.from('Comment\0<script>alert(1)</script>');
  const logo = await readLogo(
    makePng({
      more: [
        ['tEXt', text],
        ['eXIf', text],
      ],
    }),
  );
  expect(logo).toMatchObject({ mediaType: 'image/png', width: 8, height: 4 });
  expect(logo.content.toString('latin1')).not.toMatch(/tEXt|eXIf|script/);
  const again = await readLogo(logo.content);
  expect(again.hash).toBe(logo.hash);
});

const flat = (bytes: number) => Buffer.alloc(bytes);

test.each<[string, string, PngParts]>([
  ['dimensions', 'a picture of no size', { width: 0 }],
  ['dimensions', 'one larger than any screen', { width: 50_000, height: 50_000, rows: flat(10) }],
  ['dimensions', 'one of too many pixels', { width: 3000, height: 3000, rows: flat(10) }],
  ['dimensions', 'a strip', { width: 1000, height: 1, rows: flat(4001) }],
  ['damaged', 'a bomb: more than its head says', { rows: flat(50_000_000) }],
  ['damaged', 'less than its head says', { rows: flat(20) }],
  ['damaged', 'rows that no filter knows', { rows: Buffer.alloc(33 * 4, 9) }],
  ['damaged', 'a palette that is not there', { color: 3, rows: flat(9 * 4) }],
  ['damaged', 'transparency that does not fit', { color: 2, rows: flat(25 * 4), more: [['tRNS', flat(5)]] }],
  ['depth', 'samples of 16 bits', { depth: 16, rows: flat(65 * 4) }],
  ['depth', 'a kind of color that there is not', { color: 5 }],
  ['interlaced', 'one that comes in passes', { interlace: 1 }],
  ['damaged', 'an interlacing that there is not', { interlace: 7 }],
])('a PNG is refused for %s: %s', async (reason, _what, parts) => {
  await expect(readLogo(makePng(parts))).rejects.toMatchObject({ reason });
});

test('a PNG that was cut off, or changed on its way, is refused', async () => {
  const png = makePng();
  for (let length = 8; length < png.length; length += 1)
    await expect(readLogo(png.subarray(0, length))).rejects.toMatchObject({ reason: 'damaged' });
  const changed = Buffer.from(png);
  changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
  await expect(readLogo(changed)).rejects.toMatchObject({ reason: 'damaged' });
});
