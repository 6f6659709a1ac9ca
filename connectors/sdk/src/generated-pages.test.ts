import { validateZeebe } from '@bpmn-io/element-templates-validator';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';

import { defineConnector, documentation, elementTemplate, LOCALES, sandboxCheck } from './index.ts';

const text = (en: string) => ({ fr: `${en} (fr)`, nl: `${en} (nl)`, en });

const parcel = defineConnector({
  type: 'parcel',
  version: 3,
  title: text('Parcel'),
  description: text('Sends a parcel.'),
  resultName: 'sent',
  input: Type.Object({
    to: Type.String(),
    speed: Type.Enum(['slow', 'fast']),
    weight: Type.Optional(Type.Number()),
  }),
  fields: {
    to: { label: text('Recipient'), hint: text('Name | address') },
    speed: { label: text('Speed'), choices: { slow: text('Slow'), fast: text('Fast') } },
    weight: { label: text('Weight') },
  },
  output: Type.Object({ trackingId: Type.String() }),
  errors: { NO_SUCH_PLACE: text('The place does not exist.') },
  consults: { source: 'post' },
  secrets: ['POST_TOKEN'],
  settings: ['POST_URL'],
  timeoutMs: 5000,
  retries: 4,
  backoffMs: 2000,
  example: { to: 'Ada', speed: 'slow' },
  run: async ({ to }) => ({ trackingId: `T-${to}` }),
});

describe('the element template', () => {
  it.each(LOCALES)('is valid in %s', (locale) => {
    expect(validateZeebe(elementTemplate(parcel, locale))).toMatchObject({ valid: true });
  });

  it('keeps its id and changes its words with the language', () => {
    expect(LOCALES.map((locale) => elementTemplate(parcel, locale).id)).toEqual(Array(3).fill('irisflow.parcel'));
    expect(elementTemplate(parcel, 'nl').name).toBe('Parcel (nl)');
  });

  it('maps each input to a variable of the same name, non-text as FEEL', () => {
    const inputs = elementTemplate(parcel, 'en').properties.filter(({ binding }) => binding.type === 'zeebe:input');

    expect(inputs).toMatchObject([
      { binding: { name: 'to' }, type: 'String', feel: 'optional', constraints: { notEmpty: true } },
      { binding: { name: 'speed' }, type: 'Dropdown', choices: [{ name: 'Slow' }, { name: 'Fast' }] },
      { binding: { name: 'weight' }, feel: 'required', optional: true },
    ]);
  });

  it('carries the result variable as task header, and no purpose or law: those are granted, not drawn', () => {
    const headers = elementTemplate(parcel, 'en').properties.flatMap(({ binding, value }) =>
      binding.type === 'zeebe:taskHeader' ? [[binding.key, value]] : [],
    );

    expect(headers).toEqual([['resultVariable', 'sent']]);
  });
});

describe('the documentation', () => {
  it('lists inputs, errors and configuration in the language asked for', () => {
    const page = documentation(parcel, 'nl');

    expect(page).toContain('# Parcel (nl)');
    expect(page).toContain('| `to` | Recipient (nl) – Name \\| address (nl) | `string`, verplicht |');
    expect(page).toContain('| `NO_SUCH_PLACE` | The place does not exist. (nl) |');
    expect(page).toContain('- `POST_TOKEN` (geheim)');
    expect(page).toContain('"speed": "slow"');
  });
});

describe('the sandbox check', () => {
  it('runs the example', async () => {
    expect(await sandboxCheck(parcel, {})).toMatchObject({
      type: 'parcel',
      isWorking: true,
      outcome: { output: { trackingId: 'T-Ada' } },
    });
  });
});
