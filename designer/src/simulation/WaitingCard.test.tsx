import { feelWarning } from '@irisflow/feel';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import type { Waiting } from './run-simulation.ts';
import { WaitingCard } from './WaitingCard.tsx';

afterEach(cleanup);

const incident: Waiting = {
  kind: 'incident',
  key: '1',
  elementId: 'wait',
  message: "Expected the result of the expression 'term' to be 'STRING', but it was 'NULL'.",
  warnings: [feelWarning('VARIABLE_MISSING', { name: 'term' }, 0)],
};

test('an incident says in the language of the reader what is missing and where', () => {
  render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <ul>
        <WaitingCard waiting={incident} elementName="Attendre" onStep={() => undefined} />
      </ul>
    </I18nProvider>,
  );

  expect(screen.getByText("Caractère 1 : La variable « term » n'existe pas.")).toBeTruthy();
  expect(screen.getByText('Message du moteur')).toBeTruthy();
});
