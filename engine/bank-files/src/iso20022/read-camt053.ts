import { readCents, writeCents, type Cents } from '../amount.ts';
import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { checkBalance } from '../check-balance.ts';
import type { Balance, Bytes, Movement, StatementPiece } from '../statement.ts';
import { batchReference, isBooked, movementOf } from './movement-of.ts';
import { dayAt, requiredText, signedAmount } from './read-fields.ts';
import { readElements, type Interest, type XmlPiece } from './read-elements.ts';
import { at, textAt, type XmlNode } from './xml-node.ts';

const STATEMENT = 'Document/BkToCstmrStmt/Stmt';
const ENTRY = `${STATEMENT}/Ntry`;
const DETAILS = `${ENTRY}/NtryDtls`;

const within = new Set(['Document', 'Document/BkToCstmrStmt', STATEMENT, ENTRY, DETAILS]);
const whole = new Set(['Id', 'ElctrncSeqNb', 'CpyDplctInd', 'Acct', 'Bal'].map((name) => `${STATEMENT}/${name}`));
const inEntry = new Set(
  ['NtryRef', 'Amt', 'CdtDbtInd', 'RvslInd', 'Sts', 'BookgDt', 'ValDt', 'AcctSvcrRef'].map(
    (name) => `${ENTRY}/${name}`,
  ),
);

const inDetails = new Set(['Btch', 'TxDtls'].map((name) => `${DETAILS}/${name}`));

/** A batch may have ten thousand details: each is handed over by itself, and nothing above it as a whole. */
const interest = (path: string): Interest => {
  if (within.has(path)) return 'within';
  return whole.has(path) || inEntry.has(path) || inDetails.has(path) ? 'whole' : 'none';
};

interface Entry {
  readonly node: XmlNode;
  readonly details: XmlNode[];
}

/** Where the reading of one statement stands. */
interface Reading {
  readonly about: XmlNode;
  /** What its balances are in; null where they do not say. */
  currency: string | null;
  isStarted: boolean;
  place: number;
  moved: Cents;
  closing: Balance | null;
  opening: Balance | null;
  entry: Entry | null;
}

const fragment = (name: string, line: number): XmlNode => ({ name, text: '', attributes: {}, children: [], line });

const begun = (line: number): Reading => ({
  about: fragment('Stmt', line),
  currency: null,
  isStarted: false,
  place: 0,
  moved: 0n,
  closing: null,
  opening: null,
  entry: null,
});

const balanceOf = (node: XmlNode): Balance => {
  const day = dayAt(node, 'Dt');
  if (day === null) throw new BankFileFault('FIELD', { expected: 'Dt of Bal', found: 'none' }, node.line);
  return { cents: signedAmount(node), day };
};

/** The currency of an amount; null where it says none. */
const currencyIn = (node: XmlNode): string | null => at(node, 'Amt')?.attributes['Ccy'] ?? null;

/** In which currency the account is: where it does not say so itself, its balances do. */
const currencyOf = ({ about, currency }: Reading): string => textAt(about, 'Acct', 'Ccy') ?? currency ?? 'EUR';

/** Of the many balances of a bank, the booked ones at the beginning and at the end; an intermediate one of a statement in pages serves too. */
const noteBalance = (reading: Reading, node: XmlNode): void => {
  const type = requiredText(node, 'Tp', 'CdOrPrtry', 'Cd|Prtry');
  reading.currency ??= currencyIn(node);
  if (type === 'OPBD' || type === 'PRCD') reading.opening ??= balanceOf(node);
  else if (type === 'CLBD') reading.closing = balanceOf(node);
};

/** Everything that is said of a statement stands before its first movement. */
const start = function* (reading: Reading): Generator<StatementPiece> {
  if (reading.isStarted) return;
  reading.isStarted = true;
  const { about } = reading;
  const account = textAt(about, 'Acct', 'Id', 'IBAN') ?? requiredText(about, 'Acct', 'Id', 'Othr', 'Id');
  yield {
    kind: 'start',
    account,
    currency: currencyOf(reading),
    owner: textAt(about, 'Acct', 'Ownr', 'Nm'),
    number: textAt(about, 'ElctrncSeqNb') ?? textAt(about, 'Id'),
    isDuplicate: (textAt(about, 'CpyDplctInd') ?? '').includes('DUPL'),
    opening: reading.opening,
  };
};

/** The amount of one detail of a sum: in the currency of the account, with the sign of the sum where it has none. */
const amountOf = (detail: XmlNode, sum: Cents): Cents | null => {
  const amount = at(detail, 'Amt') ?? at(detail, 'AmtDtls', 'TxAmt', 'Amt');
  const cents =
    amount === undefined || (amount.attributes['Ccy'] ?? 'EUR') !== 'EUR' ? null : readCents(amount.text.trim());
  if (cents === null) return null;
  const sign = textAt(detail, 'CdtDbtInd') ?? (sum < 0n ? 'DBIT' : 'CRDT');
  return sign === 'DBIT' ? -cents : cents;
};

