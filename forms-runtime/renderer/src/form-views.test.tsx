import { compileForm, validateForm, type FormData } from '@irisflow/forms';
import { formOf, sampleForm, samplePrefilled, sampleSubmission } from '@irisflow/forms/testing';
import { createTranslator, I18nProvider, locales } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { errorText, FormView, rendererMessages, TaskForm, todayInBrussels, type TaskFormProps } from './index.ts';

afterEach(cleanup);

const user = userEvent.setup();

const Task = ({ start, ...props }: { readonly start: FormData } & Partial<TaskFormProps>) => {
  const [data, setData] = useState(start);
  return (
    <I18nProvider locale="en">
      <TaskForm
        form={sampleForm}
        data={data}
        onChange={setData}
        onComplete={() => undefined}
        today="2026-11-24"
        {...props}
      />
    </I18nProvider>
  );
};

describe('a task form', () => {
  test('shows every page at once, and agents see their own fields', async () => {
    const completed: FormData[] = [];
    render(<Task start={sampleSubmission} onComplete={(data) => completed.push(data)} />);
    await user.type(screen.getByLabelText('Internal note (optional)'), 'Checked');
    await user.click(screen.getByRole('button', { name: 'Complete the task' }));

    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toContain('Your home');
    expect(completed).toEqual([{ ...sampleSubmission, internalNote: 'Checked', householdSize: 1, housingCost: 780.5 }]);
  });

  test('does not complete with errors, but can be kept unfinished', async () => {
    const kept: FormData[] = [];
    render(<Task start={{}} onSave={(data) => kept.push(data)} onComplete={() => kept.push({ completed: true })} />);
    await user.click(screen.getByRole('button', { name: 'Complete the task' }));
    expect(screen.getByRole('alert').textContent).toContain('There are 16 answers to correct');

    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(kept).toEqual([{}]);
  });
});

describe('rows that are given', () => {
  const rows = {
    what: { schema: { type: 'string', readOnly: true } },
    isRight: { schema: { type: 'boolean' } },
  } as const;
  const properties = Object.fromEntries(Object.entries(rows).map(([name, { schema }]) => [name, schema]));
  const form = formOf({
    fields: { lines: { schema: { type: 'array', items: { type: 'object', properties } }, rows } },
  });

  test('are judged one by one; none is added or taken out', async () => {
    const completed: FormData[] = [];
    render(
      <Task
        form={form}
        start={{ lines: [{ what: 'Desk' }, { what: 'Tax' }] }}
        onComplete={(data) => completed.push(data)}
      />,
    );
    expect(screen.queryByRole('button', { name: /Remove|lines\.add/ })).toBeNull();
    await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Complete the task' }));
    expect(completed).toEqual([{ lines: [{ what: 'Desk', isRight: true }, { what: 'Tax' }] }]);
  });
});

describe('a form to read', () => {
  test('writes every kind of value for people, with its source', () => {
    render(
      <I18nProvider locale="fr">
        <FormView
          form={sampleForm}
          data={sampleSubmission}
          prefilled={samplePrefilled}
          audience="applicant"
          today="2026-11-24"
        />
      </I18nProvider>,
    );
    const shown = document.body.textContent?.replace(/[\u00a0\u202f]/g, ' ') ?? '';

    for (const text of [
      '85.00.00-997.12', '14 juin 1985', 'Rue des Iris 12\n1030 Schaerbeek', 'Personne 1', 'Enfant', '2 mars 2015',
      '720,50 €', '780,50 €', 'Un particulier', 'bail.pdf (182 ko)', 'BE54 0000 0000 0097', 'D’accord', 'Pas de réponse',
      'Source : Registre national, le 24/11/2026',
    ]) expect(shown).toContain(text); // prettier-ignore
    expect(document.querySelectorAll('input, button')).toHaveLength(0);
  });
});

describe('two forms to read on one page', () => {
  test('share no id and no landmark, though they are the same', () => {
    const form = <FormView form={sampleForm} data={sampleSubmission} audience="agent" today="2026-11-24" />;
    render(
      <I18nProvider locale="fr">
        {form}
        {form}
      </I18nProvider>,
    );
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(screen.queryAllByRole('region')).toEqual([]);
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(1);
  });
});

describe('texts', () => {
  test.each(locales)('the renderer speaks %s with the same keys and places', (locale) => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
    const own = rendererMessages[locale];

    expect(Object.keys(own).toSorted()).toEqual(Object.keys(rendererMessages.fr).toSorted());
    for (const [key, text] of Object.entries(rendererMessages.fr))
      expect([key, places((own as Record<string, string>)[key] ?? '')]).toEqual([key, places(text)]);
  });

  test('a form can word an error its own way', () => {
    const form = formOf({ fields: { plate: { schema: { type: 'string', pattern: '^\\d-[A-Z]{3}-\\d{3}$' } } } });
    const compiled = compileForm({
      ...form,
      translations: { en: { ...form.translations.en, 'plate.error.pattern': 'Write the plate like 1-ABC-123.' } },
    });
    const [error] = validateForm(compiled, { plate: 'nope' }, { audience: 'applicant', today: '2026-11-24' });
    const t = createTranslator('en', rendererMessages);

    expect(errorText(error!, { compiled, locale: 'en', t }).text).toBe('Write the plate like 1-ABC-123.');
  });

  test.each([
    ['minimum', { type: 'number', minimum: 5 }, 1, '“x” must be 5 or more.'],
    ['maximum', { type: 'number', maximum: 5 }, 9, '“x” must be 5 or less.'],
    ['exclusiveMinimum', { type: 'number', exclusiveMinimum: 5 }, 5, '“x” must be more than 5.'],
    ['exclusiveMaximum', { type: 'number', exclusiveMaximum: 5 }, 5, '“x” must be less than 5.'],
    ['multipleOf', { type: 'number', multipleOf: 0.01 }, 0.001, '“x” has too many decimals.'],
    ['type', { type: 'number' }, 'a', 'Write a number in “x”, for example 12.50.'],
    ['minLength', { type: 'string', minLength: 3 }, 'a', '“x” is too short: write at least 3 characters.'],
    ['maxLength', { type: 'string', maxLength: 3 }, 'abcd', '“x” is too long: at most 3 characters.'],
    [
      'dateMax',
      { type: 'string', format: 'date', dateMax: 'today-18y' },
      '2020-01-01',
      '“x” must be 24/11/2008 or earlier.',
    ],
    ['dateMin', { type: 'string', format: 'date', dateMin: 'today' }, '2020-01-01', '“x” must be 24/11/2026 or later.'],
    ['enum', { type: 'string', enum: ['a'] }, 'b', 'Choose one of the answers offered for “x”.'],
  ] as const)('%s is explained in plain words', (_, schema, value, text) => {
    const compiled = compileForm(formOf({ fields: { x: { schema } } }));
    const [error] = validateForm(compiled, { x: value }, { audience: 'applicant', today: '2026-11-24' });

    expect(errorText(error!, { compiled, locale: 'en', t: createTranslator('en', rendererMessages) }).text).toBe(text);
  });

  test('the day changes in Brussels, not in London', () => {
    expect(todayInBrussels(new Date('2026-11-24T22:59:00Z'))).toBe('2026-11-24');
    expect(todayInBrussels(new Date('2026-11-24T23:00:00Z'))).toBe('2026-11-25');
  });
});
