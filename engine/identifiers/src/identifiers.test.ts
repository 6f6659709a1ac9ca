import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capakey,
  communeCode,
  communes,
  communesOfPostcode,
  creditorReference,
  enterpriseNumber,
  establishmentUnit,
  iban,
  makeBelgianIban,
  makeCapakey,
  makeCreditorReference,
  makeEnterpriseNumber,
  makeNationalNumber,
  makePlate,
  makeStructuredCommunication,
  makeVin,
  nationalNumber,
  personalizedPlate,
  plate,
  structuredCommunication,
  vin,
  vinWithCheck,
  type Identifier,
} from './index.ts';

const kinds = {
  nationalNumber, enterpriseNumber, establishmentUnit, structuredCommunication, creditorReference, iban, vin,
  vinWithCheck, plate, personalizedPlate, capakey, communeCode,
} satisfies Record<string, Identifier>; // prettier-ignore
type Kind = keyof typeof kinds;

const right: { readonly [K in Kind]: readonly string[] } = {
  nationalNumber: [
    '42.01.22-051.81', '93051822361', '00012556777', '00000000196', '00000100166', '85200000181', '85400000325',
    '07400000563', '85000099712', '90000099819', '10000099718',
  ],
  enterpriseNumber: ['0566.988.259', '0999999031', 'BE 0999.999.130', '1999.999.052'],
  establishmentUnit: ['2.999.999.073', '2.999.999.172'],
  structuredCommunication: ['+++202/6000/00192+++', '***202/6000/04236***', '000000009797'],
  creditorReference: ['RF18 5390 0754 7034', 'rf18539007547034'],
  iban: ['BE54000000000097', 'be25 9990 0000 1282', 'NL91ABNA0417164300', 'DE89370400440532013000'],
  vin: ['WVWZZZ1JZ3W386752', 'wvw zzz 1jz 3w386752'],
  vinWithCheck: ['1M8GDM9AXKP042788', '11111111111111111'],
  plate: ['1-ABC-123', '1abc123', '9 ABC 123', 'ABC-123', '123abc', 't-xab-123', 'M-ABC-123', 'CD-AB-123', 'WA-12-ABC'],
  personalizedPlate: ['IRIS', 'BXL-1', 'A1B2C3D4'],
  capakey: ['21541A0123/00B000', '21541a012300b000', '21541A0123/00_000'],
  communeCode: ['21004', '21 019'],
}; // prettier-ignore

/** What is wrong, and how it is said. */
const wrong: { readonly [K in Kind]: readonly (readonly [string, string, object])[] } = {
  nationalNumber: [
    ['', 'empty', {}],
    ['85O00099712', 'character', { found: 'O' }],
    ['8500009971', 'length', { expected: 11, found: 10 }],
    ['85000099713', 'checkDigits', {}],
    [makeNationalNumber({ year: 1985, month: 13, day: 1, serial: 1 }), 'birthDate', {}],
    [makeNationalNumber({ year: 1985, month: 2, day: 30, serial: 1 }), 'birthDate', {}],
    [makeNationalNumber({ year: 1900, month: 2, day: 29, serial: 1 }), 'birthDate', {}],
    [makeNationalNumber({ year: 1985, month: 13, day: 1, serial: 1, bis: 'sexKnown' }), 'birthDate', {}],
    [makeNationalNumber({ year: 1985, month: 2, day: 1, serial: 0 }), 'shape', {}],
  ],
  enterpriseNumber: [
    ['', 'empty', {}],
    ['0566988258', 'checkDigits', {}],
    ['2999999073', 'start', { found: '2' }],
    ['056698825', 'length', { expected: 10, found: 9 }],
  ],
  establishmentUnit: [
    ['0999999031', 'start', { found: '0' }],
    ['2999999074', 'checkDigits', {}],
  ],
  structuredCommunication: [
    ['+++202/6000/00193+++', 'checkDigits', {}],
    ['000000000000', 'checkDigits', {}],
    ['+++202/6000/0019+++', 'length', { expected: 12, found: 11 }],
  ],
  creditorReference: [
    ['RF19539007547034', 'checkDigits', {}],
    ['539007547034', 'start', { found: '53' }],
    ['RF1', 'length', { expected: 5, found: 3 }],
    [`RF18${'1'.repeat(22)}`, 'length', { expected: 25, found: 26 }],
    ['RF18-', 'character', { found: '-' }],
  ],
  iban: [
    ['', 'empty', {}],
    ['BE54000000000098', 'checkDigits', {}],
    // The international digits fit, those of the Belgian account do not.
    ['BE27000000000098', 'checkDigits', {}],
    ['BE5400000000009', 'length', { expected: 16, found: 15 }],
    ['XX54000000000097', 'country', { found: 'XX' }],
    ['NL91ABNA0417164301', 'checkDigits', {}],
    ['BE54A00000000097', 'shape', {}],
    ['TR330006100519786457841326', 'outsideSepa', { found: 'TR' }],
  ],
  vin: [
    ['WVWZZZ1JZ3W38675O', 'lookalike', { found: 'O', meant: '0' }],
    ['WVWZZZIJZ3W386752', 'lookalike', { found: 'I', meant: '1' }],
    ['WVWZZZ1JZ3W38675', 'length', { expected: 17, found: 16 }],
    ['WVWZZZ1JZ3W38675!', 'character', { found: '!' }],
  ],
  vinWithCheck: [['1M8GDM9A1KP042788', 'checkDigits', {}]],
  plate: [
    ['', 'empty', {}],
    ['1-ABC-12', 'shape', {}],
    ['1-ABC-123?', 'character', { found: '?' }],
  ],
  personalizedPlate: [
    ['1-ABC-123', 'length', { expected: 8, found: 9 }],
    ['1ABC123', 'shape', {}],
    ['12345', 'shape', {}],
    ['CDROM', 'shape', {}],
    ['-IRIS', 'shape', {}],
    ['IR--IS', 'shape', {}],
    ['IRIS!', 'character', { found: '!' }],
  ],
  capakey: [
    ['21541A0123', 'length', { expected: 17, found: 10 }],
    ['21541A0123-00B000', 'character', { found: '-' }],
    ['2154AA0123/00B000', 'shape', {}],
  ],
  communeCode: [
    ['23003', 'unknown', { found: '23003' }],
    ['1000', 'length', { expected: 5, found: 4 }],
  ],
};

