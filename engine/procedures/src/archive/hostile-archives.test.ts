import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  deflatedZeros,
  zipOf,
  type ZipEntry,
  openTestCasework,
  type TestCasework,
  givenAdministrations,
  givenStaff,
  sampleProcedure,
  stallDuring,
} from '@irisflow/platform/testing';

const description: ZipEntry = { name: 'procedure.json', content: '{}' };
const zeros = (claims: Partial<ZipEntry>): ZipEntry => ({
  name: 'parameters.json',
  deflated: deflatedZeros(1_500),
  claimedSize: 100,
  ...claims,
});
const zip64Places = (() => {
  const archive = zipOf([description]);
  // Sizes of all ones send a reader to an extra field that is not there.
  archive.writeUInt32LE(0xffffffff, archive.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
  return archive;
})();

/** What others would notice; read on the thread of everybody, these archives take seconds. */
const NOTICED_MS = 500;

describe('hostile archives', () => {
  let given: TestCasework;
  let analyst: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
  });
  afterAll(() => given.close());

  const importing = (archive: Uint8Array) => given.casework.procedures.importArchive(analyst, { archive });
  const refusal = (detail: RegExp) =>
    expect.objectContaining({ code: 'ARCHIVE_INVALID', message: expect.stringMatching(detail) });

  test.each([
    ['that lies about its size', [description, zeros({})], /^Expected a zip archive, but too many bytes/],
    ['that lies within the limits', [description, zeros({ claimedSize: 2_097_152 })], /^Expected /],
    ['that says how large it is', [description, zeros({ claimedSize: 1_572_864_000 })], /at most 2097152 bytes in a/],
    [
      'whose files share their bytes',
      [
        description,
        zeros({}),
        ...Array.from({ length: 150 }, (_, n) => zeros({ name: `f${n}.form.json`, sharesWith: 1 })),
      ],
      /^Expected files that lie apart, but/,
    ],
    ['with a name twice', [description, { ...description }], /^Expected every name once, but "procedure.json"/],
    [
      'with a name twice but for its case',
      [description, { ...description, name: 'Procedure.json' }],
      /every name once/,
    ],
    ['whose checksum lies', [{ ...description, claimedChecksum: 1 }], /^Expected the checksum of "procedure.json"/],
    ['that is encrypted', [{ ...description, flags: 0x801 }], /"procedure.json" is encrypted/],
    ['compressed in another way', [{ ...description, method: 12 }], /compressed in another way/],
    [
      'with 1,001 entries',
      Array.from({ length: 1_001 }, (_, n) => ({ name: `${n}/` })),
      /at most 1000 entries, but found 1001/,
    ],
    ['with 201 files', Array.from({ length: 201 }, (_, n) => ({ name: `f${n}.form.json` })), /at most 200 files/],
    [
      'with a path out of the folder',
      [{ name: '../procedure.json' }],
      /^Expected a zip archive, but invalid relative path/,
    ],
    ['with a drive', [{ name: 'C:/procedure.json' }], /^Expected /],
    ['with empty folders in a name', [{ name: 'a//procedure.json' }], /^Expected names inside the folder/],
    ['with a NUL in a name', [{ name: 'procedure.json\0.exe' }], /^Expected names inside the folder/],
    ['with a name that is turned around', [{ name: 'a\u202Enosj.exe' }], /^Expected names inside the folder/],
    ['with an endless name', [{ name: `${'a/'.repeat(3_000)}procedure.json` }], /names of at most 200 characters/],
    ['with bytes that are no text', [{ name: 'procedure.json', content: Buffer.from([0xff, 0xfe]) }], /text in UTF-8/],
    ['with a stranger', [description, { name: '__proto__' }], /only files of a procedure, but found __proto__/],
  ] as [string, ZipEntry[], RegExp][])(
    'one %s is refused, and nobody waits',
    { retry: 2 },
    async (_, entries, detail) => {
      const archive = zipOf(entries);
      const stall = await stallDuring(() => expect(importing(archive)).rejects.toEqual(refusal(detail)));
      expect(stall).toBeLessThan(NOTICED_MS);
    },
  );

  test.each([
    ['cut off', zipOf([description]).subarray(0, -10)],
    ['with places of ZIP64 that are not there', zip64Places],
    ['nothing', Buffer.alloc(0)],
  ])('one that is %s is refused', async (_, archive) => {
    await expect(importing(archive)).rejects.toEqual(refusal(/^Expected a zip archive, but/));
  });

  test('one in a folder of its own, with folders listed, is read', async () => {
    const files = sampleProcedure().map(({ path, content }) => ({ name: `my copy/${path}`, content }));
    const draft = await importing(zipOf([{ name: 'my copy/' }, ...files]));
    expect(draft.files.map(({ path }) => path).toSorted()).toEqual(
      sampleProcedure()
        .map(({ path }) => path)
        .toSorted(),
    );
  });
});
