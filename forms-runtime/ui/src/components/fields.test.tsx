import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  FileField,
  I18nProvider,
  MoneyField,
  NumberField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  type Locale,
} from '../index.ts';

afterEach(cleanup);

const user = userEvent.setup();

/** Keeps the value of a field and shows it as JSON. */
const Held = <T,>({
  start,
  locale = 'fr',
  children,
}: {
  start: T;
  locale?: Locale;
  children: (value: T, set: (next: T) => void) => React.ReactNode;
}) => {
  const [value, set] = useState(start);
  return (
    <I18nProvider locale={locale}>
      {children(value, set)}
      <pre data-testid="value">{JSON.stringify(value) ?? 'undefined'}</pre>
    </I18nProvider>
  );
};

/** Formatters write thin and fixed spaces. */
const plainSpaces = (text: string | null): string => (text ?? '').replaceAll(/\s/g, ' ');

const violations = async (): Promise<readonly string[]> => {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  return (await axe.run(document.body, { rules })).violations.map(({ id }) => id);
};

const held = (): unknown => screen.getByTestId('value').textContent;
const boxValue = (name: string): string => screen.getByLabelText<HTMLInputElement>(name).value;

describe('a field', () => {
  test('ties hint, note and error to its control', () => {
    render(
      <TextField
        id="name"
        label="Nom"
        hint="Comme sur la carte"
        note="Source"
        error="Remplissez"
        value=""
        onChange={() => undefined}
      />,
    );
    const input = screen.getByLabelText('Nom');

    expect(input.getAttribute('aria-describedby')).toBe('name-hint name-note name-error');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById('name-error')?.textContent).toContain('Remplissez');
  });

  test('says when it is optional instead of marking what is required', () => {
    render(
      <I18nProvider locale="nl">
        <TextField id="a" label="Naam" value="" onChange={() => undefined} />
        <TextField id="b" label="Bus" optional value="" onChange={() => undefined} />
      </I18nProvider>,
    );

    expect(screen.getByLabelText('Naam').getAttribute('aria-required')).toBe('true');
    expect(screen.getByLabelText('Bus (facultatief)').hasAttribute('aria-required')).toBe(false);
  });

  test('asks nothing of a person who may only read', () => {
    const nothing = { value: undefined, onChange: () => undefined, readOnly: true } as const;
    render(
      <I18nProvider locale="fr">
        <TextField {...nothing} id="a" label="Nom" optional value="Dupont" />
        <MoneyField {...nothing} id="b" label="Loyer" value={700} />
        <DateField {...nothing} id="c" label="Depuis" optional value="2026-11-01" />
      </I18nProvider>,
    );
    const boxes = screen.getAllByRole<HTMLInputElement>('textbox');

    expect(document.body.textContent).not.toContain('facultatif');
    expect(boxes.map((box) => [box.readOnly, box.hasAttribute('aria-required')])).toEqual(
      Array.from({ length: 5 }, () => [true, false]),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['12,5', '12.5'],
    ['1.234,56', '1234.56'],
    ['1 234,5', '1234.5'],
    ['12.5', '12.5'],
    ['1,234.56', '1234.56'],
    ['1.234.567', '1234567'],
    ['-3', '-3'],
    ['720,', '720'],
    ['douze', '"douze"'],
    ['999999999999,99', '999999999999.99'],
    ['51002604200000371428', '"51002604200000371428"'],
    ['1.200', '"1.200"'],
    ['1,200', '"1,200"'],
    ['1.2.3', '"1.2.3"'],
  ])('"%s" means %s', async (typed, meaning) => {
    render(
      <Held<number | string | undefined> start={undefined}>
        {(value, set) => <NumberField id="n" label="Nombre" value={value} onChange={set} />}
      </Held>,
    );
    await user.type(screen.getByLabelText('Nombre'), typed);

    expect(held()).toBe(meaning);
    expect(boxValue('Nombre')).toBe(typed);
  });

  test('money is written out on leaving, and emptying it removes the value', async () => {
    render(
      <Held<number | string | undefined> start={undefined}>
        {(value, set) => <MoneyField id="m" label="Loyer" value={value} onChange={set} />}
      </Held>,
    );
    await user.type(screen.getByLabelText('Loyer'), '720,5');
    await user.tab();
    expect(boxValue('Loyer')).toBe('720,50');

    await user.clear(screen.getByLabelText('Loyer'));
    expect(held()).toBe('undefined');
  });
});