const pairsOf = <T>(table: Readonly<Record<Kind, readonly T[]>>) =>
  Object.entries(table).flatMap(([kind, list]) => list.map((one) => [kind as Kind, one] as const));

describe('identifiers', () => {
  test.each(pairsOf(right))('%s: %s is one, and keeps its meaning however it is written', (kind, written) => {
    const { check, normalize, format }: Identifier = kinds[kind];
    const checked = check(written);
    expect(checked).toMatchObject({ ok: true, value: normalize(written) });
    const value = checked.ok ? checked.value : '';
    expect(check(format(value))).toMatchObject({ ok: true, value });
    expect(normalize(format(value))).toBe(value);
  });

  test.each(pairsOf(wrong))('%s: %j is refused with its reason', (kind, [written, code, params]) => {
    const { check }: Identifier = kinds[kind];
    expect(check(written)).toEqual({ ok: false, refusal: { code, params } });
  });

  test('are printed as on cards, invoices and plates', () => {
    expect(nationalNumber.format('85000099712')).toBe('85.00.00-997.12');
    expect(enterpriseNumber.format('0999999031')).toBe('0999.999.031');
    expect(establishmentUnit.format('2999999073')).toBe('2.999.999.073');
    expect(structuredCommunication.format('202600000192')).toBe('+++202/6000/00192+++');
    expect(creditorReference.format('RF18539007547034')).toBe('RF18 5390 0754 7034');
    expect(iban.format('BE54000000000097')).toBe('BE54 0000 0000 0097');
    expect(plate.format('1abc123')).toBe('1-ABC-123');
    expect(nationalNumber.format('no number')).toBe('no number');
  });
});

