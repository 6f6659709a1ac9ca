import type { FormatName } from './schema.ts';

const mod97 = (digits: string): number => {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
};

const keepAlphanumerics = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '');

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

/** Adds the month surcharge of bis numbers back: +20 when the sex is unknown, +40 when it is known. */
const birthMonth = (month: number): number => {
  if (month >= 40) return month - 40;
  return month >= 20 ? month - 20 : month;
};

/** Whether a text is a Belgian national register or bis number; spaces, dots and dashes are allowed. */
export const isNationalNumber = (text: string): boolean => {
  const digits = text.replace(/[ .-]/g, '');
  if (!/^\d{11}$/.test(digits)) return false;
  const month = birthMonth(Number(digits.slice(2, 4)));
  const day = Number(digits.slice(4, 6));
  // Month and day are 00 when the birth date is unknown; the serial then runs on past 998.
  if (month > 12 || day > 31) return false;
  const check = Number(digits.slice(9));
  const body = digits.slice(0, 9);
  return check === 97 - mod97(body) || check === 97 - mod97(`2${body}`);
};

/** Whether a text is a Belgian enterprise number; dots, spaces and a leading `BE` are allowed. */
export const isEnterpriseNumber = (text: string): boolean => {
  const digits = text.replace(/^BE/i, '').replace(/[ .]/g, '');
  return /^[01]\d{9}$/.test(digits) && Number(digits.slice(8)) === 97 - mod97(digits.slice(0, 8));
};

const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27,
  HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18, NO: 15, PL: 28,
  PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27,
}; // prettier-ignore

/** Whether a text is an IBAN of the SEPA zone with a right check number; Belgian ones also carry a right domestic check. */
export const isIban = (text: string): boolean => {
  const iban = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || iban.length !== IBAN_LENGTHS[iban.slice(0, 2)]) return false;
  const rotated = `${iban.slice(4)}${iban.slice(0, 4)}`;
  const digits = rotated.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  if (mod97(digits) !== 1) return false;
  if (!iban.startsWith('BE')) return true;
  const account = iban.slice(4);
  return (mod97(account.slice(0, 10)) || 97) === Number(account.slice(10));
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

/** The check of each format. */
export const formats: { readonly [F in FormatName]: (text: string) => boolean } = {
  date: isDate,
  email: isEmail,
  phone: isPhone,
  iban: isIban,
  'be-national-number': isNationalNumber,
  'be-enterprise-number': isEnterpriseNumber,
  'postal-code-be': isPostalCode,
};

const trim = (text: string): string => text.trim();

const normalizers: { readonly [F in FormatName]: (text: string) => string } = {
  date: trim,
  email: trim,
  phone: (text) => text.replace(/[ ./()-]/g, ''),
  iban: (text) => keepAlphanumerics(text).toUpperCase(),
  'be-national-number': (text) => keepAlphanumerics(text),
  'be-enterprise-number': (text) => keepAlphanumerics(text).toUpperCase().replace(/^BE/, ''),
  'postal-code-be': (text) => text.replaceAll(' ', ''),
};

/** Brings what a person typed into the stored spelling of a format: separators gone, letters upper case. */
export const normalize = (format: FormatName, text: string): string => normalizers[format](text);

const grouped = (text: string, size: number): string => text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? text;

const displays: { readonly [F in FormatName]?: (text: string) => string } = {
  iban: (text) => grouped(text, 4),
  'be-national-number': (text) => text.replace(/^(\d{2})(\d{2})(\d{2})(\d{3})(\d{2})$/, '$1.$2.$3-$4.$5'),
  'be-enterprise-number': (text) => text.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3'),
};

/** Writes a stored value the way people read it: `85.00.00-997.12`, `BE54 0000 0000 0097`, `0999.999.031`. */
export const display = (format: FormatName, text: string): string => displays[format]?.(text) ?? text;
