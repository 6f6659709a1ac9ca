import type { Look } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Branded } from './Branded.tsx';

afterEach(cleanup);

const look: Look = {
  name: { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' },
  accent: { color: '#1b6445', strong: '#00432a', soft: '#e8f0ec' },
  logo: { url: '/api/administrations/housing/logo/1', width: 400, height: 20 },
};
const show = (of?: Look) =>
  render(
    <I18nProvider locale="nl">
      <Branded look={of}>
        <a href="/">x</a>
      </Branded>
    </I18nProvider>,
  );

test('a page about an administration has its colors, its name in the language in force and its logo beside it', () => {
  const { container } = show(look);
  expect(screen.getByText('Huisvesting')).not.toBeNull();
  const branded = container.querySelector<HTMLElement>('.iris-branded');
  expect(branded?.style.getPropertyValue('--color-accent')).toBe('#1b6445');
  // Its room is known before it is loaded; what it says is said by the name.
  const logo = container.querySelector('img');
  expect([logo?.alt, logo?.width, logo?.height]).toEqual(['', 176, 9]);
});

test('one of an administration without a look of its own is the platform’s', () => {
  const { container } = show();
  expect(container.querySelector('.iris-house')).toBeNull();
  expect(container.querySelector('.iris-branded')?.getAttribute('style')).toBeNull();
});