const digits = (count: number) => fc.integer({ min: 0, max: 10 ** count - 1 });
const birth = fc.record({
  year: fc.integer({ min: 1900, max: 2026 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  serial: fc.integer({ min: 1, max: 998 }),
});

interface Made {
  readonly identifier: Identifier;
  readonly made: fc.Arbitrary<string>;
}

/** Everything that mod 97 protects, as somebody may have it. */
const protectedKinds: Readonly<Record<string, Made>> = {
  'enterprise number': {
    identifier: enterpriseNumber,
    made: fc.integer({ min: 0, max: 19_999_999 }).map(makeEnterpriseNumber),
  },
  'establishment unit': {
    identifier: establishmentUnit,
    made: fc.integer({ min: 20_000_000, max: 89_999_999 }).map(makeEnterpriseNumber),
  },
  'structured communication': {
    identifier: structuredCommunication,
    made: digits(10).map(makeStructuredCommunication),
  },
  'creditor reference': {
    identifier: creditorReference,
    made: fc.stringMatching(/^[0-9A-Z]{1,21}$/).map(makeCreditorReference),
  },
  'Belgian IBAN': { identifier: iban, made: digits(10).map(makeBelgianIban) },
};

const withDigitChanged = (text: string, place: number, by: number): string => {
  const digit = (Number(text.charAt(place)) + by) % 10;
  return `${text.slice(0, place)}${digit}${text.slice(place + 1)}`;
};

const placesOfDigits = (text: string): number[] => Array.from(text.matchAll(/\d/g), ({ index }) => index);

const withNeighborsSwapped = (text: string, place: number): string =>
  `${text.slice(0, place)}${text.charAt(place + 1)}${text.charAt(place)}${text.slice(place + 2)}`;

const everyMistake = (text: string): string[] => [
  ...placesOfDigits(text).flatMap((place) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((by) => withDigitChanged(text, place, by)),
  ),
  ...placesOfDigits(text)
    .filter((place) => /\d/.test(text.charAt(place + 1)) && text.charAt(place) !== text.charAt(place + 1))
    .map((place) => withNeighborsSwapped(text, place)),
];

describe.each(Object.entries(protectedKinds))('any %s', (_name, { identifier, made }) => {
  test('that was made is one, and stays one however it is printed', () => {
    fc.assert(
      fc.property(made, (value) => {
        expect(identifier.check(value)).toMatchObject({ ok: true, value });
        expect(identifier.check(identifier.format(value))).toMatchObject({ ok: true, value });
      }),
    );
  });

  test('is refused with one wrong digit, or with two neighbors swapped', () => {
    fc.assert(
      fc.property(made, (value) => {
        for (const mistaken of everyMistake(value))
          expect(identifier.check(mistaken).ok, `${value} as ${mistaken}`).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('any national number', () => {
  const bis = fc.constantFrom(undefined, 'sexKnown' as const, 'sexUnknown' as const);
  const made = fc
    .tuple(birth, bis)
    .map(([date, kind]) => ({ ...date, ...(kind === undefined ? {} : { bis: kind }) }))
    .map((wanted) => ({ wanted, value: makeNationalNumber(wanted) }));

  test('that was made is one, and says its register and its century', () => {
    fc.assert(
      fc.property(made, ({ wanted, value }) => {
        const checked = nationalNumber.check(nationalNumber.format(value));
        expect(checked).toMatchObject({ ok: true, value, register: wanted.bis === undefined ? 'national' : 'bis' });
      }),
    );
  });

  test('is never taken, with one wrong digit or two neighbors swapped, for one of the same century', () => {
    // Two centuries share the check: what is wrong in one of them may by chance be right in the other.
    fc.assert(
      fc.property(made, ({ value }) => {
        const centuryOf = (number: string) => {
          const checked = nationalNumber.check(number);
          return checked.ok ? checked.century : 'refused';
        };
        const known = centuryOf(value);
        for (const mistaken of everyMistake(value))
          expect(centuryOf(mistaken), `${value} as ${mistaken}`).not.toBe(known);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    [{ year: 1985, month: 0, day: 0, serial: 997 }, '85000099712'],
    [{ year: 2010, month: 0, day: 0, serial: 997 }, '10000099718'],
    [{ year: 1900, month: 0, day: 1, serial: 1 }, '00000100166'],
    [{ year: 1985, month: 0, day: 0, serial: 1, bis: 'sexUnknown' as const }, '85200000181'],
    [{ year: 2007, month: 0, day: 0, serial: 5, bis: 'sexKnown' as const }, '07400000563'],
  ])('of somebody whose birth date is not complete is one: %o', (wanted, number) => {
    expect(makeNationalNumber(wanted)).toBe(number);
    expect(nationalNumber.check(number).ok).toBe(true);
  });
});

describe('vehicles and parcels', () => {
  test('any vehicle number with its check character is refused with one wrong character', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJ-NPR-Z]{17}$/), (text) => {
        const value = makeVin(text);
        expect(vinWithCheck.check(value)).toMatchObject({ ok: true, value });
        expect(vin.check(value).ok).toBe(true);
        for (const place of placesOfDigits(value))
          expect(vinWithCheck.check(withDigitChanged(value, place, 1)).ok).toBe(false);
      }),
    );
  });

  test('any plate in the row of its series is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 * 26 ** 3 * 1000 - 1 }), (place) => {
        expect(plate.check(makePlate(place))).toMatchObject({ ok: true, series: 'ordinary' });
      }),
    );
    expect([0, 999, 1000, 26_000, 17_576_000].map(makePlate)).toEqual([
      '1-AAA-000',
      '1-AAA-999',
      '1-AAB-000',
      '1-ABA-000',
      '2-AAA-000',
    ]);
  });

  test('any parcel that was made is one', () => {
    const parcel = fc.record({ division: digits(5), section: fc.constantFrom('A', 'K', 'Z'), root: digits(4) });
    fc.assert(
      fc.property(parcel, (wanted) => {
        expect(capakey.check(makeCapakey(wanted)).ok).toBe(true);
      }),
    );
    const made = makeCapakey({ division: 21541, section: 'A', root: 123, bis: 2, exponent: 'B', power: 7 });
    expect(made).toBe('21541A0123/02B007');
  });
});

describe('communes', () => {
  test('are nineteen, each with its names and its code', () => {
    expect(communes).toHaveLength(19);
    for (const commune of communes) expect(communeCode.check(commune.nis)).toMatchObject({ ok: true, commune });
    expect(new Set(communes.flatMap(({ fr, nl }) => [fr, nl])).size).toBeGreaterThan(30);
  });

  test('a postcode is not a commune: the City has addresses with those of its neighbors', () => {
    expect(communesOfPostcode('1050').map(({ nl }) => nl)).toEqual(['Brussel', 'Elsene']);
    expect(communesOfPostcode('1030').map(({ fr }) => fr)).toEqual(['Schaerbeek']);
    // A postcode of an institution is no place where somebody lives.
    expect(communesOfPostcode('1035')).toEqual([]);
  });
});
