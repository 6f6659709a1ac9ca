import { makeBelgianIban, makeCreditorReference, makeStructuredCommunication } from '@irisflow/identifiers';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BankFileFault, readCamt053, readCoda, type Movement, type StatementPiece } from './index.ts';
import {
  camtEntry,
  camtFile,
  closingOf,
  inPieces,
  readAll,
  writeCamt053,
  writeCoda,
  type GivenStatement,
} from './testing/index.ts';

const files = {
  CODA: { read: readCoda, write: writeCoda },
  'camt.053': { read: readCamt053, write: writeCamt053 },
} as const;

const ours = makeBelgianIban(679_200_2);
const digits = makeStructuredCommunication(909_337_554);

const movement = (given: Partial<Movement>): Movement => ({
  place: 1,
  cents: 12_500n,
  bookedOn: '2026-11-27',
  valueOn: '2026-11-28',
  counterparty: { name: 'Lotte Peeters', account: makeBelgianIban(1_234_567), bank: 'GKCCBEBB' },
  communication: { kind: 'structured', digits },
  bankReference: 'REF1',
  endToEndId: null,
  batchReference: given.endToEndId ?? null,
  returnReason: null,
  bundle: null,
  ...given,
});

const statement = (movements: readonly Partial<Movement>[]): GivenStatement => ({
  account: ours,
  owner: 'Bruxelles Logement',
  number: '42',
  day: '2026-11-27',
  opening: 1_000_00n,
  movements,
});

const movementsOf = (pieces: readonly StatementPiece[]) =>
  pieces.flatMap((piece) => {
    if (piece.kind !== 'movement') return [];
    const { kind: _kind, ...told } = piece;
    return [told];
  });

const faultOf = async (pieces: AsyncIterable<unknown>): Promise<BankFileFault> =>
  readAll(pieces).then(
    () => expect.fail('Expected the file to be refused, but it was read'),
    (thrown: unknown) => (thrown instanceof BankFileFault ? thrown : Promise.reject(thrown)),
  );

