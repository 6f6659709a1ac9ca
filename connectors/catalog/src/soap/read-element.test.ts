import { describe, expect, it } from 'vitest';

import { readXml } from '../xml/read-xml.ts';
import { readElement } from './read-element.ts';
import { textType } from './shapes.ts';

const elementOf = (xml: string) => {
  const [element] = readXml('a test', xml).children;
  if (element === undefined) throw new Error('Expected an element');
  return element;
};

describe('a value of a service', () => {
  it.each([
    ['true', true],
    ['0', false],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
    ['__proto__', '__proto__'],
  ])('that its description calls a boolean is one, or the text that was written: %s', (text, value) => {
    expect(readElement(elementOf(`<x>${text}</x>`), textType('boolean'))).toBe(value);
  });
});
