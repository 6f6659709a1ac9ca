// @vitest-environment jsdom
import { feelBuiltins } from '@irisflow/feel';
import { describe, expect, test } from 'vitest';
import { feelLanguage } from './feel-language.ts';

const completions = feelLanguage('fr').builtins;
const named = (name: string) => completions.filter((completion) => completion.name === name);

describe('the FEEL editor', () => {
  test('completes the functions of the engine by their present names, and no other', () => {
    const present = feelBuiltins.filter(({ since }) => since !== 'Camunda, older name');

    expect([...new Set(completions.map(({ name }) => name))]).toEqual(present.map(({ name }) => name));
  });

  test.each(['and', 'or', 'put', 'put all'])('does not offer %s, which newer names replaced', (name) => {
    expect(named(name)).toEqual([]);
  });

  test('offers each form with the parameters one has to give', () => {
    expect(named('substring').map(({ params }) => params)).toEqual([
      [
        { name: 'string', type: 'string' },
        { name: 'start position', type: 'number' },
      ],
    ]);
    expect(named('date').length).toBeGreaterThan(1);
  });

  test('documents a function in the language of the reader', () => {
    const page = named('substring')[0]?.info();

    expect([...(page?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'substring(string: string, start position: number, length?: number)',
      'Exemple',
      'substring("procedure", 4, 3) = "ced"',
      'Origine\u00a0: DMN 1.1',
    ]);
  });
});
