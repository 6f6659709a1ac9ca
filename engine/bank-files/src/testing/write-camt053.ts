import { writeCents } from '../amount.ts';
import type { Movement } from '../statement.ts';
import { closingOf, wordsOf, type GivenStatement } from './given-statement.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`);
const text = (name: string, content: string | null | undefined): string => element(name, escaped(content ?? ''));
const absolute = (cents: bigint): bigint => (cents < 0n ? -cents : cents);

const amount = (cents: bigint): string =>
  `<Amt Ccy="EUR">${writeCents(absolute(cents))}</Amt><CdtDbtInd>${cents < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;

const balance = (code: string, cents: bigint, day: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${day}</Dt></Dt></Bal>`;

const remittance = ({ communication }: Partial<Movement>): string => {
  const words = wordsOf(communication);
  if (words === '') return '';
  return communication?.kind === 'free'
    ? `<RmtInf>${text('Ustrd', words)}</RmtInf>`
    : `<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>${text('Ref', words)}</CdtrRefInf></Strd></RmtInf>`;
};

export const camtDetails = (movement: Partial<Movement>): string => {
  const { cents = 0n, counterparty, endToEndId, bankReference, batchReference, returnReason } = movement;
  const [party, account, agent] = cents < 0n ? ['Cdtr', 'CdtrAcct', 'CdtrAgt'] : ['Dbtr', 'DbtrAcct', 'DbtrAgt'];
  return element(
    'TxDtls',
    element(
      'Refs',
      text('AcctSvcrRef', bankReference) + text('PmtInfId', batchReference) + text('EndToEndId', endToEndId),
    ) +
      amount(cents) +
      element(
        'RltdPties',
        element(party, element('Pty', text('Nm', counterparty?.name))) +
          element(account, element('Id', text('IBAN', counterparty?.account))),
      ) +
      element('RltdAgts', element(agent, element('FinInstnId', text('BICFI', counterparty?.bank)))) +
      remittance(movement) +
      element('RtrInf', element('Rsn', text('Cd', returnReason))),
  );
};

/** An entry of an account; one with several details is a sum. */
export const camtEntry = (
  details: readonly Partial<Movement>[],
  { day, status = 'BOOK', reference = '' }: { day: string; status?: string; reference?: string },
): string => {
  const [first = {}] = details;
  const sum = details.reduce((total, { cents = 0n }) => total + cents, 0n);
  const value = details.length === 1 ? first.valueOn : null;
  return element(
    'Ntry',
    text('NtryRef', reference) +
      amount(sum) +
      `<Sts><Cd>${status}</Cd></Sts><BookgDt><Dt>${first.bookedOn ?? day}</Dt></BookgDt>` +
      (value === null || value === undefined ? '' : `<ValDt><Dt>${value}</Dt></ValDt>`) +
      `<BkTxCd><Prtry><Cd>0150</Cd></Prtry></BkTxCd>` +
      element('NtryDtls', details.map(camtDetails).join('')),
  );
};

/** A camt.053.001.08 with one statement of these entries. */
export const camtFile = (statement: GivenStatement, entries: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>` +
  `<GrpHdr><MsgId>1</MsgId><CreDtTm>${statement.day}T06:00:00+01:00</CreDtTm></GrpHdr><Stmt>` +
  text('Id', statement.number) +
  text('ElctrncSeqNb', statement.number) +
  `<Acct><Id>${text('IBAN', statement.account)}</Id><Ccy>EUR</Ccy><Ownr>${text('Nm', statement.owner)}</Ownr></Acct>` +
  balance('OPBD', statement.opening, statement.day) +
  balance('CLBD', closingOf(statement), statement.day) +
  `${entries}</Stmt></BkToCstmrStmt></Document>`;

/** A camt.053.001.08 with one statement, an entry a movement. */
export const writeCamt053 = (statement: GivenStatement): string =>
  camtFile(statement, statement.movements.map((movement) => camtEntry([movement], { day: statement.day })).join(''));
