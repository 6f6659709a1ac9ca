import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { expect, test } from 'vitest';
import type { ProcedureInspection } from '../settings/procedure-file.ts';
import { inspectionTemplates, type InspectionWords } from './inspection-templates.ts';

const inspection = (key: string): ProcedureInspection => ({
  key,
  label: { fr: 'Visite du logement', nl: 'Woningbezoek', en: '' },
  of: { group: 'inspectors' },
  length: 20,
  kind: 'workingDays',
  form: 'visit',
});

const inputs = { address: 'Adresse', subject: 'Objet', documents: 'Documents' };
const words: InspectionWords = {
  category: 'Visites',
  ask: (name) => `Demander : ${name}`,
  reported: (name) => `Rendu : ${name}`,
  input: inputs,
  hint: inputs,
  run: 'Demande',
  runHint: 'Le inspectionId.',
};

interface Template {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly { readonly value: string; readonly binding: { readonly name?: string } }[];
}

test('the inspections of a procedure are offered by name, and their report is waited for with the key of their own step', () => {
  const offered = inspectionTemplates([inspection('first-visit'), inspection('')], 'fr', words) as readonly Template[];
  expect(offered.map(({ name }) => name)).toEqual([
    'Demander : Visite du logement',
    'Rendu : Visite du logement',
    'Rendu : Visite du logement',
  ]);
  const [ask, reported] = offered;
  const valueOf = (template: Template | undefined, name: string) =>
    template?.properties.find(({ binding }) => binding.name === name)?.value;
  expect(valueOf(ask, 'operation')).toBe('="ask-inspection"');
  expect(valueOf(ask, 'inspectionKey')).toBe('="first-visit"');
  expect(ask?.properties.at(-1)?.value).toBe('firstVisitInspection');
  expect(valueOf(reported, 'name')).toBe('inspection.reported');
  expect(valueOf(reported, 'correlationKey')).toBe('=firstVisitInspection.inspectionId');
  for (const template of offered) expect(validateZeebe(template), template.id).toMatchObject({ valid: true });
});
