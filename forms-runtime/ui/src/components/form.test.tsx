import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { Button, Checkbox, ErrorSummary, Form, I18nProvider, RadioGroup, TextArea } from '../index.ts';

afterEach(cleanup);

const user = userEvent.setup();
const nothing = (): void => undefined;

type Wrong = 'none' | 'reason' | 'choice';

/** What `judge` finds wrong is known at once, or once the platform has answered. */
const Asked = ({ wrong, later, summary = false }: { wrong: Wrong; later?: Promise<void>; summary?: boolean }) => {
  const [found, setFound] = useState<Wrong>('none');
  const submit = (): void => {
    if (later === undefined) setFound(wrong);
    else void later.then(() => setFound(wrong));
  };
  const error = (of: Wrong) => (found === of ? { error: 'This is missing' } : {});
  return (
    <I18nProvider locale="en">
      <Form onSubmit={submit}>
        {summary && found !== 'none' && <ErrorSummary errors={[{ target: 'reason', text: 'Say why' }]} />}
        <RadioGroup
          id="choice"
          label="Choice"
          options={[{ value: 'a', label: 'First' }]}
          value={undefined}
          onChange={nothing}
          {...error('choice')}
        />
        <TextArea id="reason" label="Reason" value="" onChange={nothing} {...error('reason')} />
        <Checkbox id="sure" label="Sure" value={false} onChange={nothing} />
        <Button type="submit">Send</Button>
      </Form>
    </I18nProvider>
  );
};

const send = () => screen.getByRole('button', { name: 'Send' });

describe('a form that is refused', () => {
  test('leads to the field that is wrong, with the keyboard where the answer goes', async () => {
    render(<Asked wrong="reason" />);
    await user.click(send());
    expect(document.activeElement).toBe(screen.getByLabelText('Reason'));
  });

  test('leads into a group to its first choice', async () => {
    render(<Asked wrong="choice" />);
    await user.click(send());
    expect(document.activeElement).toBe(screen.getByLabelText('First'));
  });

  test('leads there as well when the platform says it a moment later', async () => {
    let answer = nothing;
    const later = new Promise<void>((resolve) => (answer = resolve));
    render(<Asked wrong="reason" later={later} />);
    await user.click(send());
    expect(document.activeElement).toBe(send());
    answer();
    await screen.findByText('This is missing');
    expect(document.activeElement).toBe(screen.getByLabelText('Reason'));
  });

  test('leaves alone whoever went on meanwhile', async () => {
    let answer = nothing;
    const later = new Promise<void>((resolve) => (answer = resolve));
    render(<Asked wrong="reason" later={later} />);
    await user.click(send());
    screen.getByLabelText('Sure').focus();
    answer();
    await screen.findByText('This is missing');
    expect(document.activeElement).toBe(screen.getByLabelText('Sure'));
  });

  test('leaves the focus to a summary of what is wrong', async () => {
    render(<Asked wrong="reason" summary />);
    await user.click(send());
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  test('moves nothing when nothing is wrong', async () => {
    render(<Asked wrong="none" />);
    await user.click(send());
    expect(document.activeElement).toBe(send());
  });
});
