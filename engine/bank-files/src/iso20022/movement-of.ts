import { communicationOf, type Communication } from '../communication.ts';
import type { Counterparty, Movement } from '../statement.ts';
import { dayAt, requiredText } from './read-fields.ts';
import { BankFileFault } from '../bank-file-fault.ts';
import { allOf, at, textAt, type XmlNode } from './xml-node.ts';

type Told = Omit<Movement, 'place' | 'bundle' | 'cents'>;

/** What a payer did not say is written so where something must stand. */
const said = (text: string | null): string | null => (text === 'NOTPROVIDED' ? null : text);

/** The other side: who paid what came, who was paid what left. */
const counterparty = (details: XmlNode | undefined, came: boolean): Counterparty => {
  const parties = at(details, 'RltdPties');
  const [party, account, agent] = came ? ['Dbtr', 'DbtrAcct', 'DbtrAgt'] : ['Cdtr', 'CdtrAcct', 'CdtrAgt'];
  // The version of before has no element between a party and its name.
  return {
    name: textAt(parties, party, 'Pty', 'Nm') ?? textAt(parties, party, 'Nm'),
    account: textAt(parties, account, 'Id', 'IBAN') ?? textAt(parties, account, 'Id', 'Othr', 'Id'),
    bank: textAt(details, 'RltdAgts', agent, 'FinInstnId', 'BICFI|BIC'),
  };
};

/** A structured reference is one whatever else was written; texts of many lines are one text. */
const communication = (details: XmlNode | undefined): Communication | null => {
  const remittance = at(details, 'RmtInf');
  const references = allOf(remittance, 'Strd').map((one) => textAt(one, 'CdtrRefInf', 'Ref'));
  const reference = references.find((one) => one !== null);
  if (reference !== undefined && reference !== null) return communicationOf(reference);
  return communicationOf(
    allOf(remittance, 'Ustrd')
      .map(({ text }) => text)
      .join(' '),
  );
};

/** The batch that the movement is of, by its own words or by those of its entry; a name that is not provided hides no other. */
export const batchReference = (entry: XmlNode, details: XmlNode | undefined): string | null =>
  said(textAt(details, 'Refs', 'PmtInfId')) ??
  said(textAt(entry, 'Btch', 'PmtInfId')) ??
  said(textAt(details, 'Refs', 'MsgId')) ??
  said(textAt(entry, 'Btch', 'MsgId'));

/** What a bank books the other way round without another reason; no code of ISO 20022 says so. */
const REVERSAL = 'RVSL';

const returnReason = (entry: XmlNode, details: XmlNode | undefined): string | null =>
  textAt(details, 'RtrInf', 'Rsn', 'Cd|Prtry') ??
  (['true', '1'].includes(textAt(entry, 'RvslInd') ?? '') ? REVERSAL : null);

/** A movement from its entry and, where the bank tells it, its own details; the entry has its days. */
export const movementOf = (entry: XmlNode, details: XmlNode | undefined, came: boolean): Told => {
  const bookedOn = dayAt(entry, 'BookgDt') ?? dayAt(entry, 'ValDt');
  if (bookedOn === null) throw new BankFileFault('FIELD', { expected: 'BookgDt', found: 'none' }, entry.line);
  return {
    bookedOn,
    valueOn: dayAt(entry, 'ValDt'),
    counterparty: counterparty(details, came),
    communication: communication(details),
    bankReference: said(textAt(details, 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef')),
    endToEndId: said(textAt(details, 'Refs', 'EndToEndId')),
    batchReference: batchReference(entry, details),
    returnReason: returnReason(entry, details),
  };
};

/** Whether an entry is on the account: what is only announced comes again when it is. */
export const isBooked = (entry: XmlNode): boolean =>
  (textAt(entry, 'Sts', 'Cd|Prtry') ?? requiredText(entry, 'Sts')) === 'BOOK';
