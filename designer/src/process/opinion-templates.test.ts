import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { describe, expect, test } from 'vitest';
import type { ProcedureOpinion } from '../settings/procedure-file.ts';
import { opinionTemplates, type OpinionWords } from './opinion-templates.ts';

const opinion = (key: string): ProcedureOpinion => ({
  key,
  label: { fr: 'Avis juridique', nl: 'Juridisch advies', en: '' },
  of: { group: 'legal' },
  length: 10,
  kind: 'workingDays',
});

const words: OpinionWords = {
  category: 'Avis',
  ask: (name) => `Demander : ${name}`,
  given: (name) => `Rendu : ${name}`,
  question: 'Question',
  questionHint: 'Ce qui est demandé.',
  documents: 'Documents',
  documentsHint: 'Leurs id.',
  run: 'Demande d’avis',
  runHint: 'Le opinionId.',
};

interface Template {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly { readonly value: string; readonly binding: { readonly name?: string } }[];
}

const offered = (key: string) => opinionTemplates([opinion(key)], 'fr', words) as readonly Template[];
const valueOf = (template: Template | undefined, name: string) =>
  template?.properties.find(({ binding }) => binding.name === name)?.value;

describe('the opinions of a procedure in the menus of the canvas', () => {
  test('are offered by name: to ask, and to go on after', () => {
    expect(offered('legal').map(({ name }) => name)).toEqual([
      'Demander : Avis juridique',
      'Rendu : Avis juridique',
      'Rendu : Avis juridique',
    ]);
    expect(offered('')).toEqual([]);
  });

  test('wait for the answer to the question that their own step asked', () => {
    const [ask, given] = offered('legal-service');
    expect(valueOf(ask, 'operation')).toBe('="ask-opinion"');
    expect(valueOf(ask, 'opinionKey')).toBe('="legal-service"');
    expect(ask?.properties.at(-1)?.value).toBe('legalServiceOpinion');
    expect(valueOf(given, 'name')).toBe('opinion.given');
    expect(valueOf(given, 'correlationKey')).toBe('=legalServiceOpinion.opinionId');
  });

  test('are templates as the published schema has them', () => {
    for (const template of offered('legal'))
      expect(validateZeebe(template), template.id).toMatchObject({ valid: true });
  });
});
