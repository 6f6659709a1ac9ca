import type { ProcedureDraft } from '@irisflow/client';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { lintProcedureFiles } from '../../../engine/procedures/src/index.ts';
import { groupBy } from '../app/group-by.ts';
import { DecisionEditor } from '../decisions/DecisionEditor.tsx';
import { FormEditor } from '../forms/FormEditor.tsx';
import { LetterEditor } from '../letters/LetterEditor.tsx';
import { ObligationEditor } from '../obligations/ObligationEditor.tsx';
import { QuotaEditor } from '../quotas/QuotaEditor.tsx';
import { RightEditor } from '../rights/RightEditor.tsx';
import { ParametersEditor } from '../parameters/ParametersEditor.tsx';
import { ScenarioEditor } from '../scenarios/ScenarioEditor.tsx';
import { SettingsEditor } from '../settings/SettingsEditor.tsx';
import { messages } from '../texts/messages.ts';
import { DraftProvider } from './draft-context.ts';
import { DraftStore } from './draft-store.ts';
import { stillPort } from './testing/still-port.ts';
import type { EditorProps } from './editor-props.ts';
import { patchJson } from './patch-json.ts';
import { kindOfFile, type FileKind } from './file-kinds.ts';

afterEach(cleanup);

beforeAll(() => {
  // A document without a layout has no places.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

const contents = import.meta.glob<string>(
  [
    '../../../examples/*/*.{json,bpmn,dmn}',
    '../../../examples/*/tests/*.json',
    '../../../examples/journeys/*/*.{json,bpmn,dmn}',
  ],
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
  const inside = place.slice(place.indexOf('/examples/') + '/examples/'.length).replace(/^journeys\//, '');
  const [folder = '', ...path] = inside.split('/');
  return { folder, path: path.join('/'), content };
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

/** Editors that draw more than a page of fields: they are opened on one file of each folder. */
const large: Partial<Record<FileKind, ComponentType<EditorProps>>> = {
  form: FormEditor,
  decision: DecisionEditor,
  letter: LetterEditor,
  scenario: ScenarioEditor,
};

const draftOf = (inside: readonly ExampleFile[]): DraftStore => {
  const draft = { revision: 1, files: inside } as unknown as ProcedureDraft;
  return new DraftStore(draft, stillPort(draft), { quiet: 3_600_000, now: () => new Date() });
};

/** Opens the editor of a file, its other tabs where it is short. */
const open = (store: DraftStore, path: string) => {
  const Editor = { ...editors, ...large }[kindOfFile(path)];
  const { container, unmount } = render(
    <I18nProvider locale="fr" messages={messages.fr}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
        <DraftProvider value={store}>
          {Editor !== undefined && (
            <Editor procedureKey="example" path={path} focus={null} story={null} onStoryEnd={() => undefined} />
          )}
        </DraftProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  const tabs = kindOfFile(path) === 'procedure' ? [] : [...container.querySelectorAll('[role=tab]')].toReversed();
  for (const tab of tabs) fireEvent.click(tab);
  return { container, unmount };
};

const errorsOf = (store: DraftStore): string[] =>
  lintProcedureFiles([...store.state().files].map(([path, content]) => ({ path, content })))
    .filter(({ severity }) => severity === 'error')
    .map(({ file, code, pointer }) => `${file} ${code} ${pointer}`);

test('what a file says is put into it without a trace', () => {
  const texts = files.filter(({ path }) => path.endsWith('.json')).map(({ content }) => content);
  expect(texts.length).toBeGreaterThan(200);
  for (const content of texts) expect(patchJson(content, JSON.parse(content))).toBe(content);
});

test.each(folders)(
  'every editor of %s opens its file without a change, changes what somebody changes, and the platform takes it',
  (_, inside) => {
    const store = draftOf(inside);
    for (const { path, content } of inside.filter((file) => editors[kindOfFile(file.path)] !== undefined)) {
      const name = open(store, path).container.querySelector('input[lang=fr]');
      expect(store.state().files.get(path), path).toBe(content);
      expect(name, path).not.toBeNull();
      fireEvent.change(name!, { target: { value: 'Autre nom' } });
      cleanup();
      const changed = store.state().files.get(path)?.split('\n') ?? [];
      const lines = content.split('\n');
      expect(changed.length).toBe(lines.length);
      expect(
        changed.filter((line, index) => line !== lines[index]),
        path,
      ).toHaveLength(1);
    }
    expect(errorsOf(store)).toEqual([]);
  },
);

test.each(folders)('every kind of file of %s is opened and left as it was, to the byte', (_, inside) => {
  const store = draftOf(inside);
  for (const kind of Object.keys(large) as FileKind[]) {
    const file = inside.find(({ path }) => kindOfFile(path) === kind);
    if (file === undefined) continue;
    const { container, unmount } = open(store, file.path);
    expect(container.textContent, file.path).not.toBe('');
    unmount();
    expect(store.state().files.get(file.path), file.path).toBe(file.content);
  }
  expect(store.state().files.size).toBe(inside.length);
});
