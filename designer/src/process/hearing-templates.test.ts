import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { expect, test } from 'vitest';
import type { ProcedureHearing } from '../settings/procedure-file.ts';
import { hearingTemplates, type HearingWords } from './hearing-templates.ts';

const hearing = (key: string): ProcedureHearing => ({
  key,
  label: { fr: 'Audition du demandeur', nl: 'Hoorzitting', en: '' },
  letters: { summons: 'a', moved: 'b', canceled: 'c' },
  notice: 15,
  kind: 'calendarDays',
});

const inputs = { day: 'Jour', time: 'Heure', place: 'Lieu', link: 'Lien' };
const words: HearingWords = {
  category: 'Auditions',
  summon: (name) => `Convoquer : ${name}`,
  held: (name) => `Tenue : ${name}`,
  input: inputs,
  hint: inputs,
  run: 'Convocation',
  runHint: 'Le hearingId.',
};

interface Template {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly { readonly value: string; readonly binding: { readonly name?: string } }[];
}

test('the hearings of a procedure are offered by name, and their end is waited for with the key of their own step', () => {
  const offered = hearingTemplates([hearing('first-defence'), hearing('')], 'fr', words) as readonly Template[];
  expect(offered.map(({ name }) => name)).toEqual([
    'Convoquer : Audition du demandeur',
    'Tenue : Audition du demandeur',
    'Tenue : Audition du demandeur',
  ]);
  const [summon, held] = offered;
  const valueOf = (template: Template | undefined, name: string) =>
    template?.properties.find(({ binding }) => binding.name === name)?.value;
  expect(valueOf(summon, 'operation')).toBe('="schedule-hearing"');
  expect(valueOf(summon, 'hearingKey')).toBe('="first-defence"');
  expect(summon?.properties.at(-1)?.value).toBe('firstDefenceHearing');
  expect(valueOf(held, 'name')).toBe('hearing.held');
  expect(valueOf(held, 'correlationKey')).toBe('=firstDefenceHearing.hearingId');
  for (const template of offered) expect(validateZeebe(template), template.id).toMatchObject({ valid: true });
});