/** The amounts of the details of a sum; nothing where they do not make it. */
const amountsOf = ({ node, details }: Entry): readonly Cents[] | null => {
  const sum = signedAmount(node);
  if (details.length === 1) return [sum];
  const amounts = details.map((detail) => amountOf(detail, sum)).filter((cents) => cents !== null);
  const made = amounts.reduce((total, cents) => total + cents, 0n);
  return details.length > 0 && amounts.length === details.length && made === sum ? amounts : null;
};

/** The batch that all details of a sum are of. */
const batchOf = ({ node, details }: Entry): string | null => {
  const [one = batchReference(node, undefined), ...others] = new Set(
    details.map((detail) => batchReference(node, detail)),
  );
  return others.length === 0 ? one : null;
};

const movementsOf = function* (entry: Entry): Generator<Omit<Movement, 'place'>> {
  const { node, details } = entry;
  const sum = signedAmount(node);
  const amounts = amountsOf(entry);
  if (amounts === null) {
    yield { ...movementOf(node, undefined, sum > 0n), batchReference: batchOf(entry), cents: sum, bundle: null };
    return;
  }
  const bundle = details.length === 1 ? null : (textAt(node, 'NtryRef') ?? textAt(node, 'AcctSvcrRef'));
  for (const [index, detail] of details.entries()) {
    const cents = amounts[index] ?? 0n;
    yield { ...movementOf(node, detail, cents > 0n), cents, bundle };
  }
};

/** An entry counts in the currency of its account: what it was before stands in its details. */
const refuseOtherCurrency = (reading: Reading, entry: XmlNode): void => {
  const [expected, found] = [currencyOf(reading), currencyIn(entry)];
  if (found === null || found === expected) return;
  throw new BankFileFault('FIELD', { expected: `an amount in ${expected}`, found: quoted(found) }, entry.line);
};

const endEntry = function* (reading: Reading): Generator<StatementPiece> {
  const { entry } = reading;
  reading.entry = null;
  if (entry === null || !isBooked(entry.node)) return;
  refuseOtherCurrency(reading, entry.node);
  reading.moved += signedAmount(entry.node);
  for (const movement of movementsOf(entry)) {
    reading.place += 1;
    yield { kind: 'movement', place: reading.place, ...movement };
  }
};

const endStatement = function* (reading: Reading, line: number): Generator<StatementPiece> {
  yield* start(reading);
  const { opening, closing, moved } = reading;
  if (closing === null)
    throw new BankFileFault(
      'BALANCE',
      { expected: 'a closing balance (CLBD)', found: `none after ${writeCents(moved)} moved` },
      line,
    );
  if (opening !== null) checkBalance({ opening: opening.cents, moved, closing: closing.cents }, line);
  yield { kind: 'end', closing };
};

const readPiece = function* (reading: Reading, piece: XmlPiece): Generator<StatementPiece> {
  if (piece.kind === 'begin' && piece.name === 'Ntry') {
    yield* start(reading);
    reading.entry = { node: fragment('Ntry', piece.line), details: [] };
  } else if (piece.kind === 'end' && piece.name === 'Ntry') yield* endEntry(reading);
  else if (piece.kind === 'whole') take(reading, piece.node);
};

const take = (reading: Reading, node: XmlNode): void => {
  if (node.name === 'Bal') noteBalance(reading, node);
  else if (node.name === 'TxDtls') reading.entry?.details.push(node);
  else (reading.entry?.node ?? reading.about).children.push(node);
};

/** What is looked at stands in the same places in all of them. */
const messages = ['08', '07', '06', '05', '04', '03', '02'].map((version) => `camt.053.001.${version}`);

/**
 * Reads bank-to-customer statements (camt.053.001.08, and those of before down to .02), statement by statement, without holding more than one entry.
 * Fails with a BankFileFault where the file cannot be believed.
 */
export const readCamt053 = async function* (file: Bytes): AsyncGenerator<StatementPiece> {
  let reading: Reading | null = null;
  for await (const piece of readElements(file, { messages, interest })) {
    const name = piece.kind === 'whole' ? piece.node.name : piece.name;
    if (name === 'Stmt' && piece.kind === 'begin') reading = begun(piece.line);
    else if (name === 'Stmt' && piece.kind === 'end' && reading !== null) {
      yield* endStatement(reading, piece.line);
      reading = null;
    } else if (reading !== null) yield* readPiece(reading, piece);
  }
};
