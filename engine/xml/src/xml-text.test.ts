import { describe, expect, test } from 'vitest';

import { scanXml, xmlMessage, xmlTexts } from '@irisflow/xml';
import type { XmlFaultCode, XmlProblem, XmlProblemCode } from '@irisflow/xml';

const holesOf = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).toSorted();

const firstProblem = (text: string): XmlProblem => {
  const scan = scanXml(text);
  const [problem] = scan.ok ? [] : scan.problems;
  if (problem === undefined) throw new Error(`Expected "${text}" to be refused, but it is fine.`);
  return problem;
};

describe('texts', () => {
  test.each(['fr', 'nl', 'de'] as const)(
    'given %s, then it has the texts of English with the same parameters',
    (to) => {
      const codes = Object.keys(xmlTexts.en) as (XmlProblemCode | XmlFaultCode)[];

      expect(Object.keys(xmlTexts[to])).toEqual(codes);
      for (const code of codes) expect(holesOf(xmlTexts[to][code]), code).toEqual(holesOf(xmlTexts.en[code]));
    },
  );

  test('given a problem, then its message is its English text', () => {
    const problem = firstProblem('<a><b x=1/></a>');

    expect(problem.message).toBe(xmlMessage(problem, 'en'));
  });

  test.each([
    ['<a><b></a>', "Le fichier n'est pas du XML bien formé\u00a0: cette balise de fermeture ne correspond pas"],
    ['<?xml version="1.1"?><a/>', 'Seule la version 1.0 de XML est acceptée, pas 1.1.'],
    ['<a id="x"><b id="x"/></a>', "L'identifiant «\u00a0x\u00a0» de <b> est déjà utilisé à la ligne 1."],
  ])('given %s, then French says it without English', (text, message) => {
    expect(xmlMessage(firstProblem(text), 'fr')).toContain(message);
  });
});

describe('what is not well-formed', () => {
  test.each([
    ['<a>', 'TAG_UNCLOSED', { name: 'a' }],
    ['<a><b></a>', 'TAG_UNEXPECTED', {}],
    ['<a/></b>', 'TAG_UNMATCHED', { name: 'b' }],
    ['<p:a/>', 'PREFIX_UNBOUND', { name: '"p"' }],
    ['<a x="1" x="2"/>', 'ATTRIBUTE_TWICE', { name: 'x' }],
    ['<a x>', 'VALUE_MISSING', {}],
    ['<a x=1/>', 'VALUE_UNQUOTED', {}],
    ['<a>&nbsp;</a>', 'ENTITY_UNKNOWN', {}],
    ['<a<b/>', 'CHARACTER_WRONG', {}],
    ['hello', 'TEXT_OUTSIDE', {}],
    ['<!-- -->', 'ROOT_MISSING', {}],
    ['<a/><b/>', 'ROOT_TWICE', {}],
    ['<a/><!-', 'END_UNEXPECTED', {}],
    ['<a>]]></a>', 'OTHER', { found: 'the string "]]>" is disallowed in char data' }],
  ])('given %s, then the fault has a name', (text, fault, params) => {
    expect(firstProblem(text)).toMatchObject({ code: 'XML_MALFORMED', fault: { fault, params } });
  });
});
