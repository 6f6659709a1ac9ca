/// <reference types="node" />
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canvasTexts, createTranslate, missingCanvasTexts } from './translate.ts';

const here = createRequire(import.meta.url);
const folderOf = (name: string, from = here): string => path.dirname(from.resolve(`${name}/package.json`));
const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

const sources = [
  ...['bpmn-js', 'diagram-js'].flatMap((name) => sourcesIn(path.join(folderOf(name), 'lib'))),
  readFileSync(path.join(folderOf('bpmn-js-color-picker'), 'colors/ColorContextPadProvider.js'), 'utf8'),
  // The second half of this file is the panel of another engine.
  readFileSync(path.join(folderOf('bpmn-js-properties-panel'), 'dist/index.esm.js'), 'utf8').split(
    'class ZeebePropertiesProvider',
  )[0] ?? '',
  readFileSync(path.join(folderOf('@bpmn-io/properties-panel'), 'dist/index.esm.js'), 'utf8'),
];

/** Sentences that reach no screen: an example in a comment and templates that are filled before they are looked up. */
const isShown = (sentence: string): boolean =>
  /[A-Za-z]{2}/.test(sentence) && !sentence.includes('${') && sentence !== 'HELLO {you}' && sentence !== ' + shift + ';

const sentences = new Set(
  sources
    .flatMap((source) => [...source.matchAll(/\b_?translate\(\s*(['"])((?:\\.|(?!\1).)+?)\1/g)])
    .map((match) => (match[2] ?? '').replaceAll(String.raw`\'`, "'"))
    .filter(isShown),
);

test('the scan finds the sentences of the libraries', () => {
  expect(sentences.size).toBeGreaterThan(150);
});

test.each(['fr', 'nl'] as const)('every sentence of the editors has a text in %s', (locale) => {
  const translate = createTranslate(locale);
  for (const sentence of sentences) translate(sentence);
  expect(missingCanvasTexts()).toEqual([]);
});

test('French and Dutch have the same keys and places', () => {
  expect(Object.keys(canvasTexts.fr)).toEqual(Object.keys(canvasTexts.nl));
  const places = (text: string | undefined) => [...(text ?? '').matchAll(/\{[^}]+\}/g)].map((match) => match[0]).sort();
  for (const [key, text] of Object.entries(canvasTexts.fr)) {
    expect(places(text), key).toEqual(places(key));
    expect(places(canvasTexts.nl[key]), key).toEqual(places(key));
  }
});

test('kinds in capitals are found under their sentence', () => {
  const translate = createTranslate('fr');
  expect(translate('Timer Boundary Event (Non Interrupting)')).toBe('Minuterie attachée (sans interruption)');
  expect(translate('Expanded Sub Process')).toBe('Sous-processus (déplié)');
  expect(translate('Event Sub Process')).toBe('Sous-processus événementiel');
});

test('replacements fill their places and nothing else', () => {
  expect(createTranslate('nl')('Open {element}', { element: 'Proces' })).toBe('Proces openen');
});
