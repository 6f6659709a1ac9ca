import type { Bytes } from '../statement.ts';
import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { readElements, type Interest } from './read-elements.ts';
import { requiredText } from './read-fields.ts';
import { allOf, textAt, type XmlNode } from './xml-node.ts';

/** Why a bank says so: a code of ISO 20022 such as `AC04` (account closed), and its own words. */
export interface StatusReason {
  readonly code: string | null;
  readonly text: string | null;
}

/**
 * What a bank says of what it was sent. The whole file first, then what it says of a batch, then of single orders: whoever is not
 * named has the status of what it belongs to.
 */
export interface PaymentStatus {
  readonly of: 'file' | 'batch' | 'order';
  /** MsgId of the file that this is about. */
  readonly messageId: string;
  /** PmtInfId of the batch; null for the file. */
  readonly batchId: string | null;
  /** EndToEndId of the order; null for file and batch. */
  readonly endToEndId: string | null;
  /** As ISO 20022 has it: `ACCP`, `ACSC`, `PDNG`, `RJCT`, `PART`; or of the verification of the payee: `RCVC`, `RVNM`, `RVMC`, `RVNA`. */
  readonly status: string;
  readonly reasons: readonly StatusReason[];
}

const REPORT = 'Document/CstmrPmtStsRpt';
const BATCH = `${REPORT}/OrgnlPmtInfAndSts`;

const within = new Set(['Document', REPORT, BATCH]);
const whole = new Set([
  `${REPORT}/OrgnlGrpInfAndSts`,
  `${BATCH}/OrgnlPmtInfId`,
  `${BATCH}/PmtInfSts`,
  `${BATCH}/StsRsnInf`,
  `${BATCH}/TxInfAndSts`,
]);

const interest = (path: string): Interest => {
  if (within.has(path)) return 'within';
  return whole.has(path) ? 'whole' : 'none';
};

const status = /^[A-Z]{4}$/;

/** What a bank says of it, in a code of four letters; null where it says nothing. */
const statusAt = (node: XmlNode, name: string): string | null => {
  const found = textAt(node, name);
  if (found === null || status.test(found)) return found;
  throw new BankFileFault('FIELD', { expected: `a status in ${name}`, found: quoted(found) }, node.line);
};

const reasonOf = (node: XmlNode): StatusReason => ({
  code: textAt(node, 'Rsn', 'Cd|Prtry'),
  text:
    allOf(node, 'AddtlInf')
      .map(({ text }) => text.trim())
      .join(' ') || null,
});

const reasonsOf = (node: XmlNode): readonly StatusReason[] => allOf(node, 'StsRsnInf').map(reasonOf);

/** Where the reading of one report stands. */
interface Reading {
  messageId: string;
  batch: XmlNode | null;
  /** That the status of the batch was told, which stands before its orders. */
  isTold: boolean;
}

const batchIdOf = (batch: XmlNode): string => requiredText(batch, 'OrgnlPmtInfId');

const tellBatch = function* (reading: Reading): Generator<PaymentStatus> {
  const { batch, messageId, isTold } = reading;
  const said = batch === null || isTold ? null : statusAt(batch, 'PmtInfSts');
  reading.isTold = true;
  if (batch === null || said === null) return;
  yield {
    of: 'batch',
    messageId,
    batchId: batchIdOf(batch),
    endToEndId: null,
    status: said,
    reasons: reasonsOf(batch),
  };
};

const tellOrder = function* (reading: Reading, node: XmlNode): Generator<PaymentStatus> {
  yield* tellBatch(reading);
  const said = statusAt(node, 'TxSts');
  if (said === null || reading.batch === null) return;
  yield {
    of: 'order',
    messageId: reading.messageId,
    batchId: batchIdOf(reading.batch),
    endToEndId: requiredText(node, 'OrgnlEndToEndId'),
    status: said,
    reasons: reasonsOf(node),
  };
};

const tellFile = function* (reading: Reading, node: XmlNode): Generator<PaymentStatus> {
  reading.messageId = requiredText(node, 'OrgnlMsgId');
  const said = statusAt(node, 'GrpSts');
  if (said === null) return;
  yield {
    of: 'file',
    messageId: reading.messageId,
    batchId: null,
    endToEndId: null,
    status: said,
    reasons: reasonsOf(node),
  };
};

const take = function* (reading: Reading, node: XmlNode): Generator<PaymentStatus> {
  if (node.name === 'OrgnlGrpInfAndSts') yield* tellFile(reading, node);
  else if (node.name === 'TxInfAndSts') yield* tellOrder(reading, node);
  else reading.batch?.children.push(node);
};

/**
 * Reads a customer payment status report (pain.002.001.10, and .03 of before), status by status, without holding it.
 * Fails with a BankFileFault where it is none.
 */
export const readPain002 = async function* (file: Bytes): AsyncGenerator<PaymentStatus> {
  const reading: Reading = { messageId: '', batch: null, isTold: false };
  for await (const piece of readElements(file, { messages: ['pain.002.001.10', 'pain.002.001.03'], interest })) {
    if (piece.kind === 'whole') yield* take(reading, piece.node);
    else if (piece.name === 'OrgnlPmtInfAndSts' && piece.kind === 'begin') {
      reading.batch = { name: piece.name, text: '', attributes: {}, children: [], line: piece.line };
      reading.isTold = false;
    } else if (piece.name === 'OrgnlPmtInfAndSts') {
      yield* tellBatch(reading);
      reading.batch = null;
    }
  }
  if (reading.messageId === '') throw new BankFileFault('FIELD', { expected: 'OrgnlGrpInfAndSts', found: 'none' });
};
