import type { ProcedureDraft } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { lintProcedureFiles } from '../../../engine/procedures/src/index.ts';
import { groupBy } from '../app/group-by.ts';
import { ObligationEditor } from '../obligations/ObligationEditor.tsx';
import { QuotaEditor } from '../quotas/QuotaEditor.tsx';
import { ParametersEditor } from '../parameters/ParametersEditor.tsx';
import { RightEditor } from '../rights/RightEditor.tsx';
import { SettingsEditor } from '../settings/SettingsEditor.tsx';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from './draft-context.ts';
import { DraftStore } from './draft-store.ts';
import type { EditorProps } from './editor-props.ts';
import { patchJson } from './patch-json.ts';
import { kindOfFile, type FileKind } from './file-kinds.ts';

afterEach(cleanup);

const contents = import.meta.glob<string>(
  ['../../../examples/*/*.{json,bpmn,dmn}', '../../../examples/journeys/*/*.{json,bpmn,dmn}'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
);

interface ExampleFile {
  readonly folder: string;
  readonly path: string;
  readonly content: string;
}

const files: readonly ExampleFile[] = Object.entries(contents).map(([place, content]) => {
  const [path = '', folder = ''] = place.split('/').toReversed();
  return { folder, path, content };
});

const folders = [...groupBy(files, ({ folder }) => folder)].filter(([, inside]) =>
  inside.some(({ path }) => path === 'procedure.json'),
);

const editors: Partial<Record<FileKind, ComponentType<EditorProps>>> = {
  right: RightEditor,
  quota: QuotaEditor,
  obligation: ObligationEditor,
  procedure: SettingsEditor,
  parameters: ParametersEditor,
};

const draftOf = (inside: readonly ExampleFile[]): DraftStore => {
  const draft = { revision: 1, files: inside } as unknown as ProcedureDraft;
  const saved = { revision: 2, problems: [] };
  const port = {
    load: () => Promise.resolve(draft),
    save: () => Promise.resolve(saved),
    remove: () => Promise.resolve(saved),
    lint: () => Promise.resolve([]),
  };
  return new DraftStore(draft, port, { quiet: 3_600_000, now: () => new Date() });
};

const open = (store: DraftStore, path: string): void => {
  const Editor = editors[kindOfFile(path)];
  if (Editor === undefined) return;
  render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
        <DraftProvider value={store}>
          <Editor procedureKey="example" path={path} focus={null} story={null} onStoryEnd={() => undefined} />
        </DraftProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
};

/** The sheet of a procedure is long: the one that says the most stands for the others, whose bytes are tried without a screen. */
const edited = (inside: readonly ExampleFile[]): ExampleFile[] =>
  inside.filter(
    ({ folder, path }) =>
      editors[kindOfFile(path)] !== undefined && (kindOfFile(path) !== 'procedure' || folder === 'rent-allowance'),
  );

const errorsOf = (store: DraftStore): string[] =>
  lintProcedureFiles([...store.state().files].map(([path, content]) => ({ path, content })))
    .filter(({ severity }) => severity === 'error')
    .map(({ file, code, pointer }) => `${file} ${code} ${pointer}`);

test('what a file says is put into it without a trace', () => {
  const texts = files.filter(({ path }) => path.endsWith('.json')).map(({ content }) => content);
  expect(texts.length).toBeGreaterThan(200);
  for (const content of texts) expect(patchJson(content, JSON.parse(content))).toBe(content);
});

describe.each(folders)('the files of %s', (_, inside) => {
  test.each(edited(inside).map(({ path, content }) => [path, content]))(
    '%s opens and stays byte for byte',
    (path, content) => {
      const store = draftOf(inside);
      open(store, path);
      for (const tab of screen.queryAllByRole('tab')) fireEvent.click(tab);
      expect(store.state().files.get(path)).toBe(content);
      expect(store.state().unsaved.size).toBe(0);
    },
  );

  test('are changed only where somebody changes them, and stay what the platform takes', () => {
    const store = draftOf(inside);
    for (const { path, content } of edited(inside)) {
      open(store, path);
      const [name] = screen.getAllByLabelText<HTMLInputElement>(/^Nom.*, français$/i);
      fireEvent.change(name!, { target: { value: `${name!.value} bis` } });
      const changed = store.state().files.get(path) ?? '';
      expect(changed.replace(' bis', '')).toBe(content);
      expect(changed).not.toBe(content);
      cleanup();
    }
    expect(errorsOf(store)).toEqual([]);
  });
});
