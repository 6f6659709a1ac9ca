export { type Cents, readCents, writeCents } from './amount.ts';
export { BankFileFault, type BankFileCode } from './bank-file-fault.ts';
export { communicationOf, type Communication } from './communication.ts';
export type {
  Balance,
  Bytes,
  Counterparty,
  Movement,
  StatementEnd,
  StatementPiece,
  StatementStart,
} from './statement.ts';
export { readCoda } from './coda/read-coda.ts';
export { readCamt053 } from './iso20022/read-camt053.ts';
export { readPain002, type PaymentStatus, type StatusReason } from './iso20022/read-pain002.ts';
export { sepaText } from './iso20022/sepa-text.ts';
export type { CreditTransfer, PostalAddress, TransferBatch } from './iso20022/transfer-batch.ts';
export { writePain001 } from './iso20022/write-pain001.ts';
