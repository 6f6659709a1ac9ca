import { describe, expect, test } from 'vitest';
import { createCaseHandles } from './case-handle.ts';
import { hideHandles, tellsOfHandles, withoutHandles } from './hide-handles.ts';

const sealed = { caseId: 'c-1', administration: 'housing', procedureKey: 'rent-aid', procedureVersion: 3 };
const secret = new Uint8Array(32).fill(7);
const handles = createCaseHandles(secret);

describe('a case handle', () => {
  test('opens to what was sealed, and is the same for the same case', () => {
    const handle = handles.seal(sealed);
    expect(handles.open(handle)).toEqual(sealed);
    expect(handles.seal(sealed)).toBe(handle);
    expect(createCaseHandles(secret).seal(sealed)).toBe(handle);
  });

  test('does not open once one character of it was altered', () => {
    const handle = handles.seal(sealed);
    for (let at = 0; at < handle.length; at += 1) {
      const other = handle[at] === 'A' ? 'B' : 'A';
      expect(handles.open(`${handle.slice(0, at)}${other}${handle.slice(at + 1)}`), `character ${at}`).toBeNull();
    }
  });

  test.each(['', ' ', 'c-1', 'irisflow-case-1..', `irisflow-case-1.${'A'.repeat(2000)}.${'A'.repeat(43)}`, '\u0000'])(
    'is not %j',
    (text) => {
      expect(handles.open(text)).toBeNull();
    },
  );

  test('of another installation is none here', () => {
    expect(handles.open(createCaseHandles(new Uint8Array(32).fill(8)).seal(sealed))).toBeNull();
  });

  test('is hidden wherever a text or a value carries it', () => {
    const handle = handles.seal(sealed);
    expect(hideHandles(`the worker said "${handle}".`)).toBe('the worker said "•••".');
    expect(tellsOfHandles(`the worker said "${handle}".`, [])).toBe(true);
    expect(withoutHandles({ a: [{ b: `x ${handle}` }], c: 1, d: null })).toEqual({
      a: [{ b: 'x •••' }],
      c: 1,
      d: null,
    });
  });

  test('is known by its name too, so that what stands there under another form is hidden as well', () => {
    const value = { inner: { caseHandle: ['not-a-seal'] }, copy: 'see not-a-seal', 'not-a-seal': 1, long: 2 };
    expect(withoutHandles(value)).toEqual({ inner: {}, copy: 'see •••', '•••': 1, long: 2 });
    expect(tellsOfHandles('{"caseHandle":1}', [])).toBe(true);
    expect(tellsOfHandles('{"rent":12345678901234567890}', ['not-a-seal'])).toBe(false);
  });
});
