import type { PlayAct } from '@irisflow/scenarios';
import { I18nProvider } from '@irisflow/ui';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import { ConnectorCard } from './ConnectorCard.tsx';
import { readFacts } from './procedure-facts.ts';

const page = {
  type: 'register',
  version: 1,
  title: 'Register',
  isShipped: true,
  documentation: '',
  output: { type: 'object', required: ['points'], properties: { points: { type: 'integer' } } },
  errors: [{ code: 'NO_DATA', meaning: 'Nobody of that number' }],
};

test('somebody says what a source answers, in fields made from its output, or which of its errors', async () => {
  const onTake = vi.fn<(act: PlayAct) => void>();
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <ConnectorCard
        asked={{ kind: 'connector', key: '1', elementId: 'ask', type: 'register', inputs: {}, resultVariable: 'x' }}
        page={page}
        facts={readFacts(new Map(), [])}
        onTake={onTake}
      />
    </I18nProvider>,
  );
  const points = screen.getByLabelText('Points');
  await userEvent.clear(points);
  await userEvent.type(points, '7');
  await userEvent.click(screen.getByRole('button', { name: 'Answer so' }));
  expect(onTake).toHaveBeenLastCalledWith({ kind: 'answer', elementId: 'ask', answer: { output: { points: 7 } } });

  await userEvent.click(screen.getByRole('radio', { name: 'Nobody of that number' }));
  await userEvent.click(screen.getByRole('button', { name: 'Answer so' }));
  expect(onTake).toHaveBeenLastCalledWith({ kind: 'answer', elementId: 'ask', answer: { error: 'NO_DATA' } });
});
