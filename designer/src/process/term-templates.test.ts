import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { describe, expect, test } from 'vitest';
import type { ProcedureTerm } from '../settings/procedure-file.ts';
import { termTemplates, type TermWords } from './term-templates.ts';

const term = (key: string, more: Partial<ProcedureTerm> = {}): ProcedureTerm => ({
  key,
  label: { fr: 'Délai de réponse', nl: 'Antwoordtermijn', en: '' },
  length: 30,
  kind: 'calendarDays',
  legalRef: 'art. 9',
  ...more,
});

const words: TermWords = {
  category: 'Délais',
  start: (name) => `Démarrer : ${name}`,
  warning: (name) => `Bientôt échu : ${name}`,
  expired: (name) => `Échu : ${name}`,
  run: 'Cours du délai',
  runHint: 'Le termId du démarrage.',
};

const offered = (terms: readonly ProcedureTerm[]) => termTemplates(terms, 'fr', words) as readonly Template[];

interface Template {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly { readonly value: string; readonly binding: { readonly name?: string } }[];
}

const valueOf = (template: Template | undefined, name: string) =>
  template?.properties.find(({ binding }) => binding.name === name)?.value;

describe('the terms of a procedure in the menus of the canvas', () => {
  test('are offered by name: to start, to be warned of, to go on after', () => {
    const names = offered([term('answer', { warnAfter: 80 })]).map(({ name }) => name);
    expect(names).toEqual([
      'Démarrer : Délai de réponse',
      'Bientôt échu : Délai de réponse',
      'Bientôt échu : Délai de réponse',
      'Échu : Délai de réponse',
      'Échu : Délai de réponse',
    ]);
  });

  test('wait for the run that their own start began', () => {
    const [start, expired] = offered([term('second-answer')]);
    expect(valueOf(start, 'termKey')).toBe('="second-answer"');
    expect(start?.properties.at(-1)?.value).toBe('secondAnswerTerm');
    expect(valueOf(expired, 'name')).toBe('term.expired');
    expect(valueOf(expired, 'correlationKey')).toBe('=secondAnswerTerm.termId');
  });

  test('the term of decision began with the application; without a warning none is offered', () => {
    const templates = offered([term('decision')]);
    expect(templates.map(({ name }) => name)).toEqual(['Échu : Délai de réponse', 'Échu : Délai de réponse']);
    expect(valueOf(templates[0], 'correlationKey')).toBe('=terms.decision');
  });

  test('have a key where they have no name in the language of the reader, and none before they have a key', () => {
    expect(termTemplates([term('answer')], 'en', words)[0]?.name).toBe('Démarrer : answer');
    expect(offered([term('')])).toEqual([]);
  });

  test('are templates as the published schema has them', () => {
    for (const template of offered([term('answer', { warnAfter: 80 })]))
      expect(validateZeebe(template), template.id).toMatchObject({ valid: true });
  });
});
