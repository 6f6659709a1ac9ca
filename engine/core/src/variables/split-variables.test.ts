import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandRefused } from '../desk/failure.ts';
import { splitVariables } from './split-variables.ts';

describe('splitting variables', () => {
  it('gives every member as it was written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()).filter((object) => !/\d{19}/.test(JSON.stringify(object))),
        fc.constantFrom(0, 2, '\t'),
        (object, indent) => {
          const members = splitVariables(JSON.stringify(object, null, indent));
          const rebuilt = JSON.parse(
            `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`,
          );
          expect(rebuilt).toEqual(JSON.parse(JSON.stringify(object)));
        },
      ),
    );
  });

  it('either splits or refuses any text', () => {
    const attempt = (text: string): string => {
      try {
        splitVariables(text);
        return 'split';
      } catch (failure) {
        return failure instanceof CommandRefused ? failure.rejection.type : 'broken';
      }
    };
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['split', 'INVALID_ARGUMENT']).toContain(attempt(text));
      }),
    );
  });

  it('keeps integers of 64 bits and refuses longer ones', () => {
    expect(splitVariables('{"n":9223372036854775807}')).toEqual([['n', '9223372036854775807']]);
    expect(() => splitVariables('{"n":[9223372036854775808]}')).toThrow(/64 bits/);
    expect(splitVariables('{"n":"99999999999999999999"}')).toHaveLength(1);
  });
});
