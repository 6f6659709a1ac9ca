import { parseObject } from '../sources/read-ssin.ts';
import type { CarrierKind, HandedOver } from './letter-book.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const partOf = (value: unknown) => parseObject(JSON.stringify(value ?? {}));

const linesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) && value.every((line) => typeof line === 'string' && line.trim() !== '') ? value : [];

const recipientOf = (kind: CarrierKind, value: unknown): readonly string[] => {
  const { lines, nationalNumber, enterpriseNumber } = partOf(value);
  if (kind === 'registered') return linesOf(lines);
  // The page of the demonstration shows of a national number what tells people apart, and no more.
  const national = textOf(nationalNumber);
  if (/^\d{11}$/.test(national)) return [`National number ••• ${national.slice(-2)}`];
  const enterprise = textOf(enterpriseNumber);
  return /^\d{10}$/.test(enterprise) ? [`Enterprise ${enterprise}`] : [];
};

/** A letter that is handed over whole; undefined where something of it is missing. */
export const readLetter = (kind: CarrierKind, body: string): HandedOver | undefined => {
  const { reference, account, sender, subject, recipient, document, webhookUrl } = parseObject(body);
  const { mediaType, content } = partOf(document);
  const bytes = Buffer.from(textOf(content), 'base64');
  const letter = {
    kind,
    reference: textOf(reference),
    account: textOf(account),
    sender: textOf(partOf(sender)['name']),
    subject: textOf(subject),
    recipient: recipientOf(kind, recipient),
    bytes: bytes.length,
    webhookUrl: textOf(webhookUrl),
  };
  const isWhole =
    [letter.reference, letter.account, letter.sender, letter.subject].every((text) => text !== '') &&
    letter.recipient.length > 0 &&
    mediaType === 'application/pdf' &&
    bytes.subarray(0, 5).toString() === '%PDF-' &&
    URL.canParse(letter.webhookUrl);
  return isWhole ? letter : undefined;
};
