import type { ImportPreview } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { ImportDialog } from './ImportDialog.tsx';

afterEach(cleanup);

const preview: ImportPreview = {
  key: 'rent-aid',
  title: { fr: 'Aide au loyer', nl: 'Huursteun', en: 'Rent aid' },
  draft: { revision: 3, updatedAt: '2026-11-25T08:00:00.000Z', updatedBy: 'Ann', isUnpublished: true },
  changes: [
    { path: 'extra.form.json', kind: 'added' },
    { path: 'parameters.json', kind: 'removed' },
  ],
};

test.each([
  ['fr', 'Remplacer le brouillon\u00a0?', 'Aide au loyer', 'Remplacer'],
  ['nl', 'Het ontwerp vervangen?', 'Huursteun', 'Vervangen'],
  ['en', 'Replace the draft?', 'Rent aid', 'Replace'],
] as const)('in %s it asks before it replaces, and shows what would change', async (locale, title, name, confirm) => {
  const chosen: string[] = [];
  render(
    <I18nProvider locale={locale} messages={messages[locale]}>
      <ImportDialog
        preview={preview}
        busy={false}
        onConfirm={() => chosen.push('confirm')}
        onClose={() => chosen.push('close')}
      />
    </I18nProvider>,
  );

  expect(screen.getByRole('heading', { name: title })).toBeDefined();
  expect(screen.getByText(new RegExp(name))).toBeDefined();
  expect(screen.getByText('extra.form.json')).toBeDefined();
  expect(screen.getByText('parameters.json')).toBeDefined();
  expect(screen.getByText(messages[locale]['import.ask.unpublished'] ?? '?')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: confirm }));
  expect(chosen).toEqual(['confirm']);
});
