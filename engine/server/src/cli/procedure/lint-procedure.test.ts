import path from 'node:path';
import { viewBlocks } from '@irisflow/procedures';
import { describe, expect, it } from 'vitest';
import { problemsOf } from './lint-procedure.ts';
import { requireFolder } from './require-folder.ts';

const examples = path.resolve(import.meta.dirname, '../../../../../examples');

describe('the lint, with the connectors that come with the platform', () => {
  it.each(viewBlocks().map(({ id, process }) => [id, process] as const))(
    'finds that every step of %s says what its connector needs',
    (id, content) => {
      const found = problemsOf([{ path: `${id}.bpmn`, content }]).filter(({ code }) => code.startsWith('STEP_INPUT'));
      expect(found.map(({ message }) => message.en)).toEqual([]);
    },
  );

  it.each(['rent-allowance', 'journeys/market-stall', 'journeys/market-sanction'])('finds no error in %s', (folder) => {
    const found = problemsOf(requireFolder(path.join(examples, folder)));
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
