import { withCodeLists, type FormData } from '@irisflow/forms';
import { formOf } from '@irisflow/forms/testing';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { FormWizard } from './index.ts';

const user = userEvent.setup();
afterEach(cleanup);

const words = (text: string) => ({ fr: `${text} (fr)`, nl: `${text} (nl)`, en: text });
const lists = new Map(
  [
    {
      key: 'regions',
      codes: [
        { code: 'bru', label: words('Brussels') },
        { code: 'wal', label: words('Wallonia') },
      ],
    },
    {
      key: 'communes',
      codes: [
        { code: '21009', label: words('Ixelles'), parent: 'bru' },
        { code: '21001', label: words('Anderlecht'), parent: 'bru', validTo: '2025-12-31' },
        { code: '62063', label: words('Liège'), parent: 'wal' },
      ],
    },
  ].map((list) => [list.key, list]),
);

const form = withCodeLists(
  formOf({
    fields: {
      region: { schema: { type: 'string' }, options: { widget: 'radio', codes: { list: 'regions' } } },
      commune: {
        schema: { type: 'string' },
        options: { widget: 'select', codes: { list: 'communes', under: '#/properties/region' } },
      },
    },
  }),
  lists,
);

const Filled = () => {
  const [data, setData] = useState<FormData>({});
  return (
    <I18nProvider locale="en">
      <FormWizard form={form} data={data} onChange={setData} onSubmit={() => undefined} today="2026-07-01" />
      <output data-testid="data">{JSON.stringify(data)}</output>
    </I18nProvider>
  );
};

const commune = () => screen.getByRole<HTMLSelectElement>('combobox', { name: /commune/ });
const offered = () => [...commune().options].filter(({ value }) => value !== '').map(({ text }) => text);
const data = () => JSON.parse(screen.getByTestId('data').textContent) as unknown;

describe('a field that stands under another one', () => {
  test('waits for that one, offers what belongs to its answer, and forgets what no longer does', async () => {
    render(<Filled />);
    expect(offered()).toEqual([]);
    screen.getByText('First answer “region”.');

    await user.click(screen.getByRole('radio', { name: 'Brussels' }));
    expect(offered()).toEqual(['Ixelles']);
    await user.selectOptions(commune(), 'Ixelles');
    expect(data()).toEqual({ region: 'bru', commune: '21009' });

    await user.click(screen.getByRole('radio', { name: 'Wallonia' }));
    expect(offered()).toEqual(['Liège']);
    expect(data()).toEqual({ region: 'wal' });
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.filter(({ id }) => id !== 'region')).toEqual([]);
  });
});
