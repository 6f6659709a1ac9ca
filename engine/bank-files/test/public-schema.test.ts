import { makeBelgianIban, makeCreditorReference, makeStructuredCommunication } from '@irisflow/identifiers';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writePain001, type Communication, type CreditTransfer } from '../src/index.ts';
import { fetchPublicSchema } from './public-schema.ts';

const communications: readonly (Communication | null)[] = [
  { kind: 'structured', digits: makeStructuredCommunication(909_337_554) },
  { kind: 'creditorReference', reference: makeCreditorReference('539007547034') },
  { kind: 'free', text: 'Aide & allocation <décembre> – "2026"' },
  null,
];

const address = {
  street: 'Rue de la Loi',
  number: '16',
  box: 'b 3',
  postcode: '1000',
  town: 'Bruxelles',
  country: 'BE',
};

const transfers: readonly CreditTransfer[] = communications.map((communication, index) => ({
  endToEndId: `RENT-${index}`,
  cents: 10n ** BigInt(index * 3),
  creditor: {
    name: `Zoë & fils n° ${index}`,
    iban: makeBelgianIban(1_000 + index),
    ...(index === 0 ? { address } : {}),
  },
  communication,
}));

const message = [
  ...writePain001({
    messageId: 'RENT-2026-12',
    createdAt: '2026-11-28T14:30:00+01:00',
    executeOn: '2026-12-01',
    debtor: { name: 'Bruxelles Logement', iban: makeBelgianIban(6_792_002), enterpriseNumber: '0316380841', address },
    categoryPurpose: 'SSBE',
    bookedAsOne: true,
    transfers,
  }),
].join('');

const schema = await fetchPublicSchema();
if (schema === null)
  process.stderr.write('The registry of Python is not reached: pain.001 is not checked against its schema.\n');

test.skipIf(schema === null)(
  'what is written is valid by the public schema, and the schema refuses what is not',
  async () => {
    const judged = (contents: string) =>
      validateXML({ xml: { fileName: 'message.xml', contents }, schema: schema ?? '' });
    expect(await judged(message)).toMatchObject({ valid: true, errors: [] });
    expect(await judged(message.replace('<ChrgBr>SLEV</ChrgBr>', ''))).toMatchObject({ valid: true });
    expect(await judged(message.replace('<PmtMtd>TRF</PmtMtd>', ''))).toMatchObject({ valid: false });
  },
);