describe('a number that can be read in two ways', () => {
  const rents = [
    ['fr', '1.200', '1 200,00 €', '1,20 €', '1 200,00'],
    ['nl', '1.200', '€ 1.200,00', '€ 1,20', '1.200,00'],
    ['en', '1,200', '€1,200.00', '€1.20', '1,200.00'],
  ] as const;

  test.each(rents)('is asked about in %s, and the answer is taken by keyboard alone', async (...rent) => {
    const [locale, typed, thousand, one, written] = rent;
    render(
      <Held<number | string | undefined> start={undefined} locale={locale}>
        {(value, set) => <MoneyField id="m" label="Loyer" value={value} onChange={set} />}
      </Held>,
    );
    await user.type(screen.getByLabelText('Loyer'), typed);

    const choices = within(screen.getByRole('group')).getAllByRole('button');
    expect(choices.map(({ textContent }) => plainSpaces(textContent))).toEqual([thousand, one]);
    expect(plainSpaces(screen.getByRole('status').textContent)).toContain(thousand);
    expect(held()).toBe(JSON.stringify(typed));
    expect(await violations()).toEqual([]);

    await user.tab();
    await user.keyboard('{Enter}');

    expect(held()).toBe('1200');
    expect(plainSpaces(boxValue('Loyer'))).toBe(written);
    expect(document.activeElement).toBe(screen.getByLabelText('Loyer'));
    expect(screen.queryByRole('group')).toBeNull();
  });

  test('is a whole number where only that can be, and the field shows it', async () => {
    render(
      <Held<number | string | undefined> start={undefined}>
        {(value, set) => <NumberField id="n" label="Jours" inputMode="numeric" value={value} onChange={set} />}
      </Held>,
    );
    await user.type(screen.getByLabelText('Jours'), '1.200');
    await user.tab();

    expect(held()).toBe('1200');
    expect(boxValue('Jours')).toBe('1200');
    expect(screen.queryByRole('group')).toBeNull();
  });
});

describe('dates', () => {
  const Birth = () => (
    <Held<string | undefined> start={undefined}>
      {(value, set) => <DateField id="d" label="Naissance" value={value} onChange={set} birthday />}
    </Held>
  );

  test('three boxes make one ISO date', async () => {
    render(<Birth />);
    await user.type(screen.getByLabelText('Jour'), '4');
    await user.type(screen.getByLabelText('Mois'), '6');
    await user.type(screen.getByLabelText('Année'), '1985');

    expect(held()).toBe('"1985-06-04"');
    expect(boxValue('Jour')).toBe('4');
    expect(screen.getByLabelText('Jour').getAttribute('autocomplete')).toBe('bday-day');
  });

  test('a half date is kept as typed so that validation can object', async () => {
    render(<Birth />);
    await user.type(screen.getByLabelText('Jour'), '4');
    expect(held()).toBe('"--04"');

    await user.clear(screen.getByLabelText('Jour'));
    expect(held()).toBe('undefined');
  });
});

describe('choices', () => {
  const options = [
    { value: 'a', label: 'Alpha' },
    { value: 'b', label: 'Beta' },
  ];

  test('radios, selects and checkboxes answer with values in option order', async () => {
    render(
      <Held<{ one?: string; list?: string | undefined; many: readonly string[]; agreed: boolean }> start={{ many: [], agreed: false }}>
        {(value, set) => (
          <>
            <RadioGroup id="r" label="Radio" options={options} value={value.one} onChange={(one) => set({ ...value, one })} />
            <Select id="s" label="Liste" options={options} value={value.list} onChange={(list) => set({ ...value, list })} />
            <CheckboxGroup id="c" label="Cases" options={[{ value: 'x', label: 'Xi' }, { value: 'y', label: 'Ypsilon' }]} value={value.many} onChange={(many) => set({ ...value, many })} />
            <Checkbox id="k" label="Accord" value={value.agreed} onChange={(agreed) => set({ ...value, agreed })} />
          </>
        )}
      </Held>,
    ); // prettier-ignore
    await user.click(screen.getByRole('radio', { name: 'Beta' }));
    await user.selectOptions(screen.getByLabelText('Liste'), 'a');
    await user.click(screen.getByLabelText('Ypsilon'));
    await user.click(screen.getByLabelText('Xi'));
    await user.click(screen.getByLabelText('Accord'));

    expect(JSON.parse(String(held()))).toEqual({ one: 'b', list: 'a', many: ['x', 'y'], agreed: true });
  });
});

describe('long texts', () => {
  test('the counter speaks near the limit and past it', async () => {
    render(
      <Held start="1234567">
        {(value, set) => <TextArea id="t" label="Texte" maxLength={10} value={value} onChange={set} />}
      </Held>,
    );
    expect(screen.queryByRole('status')).toBeNull();

    await user.type(screen.getByLabelText('Texte'), '89');
    expect(screen.getByRole('status').textContent).toBe('1 caractère restant');

    await user.type(screen.getByLabelText('Texte'), '0ab');
    expect(screen.getByRole('status').textContent).toBe('2 caractères de trop');
  });
});

describe('files', () => {
  test('are chosen, listed with progress, and removed by name', async () => {
    const added: string[] = [];
    const removed: string[] = [];
    render(
      <I18nProvider locale="fr">
        <FileField
          id="f"
          label="Bail"
          accept={['application/pdf']}
          maxCount={3}
          files={[
            { id: '1', name: 'a.pdf', size: 1000 },
            { id: '2', name: 'b.pdf', size: 2000, progress: 0.5 },
          ]}
          onAdd={(files) => added.push(...files.map((file) => file.name))}
          onRemove={(id) => removed.push(id)}
        />
      </I18nProvider>,
    );
    await user.upload(
      screen.getByLabelText('Ajouter un fichier'),
      new File(['x'], 'c.pdf', { type: 'application/pdf' }),
    );
    await user.click(screen.getByRole('button', { name: 'Retirer a.pdf' }));

    expect(added).toEqual(['c.pdf']);
    expect(removed).toEqual(['1']);
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.5');
  });
});
