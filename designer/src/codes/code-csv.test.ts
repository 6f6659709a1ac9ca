import { describe, expect, test } from 'vitest';
import { compareCodes, readCodes, writeCodes } from './code-csv.ts';

const elsene = {
  code: '21009',
  label: { fr: 'Ixelles', nl: 'Elsene', en: 'Ixelles; "Elsene"' },
  parent: 'bru',
  validFrom: '2020-01-01',
};
const brussels = { code: 'bru', label: { fr: 'Bruxelles', nl: 'Brussel', en: 'Brussels' } };

const problemsOf = (content: string, parents: ReadonlySet<string> | null = null) => {
  const read = readCodes(content, parents);
  return read.ok ? [] : read.errors.map(({ line, problem, found }) => `${line} ${problem} ${found}`);
};

describe('a file of codes', () => {
  test('comes back as it was written', () => {
    expect(readCodes(writeCodes([elsene, brussels]), null)).toEqual({ ok: true, codes: [elsene, brussels] });
  });

  test('gives a spreadsheet no formula, and comes back without what kept it from being one', () => {
    const label = { fr: '=HYPERLINK("https://elsewhere.example";"Ixelles")', nl: '@SUM(1)', en: "'-1+1" };
    const codes = [
      { ...elsene, label },
      { ...brussels, label: { fr: '-12,5', nl: '+cmd', en: "'quoted'" } },
    ];
    const written = writeCodes(codes);
    expect(written).not.toMatch(/[;"][=@+]|^[=@+]/m);
    expect(written).toContain(';"-12,5";');
    expect(readCodes(written, null)).toEqual({ ok: true, codes });
  });

  test('has its columns in any order, with commas or tabs, days as Belgians write them, and lines that say nothing', () => {
    const content = 'NL,fr,en,code,validTo\r\nBrussel,Bruxelles,Brussels,bru,31/12/2026\r\n,,,,\r\n';
    expect(readCodes(content, null)).toEqual({ ok: true, codes: [{ ...brussels, validTo: '2026-12-31' }] });
  });

  test('is refused whole, with each of its mistakes and its line', () => {
    expect(problemsOf('code;fr\nbru;Bruxelles')).toEqual(['1 columns nl, en']);
    const head = 'code;fr;nl;en;parent;validFrom;validTo\n';
    expect(problemsOf(`${head};Sans code;x;x;;;\na b;x;x;x;;;\nbru;;;;;;\n`)).toEqual([
      '2 noCode ',
      '3 oddCode a b',
      '4 noLabel bru',
    ]);
    expect(problemsOf(`${head}bru;x;x;x;;31/02/2026;\nbru;x;x;x;;2026-02-01;2026-01-01`)).toEqual([
      '2 oddDay 31/02/2026',
      '3 days 2026-01-01',
      '3 twice bru',
    ]);
    expect(problemsOf(`${head}21009;x;x;x;vla;;`, new Set(['bru']))).toEqual(['2 parent vla']);
    expect(problemsOf(`${head}${Array.from({ length: 2001 }, (_, at) => `c${at};x;x;x;;;`).join('\n')}`)).toEqual([
      '2002 tooMany 2001',
    ]);
  });

  test('may leave a language open: publication asks for it', () => {
    expect(readCodes('code;fr;nl;en\nbru;Bruxelles;;Brussels', null)).toEqual({
      ok: true,
      codes: [{ code: 'bru', label: { fr: 'Bruxelles', nl: '', en: 'Brussels' } }],
    });
  });

  test('says what it changes', () => {
    const renamed = { ...elsene, label: { ...elsene.label, en: 'Ixelles' } };
    const added = { ...brussels, code: 'wal' };
    expect(compareCodes([elsene, brussels], [renamed, added])).toEqual({ added: 1, changed: 1, removed: 1 });
  });
});
