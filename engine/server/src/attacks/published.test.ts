import { usualStore } from '@irisflow/database/testing';
import { fileURLToPath } from 'node:url';
import { CATALOG, connectors } from '@irisflow/connector-catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEngine } from '../testing/given-connector.ts';
import { attackPage } from './attack-page.ts';
import { attackTable } from './attack-table.ts';
import type { Draw, Known, Row } from './attack.ts';
import { attacker, givenCopy, openAttackWorld, type AttackWorld } from './attack-world.ts';
import { verbs } from './connector-attacks.ts';
import { holders } from './holders.ts';
import { differenceOf, endOf, settle, stateOf, type State } from './observe.ts';
import { publishFolder, type NewFolder } from './publish-folder.ts';
import { attackFolder } from './published-folders.ts';

const owner = 'brussels-housing';

interface Named extends Row {
  readonly id: string;
  readonly name: string;
}

/** What a kind is attacked by, each with an id of its own for the element that does it. */
const rows: readonly Named[] = Object.entries(attackTable)
  .flatMap(([kind, parts]) =>
    Object.entries(parts).flatMap(([part, found]) =>
      found.map((row) => ({ ...row, name: `${kind} ${part}: ${row.what}` })),
    ),
  )
  .map((row, place) => ({ ...row, id: `a${String(place).padStart(3, '0')}` }));

const runsOf = (known: Known): ReadonlyMap<string, Draw> =>
  new Map(rows.flatMap(({ id, attack }) => ('run' in attack ? [[id, attack.run(known)] as const] : [])));

const outcomes = { done: 'its own alone', stopped: 'its own stops: ', waits: 'its own waits' } as const;

/** What an incident says is longer than what the table quotes of it. */
const isAs = (expected: string, found: string): boolean =>
  expected === found ||
  (expected.startsWith(outcomes.stopped) &&
    found.startsWith(outcomes.stopped) &&
    found.includes(expected.slice(outcomes.stopped.length)));

it('every kind of published content has a line', () => {
  for (const [kind, parts] of Object.entries(attackTable))
    for (const [part, found] of Object.entries(parts)) expect(found.length, `${kind} ${part}`).toBeGreaterThan(0);
  expect(Object.keys(attackTable['connector'] ?? {}).toSorted()).toEqual(connectors.map(({ type }) => type).toSorted());
  const { operation } = CATALOG['case-store'].input.properties as { operation?: { enum?: readonly string[] } };
  expect(Object.keys(verbs).toSorted()).toEqual([...(operation?.enum ?? [])].toSorted());
});

it('the page says what the table says', async () => {
  await expect(attackPage()).toMatchFileSnapshot(fileURLToPath(new URL('published.md', import.meta.url)));
});

describe.each([usualStore])('what another administration publishes, on %s', (kind) => {
  let world: AttackWorld;
  let before: State;

  const untouched = async (): Promise<void> => {
    await settle(world.given);
    expect(differenceOf(before, await stateOf(world.given, owner))).toEqual([]);
  };

  beforeAll(async () => {
    world = await openAttackWorld(kind, runsOf);
    await settle(world.given);
    before = await stateOf(world.given, owner);
    await givenCopy(world);
    await settle(world.given);
  }, 120_000);
  afterAll(() => world.close());

  const publishing = async (publish: Partial<NewFolder> | Draw, id: string): Promise<string> => {
    const base = attackFolder(new Map(typeof publish === 'function' ? [[id, publish]] : []), {
      sources: [],
      claims: world.known.caseId,
    });
    const changed =
      typeof publish === 'function'
        ? base
        : {
            ...base,
            ...publish,
            files: { ...base.files, ...publish.files },
            description: { ...base.description, ...publish.description },
          };
    const refused = await publishFolder(world.attacker, `try-${id}`, changed);
    return refused.length === 0 ? 'nothing moves' : `refused: ${refused.join(', ')}`;
  };

  const sending = async (send: () => Promise<unknown>): Promise<string> => {
    const own = await stateOf(world.given, attacker);
    await send();
    return differenceOf(own, await stateOf(world.given, attacker)).length === 0 ? 'nothing moves' : 'its own alone';
  };

  /** As the platform names whatever it publishes for an administration. */
  const sent = (name: string): string => `${attacker}.${name}`;

  const outcomeOf = async ({ id, attack }: Named): Promise<string> => {
    const { given, attackInstance: instance } = world;
    if ('publish' in attack) return publishing(attack.publish, id);
    if ('message' in attack)
      return sending(() =>
        askEngine(given, '/messages/publication', {
          name: sent(attack.message),
          correlationKey: attack.key,
          timeToLive: 0,
          variables: {},
        }),
      );
    if ('signal' in attack)
      return sending(() => askEngine(given, '/signals/broadcast', { signalName: sent(attack.signal), variables: {} }));
    if ('after' in attack) {
      const own = await stateOf(given, attacker);
      return own.lines.some((line) => line.includes(`"${attack.of}"`)) ? 'its own alone' : 'nothing moves';
    }
    await askEngine(given, '/messages/publication', {
      name: `${attacker}.go.${id}`,
      correlationKey: 'go',
      timeToLive: 0,
      variables: {},
    });
    const { how, said } = await endOf(given, { instance, elementId: id }, attack.waits === true ? 500 : 10_000);
    return `${outcomes[how]}${said}`;
  };

  it.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const outcome = await outcomeOf(row);
    expect(isAs(row.expected, outcome), outcome).toBe(true);
    await untouched();
  });

  it.each(Object.keys(holders))('%s: whoever is nobody there reads and changes nothing', async (held) => {
    const holder = holders[held as keyof typeof holders];
    for (const [caller, expected] of Object.entries(holder.callers)) {
      const visitor = world.callers[caller];
      const found = new Set<string>();
      for (const [operation, body] of holder.operations) {
        const answer = await visitor?.call(operation, { params: world.theirs, ...(body === null ? {} : { body }) });
        found.add(String(answer?.statusCode));
      }
      expect([...found].toSorted().join(', '), `${caller} ${held}`).toBe(expected);
    }
    expect(Object.keys(holder.callers).toSorted()).toEqual(Object.keys(world.callers).toSorted());
    await untouched();
  });

  it('what moves would be seen, and whoever listens under the name of another hears nothing', async () => {
    const own = await stateOf(world.given, attacker);
    const message = { name: `${owner}.papers.received`, correlationKey: 'everybody', timeToLive: 0, variables: {} };
    await askEngine(world.given, '/messages/publication', message);
    const moved = differenceOf(before, await stateOf(world.given, owner));
    expect(moved.some((line) => line.includes('"papers"'))).toBe(true);
    expect(differenceOf(own, await stateOf(world.given, attacker))).toEqual([]);
  });
});
