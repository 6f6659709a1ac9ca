import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintForm, parseForm, type FormDefinition } from '@irisflow/forms';
import { describe, expect, test } from 'vitest';
import { patchJson } from '../../workspace/patch-json.ts';
import { fieldKindNames } from '../palette/field-kinds.ts';
import { addField, addPage, addPart, canAdd, partNames, type NewWords } from './build.ts';
import { canBecome, changeKind } from './change-kind.ts';
import { fieldOf, setRequired } from './fields.ts';
import { addChoice, choicesOf, moveChoice, removeChoice, renameField, setLabel } from './keys.ts';
import { duplicate, moveElement, removeElement, stepGap } from './structure.ts';
import { places, type Place } from './tree.ts';

const root = join(import.meta.dirname, '../../../../examples');
const texts = { fr: 'Mot', nl: 'Woord', en: 'Word' };
const words: NewWords = { label: texts, options: [texts, texts], item: texts, add: texts, rowLabel: texts };

interface Example {
  readonly path: string;
  readonly text: string;
  readonly form: FormDefinition;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => join(folder, name));

const examples = foldersIn('.')
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.form.json'))
  .toSorted()
  .map((path): Example => {
    const text = readFileSync(join(root, path), 'utf8');
    const parsed = parseForm(text);
    if (!parsed.ok) throw new Error(`${path} is no form.`);
    return { path, text, form: parsed.form };
  });

const errorsOf = (form: FormDefinition): readonly string[] =>
  lintForm(form)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, subject }) => `${code} ${subject}`);

/** An edit of one field or element; undefined where it does not apply. */
type Edit = (form: FormDefinition, id: string) => FormDefinition | undefined;

const edits: Readonly<Record<string, Edit>> = {
  rename: (form, id) => renameField(form, id, 'renamedField'),
  label: (form, id) => setLabel(form, id, { locale: 'fr', text: 'Un tout autre mot', follows: true }),
  required: (form, id) => setRequired(form, id, fieldOf(form, id)?.required === false),
  'add a choice': (form, id) => (choicesOf(form, id).length === 0 ? undefined : addChoice(form, id, texts)),
  'move a choice': (form, id) =>
    choicesOf(form, id).length < 2 ? undefined : moveChoice(form, id, { from: 0, to: 1 }),
  'remove a choice': (form, id) => {
    const choices = choicesOf(form, id);
    return choices.length < 2 ? undefined : removeChoice(form, id, choices[0]!.value);
  },
  duplicate: (form, id) => duplicate(form, id)?.form,
  'move down': (form, id) => {
    const gap = stepGap(form, id, 1);
    return gap && moveElement(form, id, gap);
  },
  'become a text': (form, id) =>
    canBecome(form, id, 'text') ? changeKind(form, id, { kind: 'text', options: [] }) : undefined,
  'become a choice': (form, id) =>
    canBecome(form, id, 'select') ? changeKind(form, id, { kind: 'select', options: [texts, texts] }) : undefined,
};

/** What an edit may leave to its author: a page without fields, a calculation without what it calculated with. */
const isLeftToAuthor = (error: string): boolean =>
  /^FORM_(PAGE_UNREACHABLE|RULE_CIRCLE|WIDGET_MISMATCH c_difference)/.test(error);

/** Elements of a shape are edited alike: a few of each are enough. */
const seen = new Map<string, number>();
const isNews = (name: string, { element, depth }: Place): boolean => {
  const shape = JSON.stringify([
    name,
    depth,
    element.type,
    element.rule !== undefined,
    'options' in element && element.options,
  ]);
  const count = (seen.get(shape) ?? 0) + 1;
  seen.set(shape, count);
  return count <= 2;
};

describe.each(examples)('$path', ({ text, form }) => {
  test('opened and saved is the same to the byte', () => {
    expect(patchJson(text, form)).toBe(text);
  });

  test('every edit of every element leaves a form that the platform takes', () => {
    const known = new Set(errorsOf(form));
    for (const [name, edit] of Object.entries(edits)) {
      for (const place of places(form)) {
        const { element } = place;
        const next = isNews(name, place) ? edit(form, element.id) : undefined;
        if (next === undefined) continue;
        const where = `${name} ${element.id}`;
        expect(parseForm(next), where).toMatchObject({ ok: true });
        expect(
          errorsOf(next).filter((error) => !known.has(error) && !isLeftToAuthor(error)),
          where,
        ).toEqual([]);
      }
    }
  });

  test('whatever is added and taken away again leaves the file as it was', () => {
    const page = form.uischema.elements[0]!;
    const gap = { parentId: page.id, index: page.elements.length };
    const added = [
      ...fieldKindNames.filter((kind) => canAdd(form, kind, gap)).map((kind) => addField(form, gap, { kind, words })),
      ...partNames.map((kind) => addPart(form, gap, { kind, words })),
      addPage(form, 1, texts),
    ];
    for (const { form: next, id } of added) {
      const without = removeElement(next, id);
      expect(JSON.parse(patchJson(text, without)), id).toEqual({ ...form, bindings: without.bindings });
    }
    for (const place of places(form)) {
      if (!isNews('remove', place)) continue;
      const { element } = place;
      const next = removeElement(form, element.id);
      expect(parseForm(next), element.id).toMatchObject({ ok: true });
      expect(
        errorsOf(next).filter((error) => !isLeftToAuthor(error)),
        `without ${element.id}`,
      ).toEqual([]);
    }
  });
});
