import type { ProcedureDraft } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from '../workspace/draft-context.ts';
import { stillPort } from '../workspace/testing/still-port.ts';
import { DraftStore } from '../workspace/draft-store.ts';
import { LetterEditor } from './LetterEditor.tsx';

afterEach(cleanup);

beforeAll(() => {
  // A document without a layout has no places.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

const path = 'grant.letter.json';
const plain = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }] };

const open = (content: string): void => {
  const draft = { revision: 1, files: [{ path, content }] } as unknown as ProcedureDraft;
  const store = new DraftStore(draft, stillPort(draft), { quiet: 3_600_000, now: () => new Date() });
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
        <DraftProvider value={store}>
          <LetterEditor procedureKey="example" path={path} focus={null} story={null} onStoryEnd={() => undefined} />
        </DraftProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
};

test.each([
  ['a body that is nothing', null],
  ['content that is a text', { type: 'doc', content: 'x' }],
  ['a block that is nothing', { type: 'doc', content: [null] }],
  ['a block of an unknown type', { type: 'doc', content: [{ type: 'video', src: 'x' }] }],
  ['a list without items', { type: 'doc', content: [{ type: 'bulletList' }] }],
  ['items without content', { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem' }] }] }],
  ['a condition without content', { type: 'doc', content: [{ type: 'conditional', when: 'true' }] }],
  ['a condition without an expression', { type: 'doc', content: [{ type: 'conditional', content: [] }] }],
  ['a table without columns', { type: 'doc', content: [{ type: 'table', rows: 'values.rows' }] }],
  ['a table with odd columns', { type: 'doc', content: [{ type: 'table', columns: [null, {}, 3] }] }],
  ['words without words', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text' }] }] }],
  ['a field without a path', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'field' }] }] }],
  [
    'a field whose path is a number',
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'field', path: 3 }] }] },
  ],
  ['a heading without a level', { type: 'doc', content: [{ type: 'heading', level: 'x' }] }],
])('given a letter with %s in one language, then the source can still be opened', (_, en) => {
  open(JSON.stringify({ kind: 'letter', subject: { en: 'Hello' }, body: { fr: plain, nl: plain, en } }));
  expect(screen.getByRole('tab', { name: 'Source' })).toBeDefined();
});

test.each([
  ['nothing', null],
  ['a number', 3],
  ['a list', []],
  ['a subject that is a text', { subject: 'x' }],
  ['a subject whose language is no text', { subject: { en: {} } }],
  ['a body that is a list', { body: [] }],
  ['mandatory parts that are no list', { mandatory: 3 }],
])('given a file that says %s, then it is said so, and the text can be corrected', (_, value) => {
  open(JSON.stringify(value));
  expect(screen.getByText(`${path} cannot be shown`)).toBeDefined();
});
