import { describe, expect, test } from 'vitest';

import { dmnProblemCodes, dmnProblemMessage, dmnProblemTexts, lintDmn, parseDmn, writeDmn } from '@irisflow/dmn';
import type { DmnDraft, DmnProblem, DmnProblemCode } from '@irisflow/dmn';

const codes = Object.keys(dmnProblemTexts.en) as DmnProblemCode[];

const holesOf = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).toSorted();

const firstProblem = (xml: string): DmnProblem => {
  const parsed = parseDmn(xml);
  const [problem] = parsed.ok ? lintDmn(parsed.requirements, parsed.positions) : parsed.problems;
  if (problem === undefined) throw new Error('Expected a problem, but the file is fine.');
  return problem;
};

const table = (rules: readonly (readonly string[])[]): string => {
  const logic = { inputs: [{ expression: 'x' }], outputs: [{ name: 'y' }], rules };
  return writeDmn({ id: 'drg', decisions: [{ id: 'd', logic }] } satisfies DmnDraft);
};

describe('texts', () => {
  test('given the codes, then each has a text and no other has', () => {
    expect(codes.filter((code) => code.startsWith('DMN_')).toSorted()).toEqual(Object.keys(dmnProblemCodes).toSorted());
  });

  test.each(['fr', 'nl', 'de'] as const)(
    'given %s, then it has the texts of English with the same parameters',
    (to) => {
      expect(Object.keys(dmnProblemTexts[to])).toEqual(codes);
      for (const code of codes)
        expect(holesOf(dmnProblemTexts[to][code]), code).toEqual(holesOf(dmnProblemTexts.en[code]));
    },
  );
});

describe('a problem', () => {
  test.each([
    [
      'no XML',
      '<definitions>',
      "Le fichier n'est pas du XML bien formé\u00a0: l'élément <definitions> n'est pas fermé.",
    ],
    ['another root', '<a/>', 'La racine du fichier doit être <definitions> de DMN 1.1 à 1.5.'],
    [
      'content nobody knows',
      table([]).replace('<decision ', '<bogus/><decision '),
      "«\u00a0bogus\u00a0» n'existe pas dans DMN 1.1 à 1.5.",
    ],
    [
      'a bad cell',
      table([['1', '1 +']]),
      "«\u00a01 +\u00a0» n'est pas du FEEL valable, au caractère 4\u00a0: L'expression s'arrête trop tôt.",
    ],
    ['an empty table', table([]), "La table n'a pas de règles."],
    [
      'equal rules',
      table([
        ['1', '1'],
        ['1', '2'],
      ]),
      "Une seule règle peut s'appliquer (UNIQUE), mais la règle 2 a les conditions de la règle 1.",
    ],
  ])('given %s, then French says it without English, and every hole is filled', (_, xml, message) => {
    const problem = firstProblem(xml);

    expect(dmnProblemMessage(problem, 'fr')).toBe(message);
    expect(problem.message).toBe(dmnProblemMessage(problem, 'en'));
    expect(problem.message).not.toMatch(/\{\w+\}/);
  });
});
