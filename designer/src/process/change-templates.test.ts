import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { expect, test } from 'vitest';
import { changeTemplates, type ChangeWords } from './change-templates.ts';

const words: ChangeWords = {
  category: 'Changements',
  changed: 'Changement pris en compte',
  withdrawn: 'Partie retirée',
  run: 'Dossier',
  runHint: 'De quel dossier.',
};
const part = { key: 'lease', label: { fr: 'Bail', nl: 'Huur', en: 'Lease' } };

interface Template {
  readonly id: string;
  readonly name: string;
  readonly elementType: { readonly value: string };
  readonly properties: readonly { readonly value: string; readonly binding: { readonly name?: string } }[];
}

test('what applicants may declare is offered as events of a path, of a step and of the whole case', () => {
  const offered = changeTemplates({ fields: ['/rent'], parts: [part] }, words) as unknown as readonly Template[];
  expect(offered.map(({ name, elementType }) => [name, elementType.value])).toEqual(
    ['Changement pris en compte', 'Partie retirée'].flatMap((name) => [
      [name, 'bpmn:IntermediateCatchEvent'],
      [name, 'bpmn:BoundaryEvent'],
      [name, 'bpmn:StartEvent'],
    ]),
  );
  const valuesOf = (name: string) =>
    offered.map(({ properties }) => properties.find(({ binding }) => binding.name === name)?.value);
  expect(new Set(valuesOf('name'))).toEqual(new Set(['change.declared', 'part.withdrawn']));
  expect(new Set(valuesOf('correlationKey'))).toEqual(new Set(['=caseId']));
  for (const template of offered) expect(validateZeebe(template), template.id).toMatchObject({ valid: true });
});

test('nothing is offered of what the procedure does not name', () => {
  expect(changeTemplates(undefined, words)).toEqual([]);
  expect(changeTemplates({ fields: ['/rent'] }, words)).toHaveLength(3);
});
