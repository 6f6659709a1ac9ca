import { formOf } from '@irisflow/forms/testing';
import { act, render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PreviewPage } from './PreviewPage.tsx';
import type { PreviewMessage } from './preview-message.ts';

const message: PreviewMessage = {
  kind: 'irisflow.preview',
  form: formOf({ fields: { name: { schema: { type: 'string' } } } }),
  reader: 'applicant',
  locale: 'en',
};

const send = (origin: string, data: unknown) =>
  act(async () => {
    window.dispatchEvent(new MessageEvent('message', { origin, data }));
  });

it('the preview shows what our own editor sends, and nothing of another origin or another shape', async () => {
  const { container } = render(<PreviewPage />);
  await send('https://evil.example', message);
  await send('null', message);
  await send(window.location.origin, { ...message, kind: 'another' });
  await send(window.location.origin, 'irisflow.preview');
  expect(container.innerHTML).toBe('');
  await send(window.location.origin, message);
  expect(container.querySelector('main')).not.toBeNull();
});
