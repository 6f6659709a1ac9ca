import { readCents, type Cents } from '../amount.ts';
import { BankFileFault, quoted } from '../bank-file-fault.ts';
import { calendarDay } from '../calendar-day.ts';
import { at, textAt, type XmlNode } from './xml-node.ts';

const refuse = (node: XmlNode, expected: string, found: string | null): never => {
  throw new BankFileFault('FIELD', { expected, found: found === null ? 'none' : quoted(found) }, node.line);
};

/** What an element must say. */
export const requiredText = (node: XmlNode, ...names: readonly string[]): string =>
  textAt(node, ...names) ?? refuse(node, names.join('/'), null);

/** The amount of an element, above zero what came: its sign stands beside it. */
export const signedAmount = (node: XmlNode, name = 'Amt'): Cents => {
  const text = requiredText(node, name);
  const cents = readCents(text) ?? refuse(node, `an amount of whole cents in ${name}`, text);
  const sign = requiredText(node, 'CdtDbtInd');
  if (sign === 'CRDT') return cents;
  return sign === 'DBIT' ? -cents : refuse(node, 'CRDT or DBIT', sign);
};

/** A day, of a field that says a day or a moment; null where it says neither. */
export const dayAt = (node: XmlNode | undefined, ...names: readonly string[]): string | null => {
  const field = at(node, ...names);
  if (field === undefined) return null;
  const text = textAt(field, 'Dt|DtTm') ?? field.text.trim();
  return calendarDay(text.slice(0, 10)) ?? refuse(field, `a day in ${field.name}`, text);
};