describe.each(Object.entries(files))('a statement in %s', (_, { read, write }) => {
  test('given what came and what left, then each is told with its day, its party and its communication', async () => {
    const given = [
      movement({}),
      movement({
        place: 2,
        cents: -8_050n,
        endToEndId: 'PAY-7',
        communication: { kind: 'free', text: 'Loyer de novembre' },
      }),
      movement({
        place: 3,
        cents: 4_000n,
        valueOn: null,
        communication: { kind: 'creditorReference', reference: makeCreditorReference('539007547034') },
      }),
      movement({ place: 4, cents: 4_000n, communication: null, returnReason: 'AC04' }),
    ];
    const pieces = await readAll(read(inPieces(write(statement(given)), 100)));
    expect(pieces[0]).toEqual({
      kind: 'start',
      account: ours,
      currency: 'EUR',
      owner: 'Bruxelles Logement',
      number: expect.stringMatching(/^0?42$/),
      isDuplicate: false,
      opening: { cents: 1_000_00n, day: '2026-11-27' },
    });
    expect(movementsOf(pieces)).toEqual(given);
    expect(pieces.at(-1)).toEqual({ kind: 'end', closing: { cents: 1_124_50n, day: '2026-11-27' } });
  });

  test('given any amounts and any pieces of the file, then what is told is what was written, to the cent', async () => {
    const amount = fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }).filter((cents) => cents !== 0n);
    await fc.assert(
      fc.asyncProperty(
        fc.array(amount, { maxLength: 12 }),
        fc.bigInt({ min: -99_999_999n, max: 99_999_999n }),
        fc.integer({ min: 1, max: 700 }),
        async (amounts, opening, size) => {
          const given = { ...statement(amounts.map((cents) => movement({ cents }))), opening };
          const pieces = await readAll(read(inPieces(write(given), size)));
          expect(movementsOf(pieces).map(({ cents }) => cents)).toEqual(amounts);
          expect(pieces.at(-1)).toMatchObject({ kind: 'end', closing: { cents: closingOf(given) } });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('given any byte that changed, then the file is read as it is or refused with a reason, never otherwise', async () => {
    const whole = Buffer.from(write(statement([movement({}), movement({ cents: -100n })])));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, byte) => {
        const hurt = Buffer.from(whole);
        hurt[place] = byte;
        const outcome = await readAll(read([hurt])).catch((thrown: unknown) => thrown);
        expect(Array.isArray(outcome) || outcome instanceof BankFileFault, String(outcome)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('given a file without its end, then it is refused wherever it stops', async () => {
    const whole = write(statement([movement({}), movement({ place: 2 })])).trimEnd();
    for (const length of [1, 100, 200, Math.floor(whole.length / 2), whole.length - 129])
      expect(await faultOf(read(inPieces(whole.slice(0, length), 64)))).toBeInstanceOf(BankFileFault);
  });

  test('given an amount that was raised, then the balances betray it', async () => {
    const raised = write(statement([movement({})])).replace(/125\.00|0000000012500|000000000125000/, (found) =>
      found.replace('125', '925'),
    );
    expect(await faultOf(read(inPieces(raised, 512)))).toMatchObject({ code: 'BALANCE' });
  });

  test('given a communication among other words, then it is found; one whose check digits are wrong is words', async () => {
    const wrong = '+++090/9337/55494+++';
    const given = statement([
      movement({
        communication: {
          kind: 'free',
          text: `Amende ${digits.replace(/(\d{3})(\d{4})(\d{5})/, '***$1/$2/$3***')} merci`,
        },
      }),
      movement({ communication: { kind: 'free', text: wrong } }),
    ]);
    const told = movementsOf(await readAll(read(inPieces(write(given), 4096))));
    expect(told.map(({ communication }) => communication)).toEqual([
      { kind: 'structured', digits },
      { kind: 'free', text: wrong },
    ]);
  });

  test('given something else than such a file, then that is said', async () => {
    for (const text of ['{"a": 1}', '<html><body/></html>', 'x'.repeat(2000), ''])
      expect(['KIND', 'SYNTAX', 'TRUNCATED']).toContain((await faultOf(read(inPieces(text, 128)))).code);
  });
});

describe('CODA', () => {
  test('given a total or a count that does not fit, then the statement is refused with its line', async () => {
    const whole = writeCoda(statement([movement({})]));
    const lost = whole
      .split('\r\n')
      .filter((line) => !line.startsWith('23'))
      .join('\r\n');
    expect(await faultOf(readCoda(inPieces(lost, 50)))).toMatchObject({ code: 'TOTALS', line: 6 });
  });

  test('given bytes of windows-1252 or UTF-8, then names are read either way', async () => {
    const whole = writeCoda(
      statement([movement({ counterparty: { name: 'Élodie Müller', account: null, bank: null } })]),
    );
    for (const encoding of ['windows-1252', 'utf-8'] as const) {
      const [told] = movementsOf(await readAll(readCoda(inPieces(whole, 77, encoding))));
      expect(told?.counterparty).toEqual({ name: 'Élodie Müller', account: null, bank: null });
    }
  });

  test('given a sum with its details, then the details are told; where they do not make it, the sum', async () => {
    const lines = writeCoda(statement([movement({ cents: 300n })])).split('\r\n');
    const detail = (cents: bigint, number: string) =>
      writeCoda(statement([movement({ cents })]))
        .split('\r\n')
        .slice(2, 5)
        .map((line) => `${line.slice(0, 6)}${number}${line.slice(10)}`);
    const withDetails = (...amounts: readonly bigint[]) => {
      const details = amounts.flatMap((cents, index) => detail(cents, String(index + 1).padStart(4, '0')));
      const counted = lines.map((line) =>
        line.startsWith('9')
          ? `${line.slice(0, 16)}${String(5 + details.length).padStart(6, '0')}${line.slice(22)}`
          : line,
      );
      return [...counted.slice(0, 5), ...details, ...counted.slice(5)].join('\r\n');
    };
    const told = async (...amounts: readonly bigint[]) =>
      movementsOf(await readAll(readCoda(inPieces(withDetails(...amounts), 999)))).map(({ cents, bundle }) => [
        cents,
        bundle,
      ]);
    expect(await told(100n, 200n)).toEqual([
      [100n, '0001'],
      [200n, '0001'],
    ]);
    expect(await told(100n, 100n)).toEqual([[300n, null]]);
  });
});

describe('camt.053', () => {
  test('given a sum with ten thousand details, then each is told and the entry is not held as one', async () => {
    const details = Array.from({ length: 10_000 }, (_, index) => movement({ cents: BigInt(index + 1) }));
    const given = statement([{ cents: details.reduce((sum, { cents }) => sum + cents, 0n) }]);
    const entry = camtEntry(details, { day: '2026-11-27', reference: 'SUM1' });
    const told = movementsOf(await readAll(readCamt053(inPieces(camtFile(given, entry), 65_536))));
    expect(told).toHaveLength(10_000);
    expect(told.at(-1)).toMatchObject({ place: 10_000, cents: 10_000n, bundle: 'SUM1' });
  });

  test('given an entry that is only announced, then nothing moved', async () => {
    const pending = camtEntry([movement({})], { day: '2026-11-27', status: 'PDNG' });
    const pieces = await readAll(readCamt053(inPieces(camtFile(statement([]), pending), 512)));
    expect(movementsOf(pieces)).toEqual([]);
  });

  test.each([
    [
      'entities that grow',
      '<!DOCTYPE a [<!ENTITY a "aaaa">]><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>',
      'SYNTAX',
    ],
    [
      'depth without end',
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">${'<a>'.repeat(100)}`,
      'TOO_LARGE',
    ],
    ['another message', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>', 'KIND'],
    ['an encoding that nobody writes', '<?xml version="1.0" encoding="EBCDIC-CP-BE"?><Document/>', 'SYNTAX'],
  ])('given %s, then it is refused', async (_, text, code) => {
    expect(await faultOf(readCamt053(inPieces(text, 33)))).toMatchObject({ code });
  });

  test('given one field of a megabyte, then it is refused before it is held', async () => {
    const entry = camtEntry([movement({ communication: { kind: 'free', text: 'a'.repeat(1_000_000) } })], {
      day: '2026-11-27',
    });
    expect(await faultOf(readCamt053(inPieces(camtFile(statement([movement({})]), entry), 4096)))).toMatchObject({
      code: 'TOO_LARGE',
    });
  });
});
