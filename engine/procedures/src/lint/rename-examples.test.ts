import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renameEverywhere, targetOf, withChanged, type Target } from '@irisflow/names';
import { expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const root = join(import.meta.dirname, '../../../../examples/taxi-sanction');

const example = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:json|bpmn|dmn)$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

const problemsOf = (files: ReadonlyMap<string, string>) =>
  lintFolder(readFolder([...files].map(([path, content]) => ({ path, content }))), {
    connectorTypes: null,
    servedTypes: null,
    sourceTypes: [],
  }).map(({ code }) => code);

const targets: readonly (readonly [Target, string])[] = [
  [targetOf.field('application', ['infringements', 'grade']), 'severity'],
  [targetOf.field('application', ['language']), 'tongue'],
  [targetOf.output('sanctionFramework', 'measure'), 'proposed'],
  [targetOf.thing('decision', 'sanctionFramework'), 'framework2'],
  [targetOf.thing('form', 'decide'), 'decide-sanction'],
  [targetOf.thing('letter', 'suspension'), 'suspended'],
  [targetOf.thing('term', 'appeal'), 'appealing'],
  [targetOf.parameter('sanction.shortDays'), 'fewDays'],
  [targetOf.variable('target'), 'aimed'],
];

test.each(targets)(
  '%j renamed to %s leaves a real procedure without a new problem, and comes back byte for byte',
  (target, name) => {
    const renaming = renameEverywhere(example, target, name);
    if (typeof renaming === 'string') throw new Error(`Expected a renaming, but it was refused: ${renaming}`);
    const next = withChanged(example, renaming.files);
    expect(problemsOf(next)).toEqual(problemsOf(example));

    const back = renameEverywhere(next, [...target.slice(0, -1), name], target.at(-1) ?? '');
    if (typeof back === 'string') throw new Error(`Expected the way back, but it was refused: ${back}`);
    expect(withChanged(next, back.files)).toEqual(example);
  },
);
