import { writeCents, type Cents } from '../amount.ts';
import type { Communication } from '../communication.ts';
import { assertBatch } from './assert-batch.ts';
import { sepaText } from './sepa-text.ts';
import type { CreditTransfer, PostalAddress, TransferBatch } from './transfer-batch.ts';

const NAME = 70;
const FREE_TEXT = 140;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const text = (name: string, content: string): string => element(name, escaped(content));
const maybe = (name: string, content: string | undefined, most: number): string => {
  const written = sepaText(content ?? '', most);
  return written === '' ? '' : text(name, written);
};

const addressOf = (address: PostalAddress | undefined): string =>
  address === undefined
    ? ''
    : element(
        'PstlAdr',
        maybe('StrtNm', address.street, 70) +
          maybe('BldgNb', address.number, 16) +
          maybe('Room', address.box, 70) +
          maybe('PstCd', address.postcode, 16) +
          maybe('TwnNm', address.town, 35) +
          text('Ctry', address.country),
      );

const account = (name: string, iban: string): string => element(name, element('Id', text('IBAN', iban)));

/** A Belgian communication and a creditor reference are told apart by who issues them. */
const reference = (issuer: 'BBA' | 'ISO', value: string): string =>
  element(
    'Strd',
    element(
      'CdtrRefInf',
      element('Tp', element('CdOrPrtry', text('Cd', 'SCOR')) + text('Issr', issuer)) + text('Ref', value),
    ),
  );

const remittance = (communication: Communication | null): string => {
  if (communication === null) return '';
  if (communication.kind === 'structured') return element('RmtInf', reference('BBA', communication.digits));
  if (communication.kind === 'creditorReference') return element('RmtInf', reference('ISO', communication.reference));
  const words = maybe('Ustrd', communication.text, FREE_TEXT);
  return words === '' ? '' : element('RmtInf', words);
};

const transferOf = ({ endToEndId, cents, creditor, communication }: CreditTransfer): string =>
  element(
    'CdtTrfTxInf',
    element('PmtId', text('EndToEndId', endToEndId)) +
      element('Amt', `<InstdAmt Ccy="EUR">${writeCents(cents)}</InstdAmt>`) +
      element('Cdtr', text('Nm', sepaText(creditor.name, NAME)) + addressOf(creditor.address)) +
      account('CdtrAcct', creditor.iban) +
      remittance(communication),
  );

const sumOf = (transfers: readonly CreditTransfer[]): Cents => transfers.reduce((sum, { cents }) => sum + cents, 0n);

const totals = (transfers: readonly CreditTransfer[]): string =>
  text('NbOfTxs', String(transfers.length)) + text('CtrlSum', writeCents(sumOf(transfers)));

const initiator = ({ name, enterpriseNumber }: TransferBatch['debtor']): string =>
  element(
    'InitgPty',
    text('Nm', sepaText(name, NAME)) +
      (enterpriseNumber === undefined
        ? ''
        : element('Id', element('OrgId', element('Othr', text('Id', enterpriseNumber) + text('Issr', 'KBO-BCE'))))),
  );

const paymentType = (purpose: string | undefined): string =>
  element(
    'PmtTpInf',
    element('SvcLvl', text('Cd', 'SEPA')) + (purpose === undefined ? '' : element('CtgyPurp', text('Cd', purpose))),
  );

const batchHead = ({ messageId, debtor, executeOn, bookedAsOne, categoryPurpose, transfers }: TransferBatch): string =>
  text('PmtInfId', messageId) +
  text('PmtMtd', 'TRF') +
  text('BtchBookg', String(bookedAsOne)) +
  totals(transfers) +
  paymentType(categoryPurpose) +
  element('ReqdExctnDt', text('Dt', executeOn)) +
  element('Dbtr', text('Nm', sepaText(debtor.name, NAME)) + addressOf(debtor.address)) +
  account('DbtrAcct', debtor.iban) +
  element('DbtrAgt', element('FinInstnId', element('Othr', text('Id', 'NOTPROVIDED')))) +
  text('ChrgBr', 'SLEV');

/**
 * A customer credit transfer initiation (pain.001.001.09) in pieces, of about one transfer each.
 * Throws a RangeError where the batch says what no bank takes: that is found before anybody releases it.
 */
export const writePain001 = function* (batch: TransferBatch): Generator<string> {
  assertBatch(batch);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>';
  yield element(
    'GrpHdr',
    text('MsgId', batch.messageId) +
      text('CreDtTm', batch.createdAt) +
      totals(batch.transfers) +
      initiator(batch.debtor),
  );
  yield `<PmtInf>${batchHead(batch)}`;
  for (const transfer of batch.transfers) yield `\n${transferOf(transfer)}`;
  yield '\n</PmtInf></CstmrCdtTrfInitn></Document>\n';
};
