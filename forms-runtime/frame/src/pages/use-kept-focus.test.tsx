import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from './use-kept-focus.ts';

afterEach(cleanup);

/** A page with an act that can be done once, and one that stays. */
const Acts = () => {
  useKeptFocus();
  const [isDone, setDone] = useState(false);
  return (
    <main>
      <h1 tabIndex={-1}>Batch 7</h1>
      {!isDone && (
        <button type="button" onClick={() => setDone(true)}>
          Post
        </button>
      )}
      <button type="button" onClick={() => setDone(true)}>
        Print
      </button>
    </main>
  );
};

test('whoever did an act whose button is gone goes on at the heading', async () => {
  const user = userEvent.setup();
  render(<Acts />);
  await user.tab();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Batch 7' })));
});

test('whoever has the focus on what stays keeps it, and whoever has none gets none', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Acts />);
  await user.tab();
  await user.tab();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Post' })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Print' }));
  unmount();
  render(<Acts />);
  expect(document.activeElement).toBe(document.body);
});
