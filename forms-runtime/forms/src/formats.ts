import {
  capakey,
  communeCode,
  creditorReference,
  enterpriseNumber,
  establishmentUnit,
  iban,
  nationalNumber,
  plate,
  structuredCommunication,
  vin,
  type Identifier,
} from '@irisflow/identifiers';
import type { FormatName } from './schema.ts';

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export const isDate = (text: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** Whether a text looks like one e-mail address; at most 254 characters. */
export const isEmail = (text: string): boolean => {
  if (text.length > 254 || /[\s,;:<>()[\]\\"]/.test(text)) return false;
  const at = text.indexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || local.length > 64 || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  const labels = domain.split('.');
  const isLabel = (label: string): boolean => /^[\p{L}\p{N}-]{1,63}$/u.test(label) && !/^-|-$/.test(label);
  return !domain.includes('@') && labels.length >= 2 && labels.every(isLabel) && (labels.at(-1) ?? '').length >= 2;
};

/** Whether a text is a phone number of 8 to 15 digits, with an optional leading `+` and usual separators. */
export const isPhone = (text: string): boolean => {
  if (!/^\+?[0-9 ./()-]+$/.test(text) || text.length > 30) return false;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15;
};

const isPostalCode = (text: string): boolean => /^[1-9]\d{3}$/.test(text);

/** What the formats of identifiers check, in the words of those who know them. */
const identifiers = {
  iban,
  'be-national-number': nationalNumber,
  'be-enterprise-number': enterpriseNumber,
  'be-establishment-unit': establishmentUnit,
  'be-structured-communication': structuredCommunication,
  'creditor-reference': creditorReference,
  vin,
  'be-plate': plate,
  'be-capakey': capakey,
  'be-commune': communeCode,
} as const satisfies { readonly [F in FormatName]?: Identifier };

const identifierOf = (format: FormatName): Identifier | undefined =>
  (identifiers as { readonly [F in FormatName]?: Identifier })[format];

type IdentifierFormat = keyof typeof identifiers;

const accepts =
  ({ check }: Identifier) =>
  (text: string): boolean =>
    check(text).ok;

const identifierChecks = Object.fromEntries(
  Object.entries(identifiers).map(([format, identifier]) => [format, accepts(identifier)]),
) as { readonly [F in IdentifierFormat]: (text: string) => boolean };

/** The check of each format. */
export const formats: { readonly [F in FormatName]: (text: string) => boolean } = {
  ...identifierChecks,
  date: isDate,
  email: isEmail,
  phone: isPhone,
  'postal-code-be': isPostalCode,
};

/** Why a text is not of a format, beside the format's name: the reason by its code, and what a text about it may name. */
export const formatParams = (format: FormatName, text: string): Readonly<Record<string, string | number>> => {
  const checked = identifierOf(format)?.check(text);
  if (checked === undefined || checked.ok) return { format };
  return { ...checked.refusal.params, format, reason: checked.refusal.code };
};

const normalizers: { readonly [F in FormatName]?: (text: string) => string } = {
  phone: (text) => text.replace(/[ ./()-]/g, ''),
  'postal-code-be': (text) => text.replaceAll(' ', ''),
};

/** Brings what a person typed into the stored spelling of a format: separators gone, letters upper case. */
export const normalize = (format: FormatName, text: string): string => {
  const write = identifierOf(format)?.normalize ?? normalizers[format];
  return write === undefined ? text.trim() : write(text);
};

/** Writes a stored value the way people read it: `85.00.00-997.12`, `BE54 0000 0000 0097`, `0999.999.031`. */
export const display = (format: FormatName, text: string): string => identifierOf(format)?.format(text) ?? text;
