import { makeBelgianIban, makeStructuredCommunication } from '@irisflow/identifiers';
import { describe, expect, test } from 'vitest';
import { BankFileFault, readCamt053, readCoda, readPain002, type Movement, type StatementPiece } from './index.ts';
import {
  camtEntry,
  camtFile,
  inPieces,
  readAll,
  writeCamt053,
  writeCoda,
  type GivenStatement,
} from './testing/index.ts';

const account = makeBelgianIban(679_200_2);
const digits = makeStructuredCommunication(909_337_554);
const name = 'Élodie Müller';

const incoming: Partial<Movement> = {
  cents: 12_500n,
  counterparty: { name, account: makeBelgianIban(1_234_567), bank: 'GKCCBEBB' },
  communication: { kind: 'structured', digits },
};

const statement = (movements: readonly Partial<Movement>[]): GivenStatement => ({
  account,
  owner: 'Bruxelles Logement',
  number: '42',
  day: '2026-11-27',
  opening: 0n,
  movements,
});

const movementsOf = (pieces: readonly StatementPiece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'movement' ? [piece] : []));

const told = async (pieces: AsyncIterable<StatementPiece>) => movementsOf(await readAll(pieces));

const faultOf = async (pieces: AsyncIterable<unknown>): Promise<BankFileFault> =>
  readAll(pieces).then(
    () => expect.fail('Expected the file to be refused, but it was read'),
    (thrown: unknown) => (thrown instanceof BankFileFault ? thrown : Promise.reject(thrown)),
  );

describe('CODA as banks and mailboxes really hand it over', () => {
  const whole = writeCoda(statement([incoming]));
  const trimmed = whole
    .split('\r\n')
    .map((line) => line.trimEnd())
    .join('\n');

  test.each([
    ['with the mark of UTF-8 at its beginning', `\uFEFF${whole}`, 'utf-8'],
    ['with the sign by which DOS ends files', `${whole}\u001A`, 'windows-1252'],
    ['with blanks beyond the end of its records', whole.replaceAll('\r\n', '   \r\n'), 'windows-1252'],
    ['with blanks beyond the end of its records, in UTF-8', whole.replaceAll('\r\n', '   \r\n'), 'utf-8'],
    ['without the blanks at the end of its records', trimmed, 'windows-1252'],
    ['without the blanks at the end of its records, in UTF-8', trimmed, 'utf-8'],
  ] as const)('given a file %s, then it is read with its letters', async (_, text, encoding) => {
    expect(await told(readCoda(inPieces(text, 100, encoding)))).toMatchObject([
      { cents: 12_500n, counterparty: { name }, communication: { kind: 'structured', digits } },
    ]);
  });

  test('given statements of several accounts in one file, then each is told with its own movements', async () => {
    const other = { ...statement([{ cents: -100n }]), account: makeBelgianIban(77), opening: 500n };
    const pieces = await readAll(readCoda(inPieces(whole + writeCoda(other), 333)));
    expect(pieces.filter(({ kind }) => kind === 'start')).toMatchObject([{ account }, { account: other.account }]);
    expect(movementsOf(pieces).map(({ cents }) => cents)).toEqual([12_500n, -100n]);
  });

  test('given the first statement of a new account, whose balance of before has no day, then that of the file stands for it', async () => {
    const first = whole
      .split('\r\n')
      .map((line) => (line.startsWith('1') ? `${line.slice(0, 58)}000000${line.slice(64)}` : line))
      .join('\r\n');
    const [start] = await readAll(readCoda(inPieces(first, 128)));
    expect(start).toMatchObject({ kind: 'start', opening: { cents: 0n, day: '2026-11-27' } });
  });
});

