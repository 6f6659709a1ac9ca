import { coverProcedure, differenceText, runScenario, type Footprint } from '@irisflow/scenarios';
import { describe, expect, it } from 'vitest';
import { folders } from './folders.ts';

describe.each(folders)('scenarios of $key on the core, without a server', (folder) => {
  const footprints: Footprint[] = [];

  it.each(folder.scenarios)('$scenario.title', async ({ scenario }) => {
    const { differences, footprint, path } = await runScenario(folder, scenario);
    footprints.push(footprint);
    expect(differences.map(differenceText), path.join('\n')).toEqual([]);
  });

  it('some scenario reaches every element of the drawings; the page of procedures also says which ways nobody took', () => {
    const missed = coverProcedure(folder.own, footprints).flatMap(({ elements }) =>
      elements.filter(({ scenarios }) => scenarios === 0).map(({ id }) => id),
    );
    expect(missed).toEqual([]);
  });
});

/** What a procedure meets in its years however well it is drawn. */
const exceptions = [
  'last place taken twice',
  'closed IBAN',
  'replaced number',
  'register without authorization',
  'source on paper',
  'unclaimed registered letter',
  'exhausted budget',
  'income one cent over',
  'last day on a Sunday',
];

it.each(exceptions)('some scenario proves how it ends: %s', (exception) => {
  const proven = folders.flatMap(({ scenarios }) => scenarios.flatMap(({ scenario }) => scenario.proves ?? []));
  expect(proven).toContain(exception);
});
