import { describe, expect, it } from 'vitest';

import { readXml } from '../xml/read-xml.ts';
import { readElement } from './read-element.ts';
import { readSchemas } from './read-schemas.ts';
import { findOperation } from './read-wsdl.ts';
import { writeElement } from './write-element.ts';

/** What would take minutes or all memory has to end long before. */
const SOON_MS = 3000;

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const schemasOf = (content: string) =>
  readSchemas(
    readXml(
      'the test',
      `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">${content}</schema>`,
    ).children,
  );
const typeOf = (content: string, local: string) => schemasOf(content).type({ namespace: 'urn:t', local });

describe('a service that means harm', () => {
  it('cannot fill the memory with elements', { timeout: SOON_MS }, () => {
    expect(() => readXml('the test', `<a>${'<a/>'.repeat(200_000)}</a>`)).toThrow('at most 50000 elements');
  });

  it('cannot describe more ports than are searched', { timeout: SOON_MS }, () => {
    const wsdl = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><service>${'<port binding="x"/>'.repeat(8000)}</service>${'<binding/>'.repeat(8000)}</definitions>`;
    const description = { documents: readXml('the test', wsdl).children, schemas: readSchemas([]) };
    expect(() => findOperation(description, { operation: 'x', version: undefined })).toThrow('at most 100 ports');
  });

  it('cannot extend types without end', { timeout: SOON_MS }, () => {
    const types = `<complexType name="x0"/>${many(9000, (index) => `<complexType name="x${index + 1}"><complexContent><extension base="t:x${index}"/></complexContent></complexType>`)}`;
    const schemas = schemasOf(types);
    for (const _time of ['once', 'again'])
      expect(() => schemas.type({ namespace: 'urn:t', local: 'x9000' })).toThrow('extend at most 32 others');
  });

  const wide = `<complexType name="x"><sequence><element name="a" type="t:x" minOccurs="0" maxOccurs="unbounded"/>${many(1000, (index) => `<element name="e${index}" minOccurs="0" maxOccurs="unbounded"/>`)}</sequence></complexType>`;

  it('cannot answer with many values of a wide type', { timeout: SOON_MS }, () => {
    const [answer] = readXml('the test', `<a>${'<a/>'.repeat(40_000)}</a>`).children;
    expect(() => answer && readElement(answer, typeOf(wide, 'x'))).toThrow('fewer values');
  });

  it('cannot be asked with many values of a wide type', { timeout: SOON_MS }, () => {
    const shape = { name: { namespace: '', local: 'a' }, isRequired: true, isList: false, isNillable: false };
    const value = { a: Array.from({ length: 100_000 }, () => ({})) };
    expect(() => writeElement({ ...shape, type: () => typeOf(wide, 'x') }, value, 'parameters')).toThrow(
      'fewer values',
    );
  });

  it('may call an element as every object does', () => {
    const type = typeOf(
      '<complexType name="x"><sequence><element name="constructor" minOccurs="0"/></sequence><attribute name="toString"/></complexType>',
      'x',
    );
    const shape = { name: { namespace: '', local: 'a' }, isRequired: true, isList: false, isNillable: false };
    expect(writeElement({ ...shape, type: () => type }, {}, 'parameters')).toBe('<a xmlns=""></a>');
  });
});
