import { makeBelgianIban, makeCreditorReference, makeStructuredCommunication } from '@irisflow/identifiers';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPain002, sepaText, writePain001, type CreditTransfer, type TransferBatch } from './index.ts';
import { inPieces, readAll } from './testing/index.ts';

const transfer = (given: Partial<CreditTransfer> = {}): CreditTransfer => ({
  endToEndId: 'RENT-2026-12-0001',
  cents: 16_050n,
  creditor: { name: 'Zoë Van den Bossche', iban: makeBelgianIban(1_234_567) },
  communication: { kind: 'free', text: 'Allocation de loyer – décembre' },
  ...given,
});

const batch = (given: Partial<TransferBatch> = {}): TransferBatch => ({
  messageId: 'RENT-2026-12',
  createdAt: '2026-11-28T14:30:00+01:00',
  executeOn: '2026-12-01',
  debtor: {
    name: 'Bruxelles Logement',
    iban: makeBelgianIban(6_792_002),
    enterpriseNumber: '0316380841',
    address: { street: 'Place Saint-Lazare', number: '2', postcode: '1035', town: 'Bruxelles', country: 'BE' },
  },
  categoryPurpose: 'SSBE',
  bookedAsOne: true,
  transfers: [transfer()],
  ...given,
});

const write = (given: TransferBatch): string => [...writePain001(given)].join('');

describe('a batch of transfers', () => {
  test('given transfers, then their number and their sum stand in the message, to the cent', () => {
    const transfers = [transfer({ cents: 1n }), transfer({ endToEndId: 'B', cents: 99_999_999_999n })];
    const message = write(batch({ transfers }));
    expect(message.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>1000000000\.00<\/CtrlSum>/g)).toHaveLength(2);
    expect(message).toContain('<InstdAmt Ccy="EUR">0.01</InstdAmt>');
  });

  test('given each kind of communication, then a bank knows it for what it is', () => {
    const digits = makeStructuredCommunication(909_337_554);
    const reference = makeCreditorReference('539007547034');
    const message = write(
      batch({
        transfers: [
          transfer({ endToEndId: 'A', communication: { kind: 'structured', digits } }),
          transfer({ endToEndId: 'B', communication: { kind: 'creditorReference', reference } }),
          transfer({ endToEndId: 'C' }),
          transfer({ endToEndId: 'D', communication: null }),
        ],
      }),
    );
    expect(message).toContain(`<Issr>BBA</Issr></Tp><Ref>${digits}</Ref>`);
    expect(message).toContain(`<Issr>ISO</Issr></Tp><Ref>${reference}</Ref>`);
    expect(message).toContain('<Ustrd>Allocation de loyer - decembre</Ustrd>');
    expect(message.match(/<RmtInf>/g)).toHaveLength(3);
  });

  test.each([
    ['no transfer', { transfers: [] }, /at least one transfer/],
    ['one transfer twice', { transfers: [transfer(), transfer()] }, /each EndToEndId once/],
    ['nothing to pay', { transfers: [transfer({ cents: 0n })] }, /an amount from 0\.01/],
    ['more than the scheme carries', { transfers: [transfer({ cents: 100_000_000_000n })] }, /an amount from 0\.01/],
    [
      'an account that does not exist',
      { transfers: [transfer({ creditor: { name: 'A', iban: 'BE00123456789012' } })] },
      /an IBAN of who gets RENT/,
    ],
    [
      'a name of nothing',
      { transfers: [transfer({ creditor: { name: ' ', iban: makeBelgianIban(1) } })] },
      /a name of who gets/,
    ],
    ['an id that banks cut', { messageId: 'x'.repeat(36) }, /a MsgId/],
    ['an id with a slash at its end', { messageId: 'x/' }, /a MsgId/],
    ['a day that is none', { executeOn: '2026-02-30' }, /a day/],
    ['a moment without its offset', { createdAt: '2026-11-28T14:30:00' }, /a moment with its offset/],
  ] as const)('given %s, then it is refused before anybody releases it', (_, given, reason) => {
    expect(() => write(batch(given))).toThrow(reason);
  });

  test('given any text, then what is written is among the characters that every bank takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
        const written = sepaText(text, 70);
        expect(written).toMatch(/^[A-Za-z0-9/?:().,'+ -]{0,70}$/);
        expect(written).not.toMatch(/^[/ ]|[/ ]$|\/\//);
        expect(sepaText(written, 70)).toBe(written);
      }),
    );
    expect(sepaText('Café Œuvre & fils_Zürich', 70)).toBe('Cafe OEuvre + fils-Zurich');
  });
});

const report = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-28T15:00:00+01:00</CreDtTm></GrpHdr>${inside}</CstmrPmtStsRpt></Document>`;

const group = (status: string): string =>
  `<OrgnlGrpInfAndSts><OrgnlMsgId>RENT-2026-12</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${status}</OrgnlGrpInfAndSts>`;

describe('what a bank says of a batch', () => {
  test('given one closed account among others, then the batch is told before the order that came back', async () => {
    const text = report(
      group('<GrpSts>PART</GrpSts>') +
        '<OrgnlPmtInfAndSts><OrgnlPmtInfId>RENT-2026-12</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts><TxInfAndSts><OrgnlEndToEndId>RENT-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Closed</AddtlInf><AddtlInf>account</AddtlInf></StsRsnInf></TxInfAndSts><TxInfAndSts><OrgnlEndToEndId>RENT-2</OrgnlEndToEndId><TxSts>RVMC</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>',
    );
    const about = { messageId: 'RENT-2026-12', batchId: 'RENT-2026-12' };
    expect(await readAll(readPain002(inPieces(text, 17)))).toEqual([
      { of: 'file', messageId: 'RENT-2026-12', batchId: null, endToEndId: null, status: 'PART', reasons: [] },
      { of: 'batch', ...about, endToEndId: null, status: 'PART', reasons: [] },
      {
        of: 'order',
        ...about,
        endToEndId: 'RENT-1',
        status: 'RJCT',
        reasons: [{ code: 'AC04', text: 'Closed account' }],
      },
      { of: 'order', ...about, endToEndId: 'RENT-2', status: 'RVMC', reasons: [] },
    ]);
  });

  test('given a file that a bank refused as a whole, then that is said with its reason', async () => {
    const reason = '<StsRsnInf><Rsn><Prtry>DUPL</Prtry></Rsn></StsRsnInf>';
    expect(await readAll(readPain002(inPieces(report(group(`<GrpSts>RJCT</GrpSts>${reason}`)), 999)))).toEqual([
      expect.objectContaining({ of: 'file', status: 'RJCT', reasons: [{ code: 'DUPL', text: null }] }),
    ]);
  });

  test('given a report about nothing, then it is refused', async () => {
    await expect(readAll(readPain002(inPieces(report(''), 99)))).rejects.toThrow(/OrgnlGrpInfAndSts/);
  });
});
