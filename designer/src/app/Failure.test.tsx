import { ConnectionError, ProblemError } from '@irisflow/client';
import { ProblemsProvider } from '@irisflow/frame';
import { I18nProvider, locales, type Locale } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { designerProblems } from '../texts/designer-problems.ts';
import { messages } from '../texts/messages.ts';
import { Failure } from './Failure.tsx';

afterEach(cleanup);

const detail = 'Expected revision 3 of rent-aid, but the draft is at 5';

const refused = (status: number, code: string): ProblemError =>
  new ProblemError({ type: 'about:blank', title: 'Conflict', status, code, detail });

const show = (error: unknown, locale: Locale): void => {
  render(
    <I18nProvider locale={locale} messages={messages[locale]}>
      <ProblemsProvider value={designerProblems}>
        <Failure error={error} />
      </ProblemsProvider>
    </I18nProvider>,
  );
};

/** What is read without unfolding anything. */
const readAtOnce = (): string => {
  const alert = screen.getByRole('alert').cloneNode(true) as HTMLElement;
  for (const fold of alert.querySelectorAll('details')) fold.remove();
  return alert.textContent;
};

describe.each(locales)('a failure in %s', (locale) => {
  test.each(Object.keys(designerProblems))('says %s in the reader’s words, and English only behind a fold', (known) => {
    const isStatus = /^\d+$/.test(known);
    show(isStatus ? refused(Number(known), 'WHATEVER') : refused(409, known), locale);

    const { title = '' } = designerProblems[known] ?? {};
    expect(readAtOnce()).toContain(messages[locale][title as keyof (typeof messages)['en']]);
    expect(readAtOnce()).not.toContain('Expected');
    expect(screen.getByText(new RegExp(detail)).closest('details')?.open).toBe(false);
    expect(screen.getByText(new RegExp(detail)).lang).toBe('en');
  });

  test('that nobody has words for is still not told in English', () => {
    show(refused(500, 'NEVER_HEARD_OF'), locale);
    expect(readAtOnce()).toContain(messages[locale]['failure.title']);
    expect(readAtOnce()).not.toContain('Expected');
  });

  test('of the line says that nothing typed is lost', () => {
    show(new ConnectionError(new TypeError('Failed to fetch')), locale);
    expect(readAtOnce()).toContain(messages[locale]['failure.connection.text']);
    expect(screen.queryByText(/Failed to fetch/)).toBeNull();
  });

  test('of a file says what to do; what its reader said is folded away', () => {
    render(
      <I18nProvider locale={locale} messages={messages[locale]}>
        <FileFailure path="grant.letter.json" failure="Unexpected token } in JSON at position 7" />
      </I18nProvider>,
    );
    expect(readAtOnce()).toContain(messages[locale]['file.unreadable.text']);
    expect(readAtOnce()).not.toContain('Unexpected token');
  });
});