describe('camt.053 as banks really write it', () => {
  const whole = writeCamt053(statement([incoming]));

  test.each(['02', '03', '04', '05', '06', '07', '08'])(
    'given version .%s, then it is read: what is looked at stands in the same places',
    async (version) => {
      const file = whole.replace('camt.053.001.08', `camt.053.001.${version}`);
      expect(await told(readCamt053(inPieces(file, 512)))).toMatchObject([{ cents: 12_500n, counterparty: { name } }]);
    },
  );

  test('given a prefix for every element and blanks around the sign of the encoding, then it is the same file', async () => {
    const file = whole
      .replace('encoding="UTF-8"', 'encoding = "ISO-8859-1"')
      .replace('<Document xmlns=', '<Document xmlns:n=')
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1n:');
    expect(await told(readCamt053(inPieces(file, 97, 'windows-1252')))).toMatchObject([{ counterparty: { name } }]);
  });

  test('given names that are not provided beside one that is, then the one that is counts', async () => {
    const batch = 'B00112233445566778899AABBCCDDEE';
    const entry = camtEntry([{ cents: -300n, endToEndId: 'NOTPROVIDED', batchReference: 'NOTPROVIDED' }], {
      day: '2026-11-27',
    });
    const named = {
      'its details': entry.replace('</Refs>', `<MsgId>${batch}</MsgId></Refs>`),
      'its entry': entry.replace('<NtryDtls>', `<NtryDtls><Btch><PmtInfId>${batch}</PmtInfId></Btch>`),
      'its entry, by the file': entry.replace(
        '<NtryDtls>',
        `<NtryDtls><Btch><PmtInfId>NOTPROVIDED</PmtInfId><MsgId>${batch}</MsgId></Btch>`,
      ),
    };
    for (const [where, text] of Object.entries(named)) {
      const file = camtFile(statement([{ cents: -300n }]), text);
      expect(await told(readCamt053(inPieces(file, 512))), where).toMatchObject([
        { cents: -300n, endToEndId: null, batchReference: batch },
      ]);
    }
  });

  test('given a batch that is booked as one sum and tells its orders without amounts, then the name of the batch is told', async () => {
    const batch = 'B00112233445566778899AABBCCDDEE';
    const entry = camtEntry(
      [
        { cents: -100n, endToEndId: 'P1', batchReference: batch },
        { cents: -200n, endToEndId: 'P2', batchReference: batch },
      ],
      { day: '2026-11-27' },
    ).replaceAll(/<\/Refs><Amt Ccy="EUR">[\d.]+<\/Amt><CdtDbtInd>DBIT<\/CdtDbtInd>/g, '</Refs>');
    const file = camtFile(statement([{ cents: -300n }]), entry);
    expect(await told(readCamt053(inPieces(file, 512)))).toMatchObject([
      { cents: -300n, endToEndId: null, batchReference: batch },
    ]);
  });

  test('given an account that does not say its currency, then its balances say it', async () => {
    const silent = whole.replace('<Ccy>EUR</Ccy>', '').replaceAll('Ccy="EUR"', 'Ccy="USD"');
    const [start] = await readAll(readCamt053(inPieces(silent, 512)));
    expect(start).toMatchObject({ kind: 'start', currency: 'USD' });
  });

  test('given an entry in another currency than its account, then the file is refused', async () => {
    const mixed = whole.replace(/(<Ntry>.*?)Ccy="EUR"/, '$1Ccy="JPY"');
    expect(await faultOf(readCamt053(inPieces(mixed, 512)))).toMatchObject({ code: 'FIELD' });
  });

  test('given an entry that the bank takes back without another reason, then that is the reason', async () => {
    const entry = camtEntry([{ cents: -12_500n, endToEndId: 'E1' }], { day: '2026-11-27' });
    const file = camtFile(statement([{ cents: -12_500n }]), entry.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>'));
    expect(await told(readCamt053(inPieces(file, 512)))).toMatchObject([{ returnReason: 'RVSL' }]);
  });
});

describe('pain.002', () => {
  test.each(['constructor', '__proto__', 'toString', 'acsc', 'A'.repeat(5)])(
    'given the status %j, which no bank writes, then the file is refused',
    async (status) => {
      const file = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>${status}</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;
      expect(await faultOf(readPain002(inPieces(file, 64)))).toMatchObject({ code: 'FIELD' });
    },
  );
});
