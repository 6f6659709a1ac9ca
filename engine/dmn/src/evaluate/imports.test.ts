import { describe, expect, test } from 'vitest';

import { evaluateDecision, lintDmn, parseDmn } from '@irisflow/dmn';

const NEWEST = 'https://www.omg.org/spec/DMN/20230324/MODEL/';

const file = (name: string, body: string, imports: Readonly<Record<string, string>> = {}): string => {
  const lines = Object.entries(imports).map(
    ([alias, namespace]) => `<import name="${alias}" namespace="urn:${namespace}" importType="${NEWEST}"/>`,
  );
  return `<definitions xmlns="${NEWEST}" id="${name}" name="${name}" namespace="urn:${name}">${lines.join('')}${body}</definitions>`;
};

const decision = (text: string, requirements = '', id = 'd'): string =>
  `<decision id="${id}" name="${id}">${requirements}<literalExpression><text>${text}</text></literalExpression></decision>`;

const needs = (kind: 'Decision' | 'Input', href: string): string =>
  `<informationRequirement><required${kind} href="${href}"/></informationRequirement>`;

const needsKnowledge = (href: string): string =>
  `<knowledgeRequirement><requiredKnowledge href="${href}"/></knowledgeRequirement>`;

const people = file(
  'people',
  '<itemDefinition name="person"><itemComponent name="age"><typeRef>number</typeRef></itemComponent></itemDefinition>' +
    '<businessKnowledgeModel id="adult" name="is adult"><encapsulatedLogic><formalParameter name="who" typeRef="person"/>' +
    '<literalExpression><text>who.age &gt; 17</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>',
);

const rates = file(
  'rates',
  '<inputData id="income" name="income"><variable name="income" typeRef="number"/></inputData>' +
    decision('if income &gt; 1000 then 0.2 else 0.1', needs('Input', '#income'), 'rate'),
);

const problemsOf = (xml: string, files: readonly string[] = []): string[] => {
  const parsed = parseDmn(xml, { files });
  return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message}`);
};

const evaluate = (xml: string, files: readonly string[], variables: Record<string, unknown> = {}) => {
  const parsed = parseDmn(xml, { files });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return evaluateDecision(parsed.requirements, 'd', { variable: (name) => variables[name], now: 0 });
};

describe('a file that imports others', () => {
  const asking = file(
    'asking',
    '<inputData id="a" name="applicant"><variable name="applicant" typeRef="the law.person"/></inputData>' +
      decision('the law.is adult(applicant)', needs('Input', '#a') + needsKnowledge('urn:people#adult')),
    { 'the law': 'people' },
  );

  test('given functions and types of another file, then they are used under the name of the import', () => {
    expect(evaluate(asking, [people], { applicant: { age: 18 } })).toMatchObject({ output: true });
    expect(evaluate(asking, [people], { applicant: { age: 'old' } })).toMatchObject({ output: null });
  });

  test('given decisions of another file, then they are evaluated first, each once, and told in the trace', () => {
    const half = (name: string) =>
      file(name, decision('rates.rate / 2', needs('Decision', 'urn:rates#rate')), { rates: 'rates' });
    const both = needs('Decision', 'urn:left#d') + needs('Decision', 'urn:right#d');
    const sum = file('sum', decision('left.d + the right.d', both), { left: 'left', 'the right': 'right' });
    const result = evaluate(sum, [half('left'), half('right'), rates], { income: 2000 });

    expect(result).toMatchObject({ output: 0.2 });
    expect(result.trace.map(({ decisionId }) => decisionId)).toEqual(['rate', 'd', 'd', 'd']);
  });

  test('given an input of another file, then it comes from the variables with the type it has there', () => {
    const asked = file('asked', decision('rates.income + 1', needs('Input', 'urn:rates#income')), { rates: 'rates' });

    expect(evaluate(asked, [rates], { income: 1 })).toMatchObject({ output: 2 });
    expect(evaluate(asked, [rates], { income: 'much' })).toMatchObject({ output: null });
  });

  test('given the name of an import in an expression, then lint knows it', () => {
    const parsed = parseDmn(asking, { files: [people] });

    expect(parsed.ok && lintDmn(parsed.requirements)).toEqual([]);
  });

  test.each([
    ['no such file', [], 'DMN_IMPORT: '],
    ['a file that is wrong', [people.replace('who.age &gt; 17', '1 +')], 'DMN_IMPORT_INVALID: '],
    ['a file that cannot be read', ['<a/>'], 'DMN_IMPORT: '],
    [
      'a file that imports the first one',
      [people.replace('<itemDefinition', `<import name="x" namespace="urn:asking" importType="${NEWEST}"/>$&`)],
      'DMN_IMPORT_INVALID: ',
    ],
    ['a file without the element', [people.replace('id="adult"', 'id="child"')], 'DMN_REFERENCE_UNRESOLVED: '],
  ])('given %s, then it is refused by name', (_, files, code) => {
    expect(problemsOf(asking, files)[0]).toContain(code);
  });

  test('given files that import each other and a third one, then nothing goes round for ever', () => {
    const ring = (name: string, next: string) => file(name, decision('1'), { other: next, rates: 'rates' });

    expect(problemsOf(ring('a', 'b'), [ring('b', 'c'), ring('c', 'b'), rates])[0]).toContain('DMN_IMPORT_INVALID');
  });

  test('given a file of functions alone, then it can be imported and not deployed', () => {
    expect(problemsOf(people)).toEqual(['DMN_NO_DECISION: Expected at least one decision, but the file has none.']);
  });
});
