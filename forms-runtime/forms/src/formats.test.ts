import { describe, expect, test } from 'vitest';
import { display, formatParams, formats, normalize, type FormatName } from './index.ts';

const right: { readonly [F in FormatName]: readonly string[] } = {
  date: ['2024-02-29', '2000-12-31', '1900-01-01'],
  email: ['a@b.be', 'noor.verlinden+case@sub.example.brussels', 'élodie@exämple.be'],
  phone: ['02 204 00 00', '+32 470/12.34.56', '0470123456', '(02) 204-00-00'],
  iban: ['BE54000000000097', 'be25 9990 0000 1282', 'NL91ABNA0417164300', 'DE89370400440532013000'],
  'be-national-number': [
    '42.01.22-051.81', '93051822361', '00012556777', '00000000196', '00000100166', '85200000181', '85400000325',
    '07400000563', '85000099712', '90000099819', '10000099718',
  ],
  'be-enterprise-number': ['0566.988.259', '0999999031', 'BE 0999.999.130', '1999.999.052'],
  'be-establishment-unit': ['2.999.999.073'],
  'be-structured-communication': ['+++202/6000/00192+++', '202600000192'],
  'creditor-reference': ['RF18 5390 0754 7034'],
  vin: ['wvwzzz1jz3w386752'],
  'be-plate': ['1-ABC-123', '1abc123'],
  'be-capakey': ['21541A0123/00B000'],
  'be-commune': ['21004'],
  'postal-code-be': ['1000', '9999'],
}; // prettier-ignore

const wrong: { readonly [F in FormatName]: readonly string[] } = {
  date: ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '24-01-01', '2024-1-1', '2024-01-01T00:00', ''],
  email: ['a', 'a@b', '@b.be', 'a@.be', 'a b@c.be', 'a@b..be', 'a@-b.be', 'a@b.be,c@d.be', `${'a'.repeat(65)}@b.be`],
  phone: ['1234567', '+', 'call me', '12345678901234567', '00+32470123456'],
  iban: ['BE54000000000098', 'BE5400000000009', 'XX54000000000097', 'NL91ABNA0417164301', 'BE', ''],
  'be-national-number': ['42012205182', '8513000071', '85330099712', '85000099713', 'abcdefghijk', ''],
  'be-enterprise-number': ['0566988258', '2999999073', '056698825', '05669882590'],
  'be-establishment-unit': ['0999.999.031'],
  'be-structured-communication': ['+++202/6000/00193+++'],
  'creditor-reference': ['RF19 5390 0754 7034'],
  vin: ['WVWZZZ1JZ3W38675O'],
  'be-plate': ['1-ABC-12'],
  'be-capakey': ['21541A0123'],
  'be-commune': ['1000'],
  'postal-code-be': ['0999', '10000', '1 000', 'B-1000'],
}; // prettier-ignore

const pairs = (table: { readonly [F in FormatName]: readonly string[] }) =>
  Object.entries(table).flatMap(([format, texts]) => texts.map((text) => [format as FormatName, text] as const));

describe('formats', () => {
  test.each(pairs(right))('%s accepts %s', (format, text) => {
    expect(formats[format](text)).toBe(true);
  });

  test.each(pairs(wrong))('%s refuses "%s"', (format, text) => {
    expect(formats[format](text)).toBe(false);
  });

  test.each(pairs(right))('%s: %s keeps its meaning when normalized', (format, text) => {
    const stored = normalize(format, text);

    expect(formats[format](stored)).toBe(true);
    expect(normalize(format, stored)).toBe(stored);
    expect(normalize(format, display(format, stored))).toBe(stored);
  });

  test('an identifier is refused with its reason', () => {
    expect(formatParams('iban', 'BE5400000000009')).toEqual({
      format: 'iban',
      reason: 'length',
      expected: 16,
      found: 15,
    });
    expect(formatParams('vin', 'WVWZZZ1JZ3W38675O')).toEqual({
      format: 'vin',
      reason: 'lookalike',
      found: 'O',
      meant: '0',
    });
    expect(formatParams('email', 'nobody')).toEqual({ format: 'email' });
  });

  test('values are displayed as printed on cards', () => {
    expect(display('be-national-number', '85000099712')).toBe('85.00.00-997.12');
    expect(display('iban', 'BE54000000000097')).toBe('BE54 0000 0000 0097');
    expect(display('be-enterprise-number', '0999999031')).toBe('0999.999.031');
    expect(display('email', 'a@b.be')).toBe('a@b.be');
  });
});
