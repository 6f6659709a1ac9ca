import { describe, expect, it } from 'vitest';

import { textType, type ElementShape } from './shapes.ts';
import { writeElement } from './write-element.ts';

const element = (local: string, type = textType('text')): ElementShape => ({
  name: { namespace: 'urn:x', local },
  isRequired: true,
  isList: false,
  isNillable: false,
  type: () => type,
});

describe('an element of a question', () => {
  it.each(['permit', '_rue', 'straße-2', 'a.b'])('is called as its description says: %s', (name) => {
    expect(writeElement(element(name), 'P-1', name)).toBe(`<${name} xmlns="urn:x">P-1</${name}>`);
  });

  it.each(['a><Body/', 'a b', '1a', 'a:b', ''])(
    'has a name of XML, which a description could make markup of: "%s"',
    (name) => {
      const withAttribute = element('a', { ...textType('text'), attributes: [name] });

      expect(() => writeElement(element(name), 'P-1', 'x')).toThrow('Expected names of XML');
      expect(() => writeElement(withAttribute, { [name]: 'y', value: 'z' }, 'x')).toThrow('Expected names of XML');
    },
  );
});
