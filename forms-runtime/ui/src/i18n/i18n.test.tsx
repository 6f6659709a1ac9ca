import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createTranslator,
  formattersFor,
  I18nProvider,
  locales,
  uiMessages,
  useT,
  useTranslator,
  type Catalogue,
} from '../index.ts';

afterEach(cleanup);

const catalogue = {
  fr: { hello: 'Bonjour {name}', 'file.one': '{count} fichier', 'file.other': '{count} fichiers' },
  nl: { hello: 'Dag {name}', 'file.one': '{count} bestand', 'file.other': '{count} bestanden' },
  en: { hello: 'Hello {name}', 'file.one': '{count} file', 'file.other': '{count} files' },
} satisfies Catalogue;

/** Intl separates with no-break spaces of several widths; people see a space. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('translations', () => {
  test.each(locales)('the components speak %s with the same keys', (locale) => {
    expect(Object.keys(uiMessages[locale]).toSorted()).toEqual(Object.keys(uiMessages.fr).toSorted());
    expect(Object.values(uiMessages[locale]).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('values are filled in, unknown places stay visible', () => {
    const t = createTranslator('nl', catalogue);

    expect(t('hello', { name: 'Noor' })).toBe('Dag Noor');
    expect(t('hello')).toBe('Dag {name}');
  });

  test('French counts zero as one, Dutch and English do not', () => {
    expect(createTranslator('fr', catalogue).plural('file', 0)).toBe('0 fichier');
    expect(createTranslator('nl', catalogue).plural('file', 0)).toBe('0 bestanden');
    expect(createTranslator('en', catalogue).plural('file', 1)).toBe('1 file');
    expect(plain(createTranslator('fr', catalogue).plural('file', 1200))).toBe('1 200 fichiers');
  });

  test('the provider gives the language to packages and the texts to the application', () => {
    const Greeting = () => {
      const own = useTranslator(catalogue);
      const app = useT<'title'>();
      return (
        <p>
          {own('hello', { name: 'Noor' })} {app('title')}
        </p>
      );
    };
    render(
      <I18nProvider locale="fr" messages={{ title: 'Accueil' }}>
        <Greeting />
      </I18nProvider>,
    );

    expect(screen.getByText('Bonjour Noor Accueil')).toBeDefined();
  });
});

describe('formatters', () => {
  test.each([
    ['fr', '14/06/1985', '14 juin 1985', '1 234,56 €'],
    ['nl', '14/06/1985', '14 juni 1985', '€ 1.234,56'],
    ['en', '14/06/1985', '14 June 1985', '€1,234.56'],
  ] as const)('%s writes dates and money the Belgian way', (locale, short, long, money) => {
    const format = formattersFor(locale);

    expect(format.date('1985-06-14')).toBe(short);
    expect(format.longDate('1985-06-14')).toBe(long);
    expect(plain(format.money(1234.56))).toBe(money);
  });

  test('French counts the first of a month', () => {
    const days = ['2026-12-01', '2026-12-11', '2026-12-21'];

    expect(days.map(formattersFor('fr').longDate)).toEqual([
      '1er décembre 2026',
      '11 décembre 2026',
      '21 décembre 2026',
    ]);
    expect(formattersFor('nl').longDate('2026-12-01')).toBe('1 december 2026');
    expect(['2026-12-01', '2026-12-15'].map(formattersFor('fr').fullDate)).toEqual([
      'mardi 1er décembre 2026',
      'mardi 15 décembre 2026',
    ]);
  });

  test('instants are shown in Brussels time', () => {
    expect(formattersFor('fr').time('2026-11-24T23:30:00Z')).toContain('00:30');
    expect(formattersFor('fr').dateTime('2026-07-01T22:30:00Z')).toContain('02/07/2026');
    expect(formattersFor('fr').date('2026-07-01T22:30:00Z')).toBe('02/07/2026');
    expect(formattersFor('nl').longDate('2026-11-30T23:05:00.000Z')).toBe('1 december 2026');
  });

  test('relative times and sizes', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    const format = formattersFor('en');

    expect(format.relative('2026-11-21T12:00:00Z', now)).toBe('3 days ago');
    expect(format.relative('2026-11-24T14:00:00Z', now)).toBe('in 2 hours');
    expect(plain(format.fileSize(182_000))).toBe('182 kB');
    expect(plain(format.fileSize(10_485_760))).toBe('10.5 MB');
  });
});
