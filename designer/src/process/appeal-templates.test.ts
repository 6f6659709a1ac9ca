import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { expect, test } from 'vitest';
import { appealTemplates, type AppealWords } from './appeal-templates.ts';

const words: AppealWords = {
  category: 'Recours',
  lodged: 'Recours introduit',
  ended: 'Recours tranché',
  run: 'Dossier',
  runHint: 'De quel dossier.',
};
const text = { fr: 'x', nl: 'x', en: 'x' };
const remedy = { what: text, body: text, address: text, within: text };

interface Template {
  readonly name: string;
  readonly elementType: { readonly value: string };
  readonly properties: readonly { readonly value: string; readonly binding: { readonly name?: string } }[];
}

test('an appeal is offered as an event of a path, of a step and of the whole case, on the key of the case', () => {
  const offered = appealTemplates([remedy] as never, words) as unknown as readonly Template[];
  const valuesOf = (name: string) =>
    offered.map(({ properties }) => properties.find(({ binding }) => binding.name === name)?.value);
  expect(offered.map(({ name, elementType }) => [name, elementType.value])).toEqual(
    ['Recours introduit', 'Recours tranché'].flatMap((name) => [
      [name, 'bpmn:IntermediateCatchEvent'],
      [name, 'bpmn:BoundaryEvent'],
      [name, 'bpmn:StartEvent'],
    ]),
  );
  expect(new Set(valuesOf('name'))).toEqual(new Set(['appeal.lodged', 'appeal.ended']));
  expect(new Set(valuesOf('correlationKey'))).toEqual(new Set(['=caseId']));
  for (const template of offered) expect(validateZeebe(template), template.name).toMatchObject({ valid: true });
});

test('nothing is offered where the law gives no remedy', () => {
  expect(appealTemplates(undefined, words)).toEqual([]);
  expect(appealTemplates([], words)).toEqual([]);
});
