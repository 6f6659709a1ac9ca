import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Source {
  readonly key: string;
  readonly fields?: readonly string[];
  readonly facts?: Readonly<Record<string, { readonly label: Readonly<Record<string, string>> }>>;
}

const root = path.resolve(import.meta.dirname, '..');
const read = <T>(...file: string[]): T => JSON.parse(readFileSync(path.join(root, ...file), 'utf8')) as T;
const folders = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'procedure.json')));

/** Rights of others bring the words of their kind. */
const isRight = ({ key }: Source): boolean => key.startsWith('right-');

describe.each(folders)('the sources of %s', (folder) => {
  it('call each of their fields by a word, on the pages of who reads what they said', () => {
    const { sources = [] } = read<{ sources?: Source[] }>(folder, 'procedure.json');
    const { bindings } = read<{ bindings?: { prefill?: { source: string }[] } }>(folder, 'application.form.json');
    const bound = new Set((bindings?.prefill ?? []).map(({ source }) => source));
    const wordless = sources
      .filter((source) => !isRight(source))
      .flatMap(({ key, fields = [], facts = {} }) =>
        fields
          .filter((field) => facts[field] === undefined && !bound.has(`${key}.${field}`))
          .map((field) => `${key}.${field}`),
      );
    expect(wordless).toEqual([]);
  });
});
