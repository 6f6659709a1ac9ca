import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import type { EngineStep } from '@irisflow/engine-client';
import { isoOf } from '@irisflow/foundation';
import { findDefinitionOwners } from '@irisflow/procedures';
import { bandOf } from '../bands.ts';
import { countOpen, keepOpen, letGo, listUnchecked, type OpenStep } from '../storage/open-steps.ts';
import { addPassings, type Passing } from '../storage/step-days.ts';
import { moveOn, noteCounted, readUntil } from '../storage/step-clock.ts';
import type { Surroundings } from '../surroundings.ts';

/** As many as the engine answers at once. */
const PAGE = 1000;
/** What a round looks at: whoever stops the platform does not wait for years of history. */
const SPANS = 120;
const CHECKS = 50;
const LONGEST_MS = 24 * 3600_000;
/** Shorter spans have nothing in between: more than a page of one is asked for page by page. */
const SHORTEST_MS = 1000;
/** What began this lately may not be seen yet; a cluster shows what happened once its search has taken it in. */
const LAG_MS = 15_000;
const CLUSTER_LAG_MS = 10 * 60_000;
/** A step that is still open is asked about again this much later. */
const CHECK_EVERY_MS = 30_000;

/** Where nobody ever is: ways part and meet there in no time; a loop's own body is told by its turns. */
const isStep = ({ kind }: EngineStep): boolean =>
  !kind.endsWith('_GATEWAY') && kind !== 'PROCESS' && kind !== 'MULTI_INSTANCE_BODY';

type Owned = EngineStep & { readonly administration: string };

/** Those of published processes; what else runs in the engine is not ours. */
const ownedOf = async (db: Queryable, steps: readonly EngineStep[]): Promise<Owned[]> => {
  const keys = [...new Set(steps.map(({ processDefinitionKey }) => processDefinitionKey))];
  const owners = new Map(
    (await findDefinitionOwners(db, keys)).map(({ definition_key: key, administration }) => [key, administration]),
  );
  return steps.flatMap((step) => {
    const administration = owners.get(step.processDefinitionKey);
    return administration === undefined || !isStep(step) ? [] : [{ ...step, administration }];
  });
};

/** What left a step by completing it; what was called off says nothing of how long it takes. */
const passingsOf = (steps: readonly Owned[]): Passing[] =>
  steps.flatMap(({ administration, processDefinitionKey, elementId, state, startedAt, endedAt }) =>
    state !== 'completed' || endedAt === null
      ? []
      : [
          {
            administration,
            definitionKey: processDefinitionKey,
            elementId,
            day: dayOf(Date.parse(endedAt)),
            band: bandOf((Date.parse(endedAt) - Date.parse(startedAt)) / 1000),
          },
        ],
  );

const openOf = (steps: readonly Owned[]): OpenStep[] =>
  steps
    .filter(({ state }) => state === 'active')
    .map(({ elementInstanceKey, administration, processDefinitionKey, elementId, startedAt }) => ({
      elementKey: elementInstanceKey,
      administration,
      definitionKey: processDefinitionKey,
      elementId,
      enteredAt: startedAt,
    }));

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Everything that began in a span; null where that is more than a page and the span can be cut. */
const begunIn = async ({ engine }: Surroundings, { from, to }: Span): Promise<EngineStep[] | null> => {
  const found: EngineStep[] = [];
  const span = { since: isoOf(from), before: isoOf(to), limit: PAGE };
  for (;;) {
    const page = await engine.monitor.stepsBegun({ ...span, from: found.length });
    found.push(...page);
    if (page.length < PAGE) return found;
    if (to - from > SHORTEST_MS) return null;
  }
};

/** Takes in what began since the last round, a span at a time; each is taken in whole or not at all. */
const takeInBegun = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock, engine } = surroundings;
  const now = clock.now();
  const horizon = now - ((await engine.canAskForJobs()) ? LAG_MS : CLUSTER_LAG_MS);
  let from = await readUntil(database, isoOf(now));
  let length = LONGEST_MS;
  for (let turn = 0; turn < SPANS && from < horizon; turn += 1) {
    const to = Math.min(from + length, horizon);
    const begun = await begunIn(surroundings, { from, to });
    if (begun === null) {
      length = Math.max(SHORTEST_MS, Math.floor((to - from) / 2));
      continue;
    }
    const isOurs = await database.transaction(async (tx) => {
      if (!(await moveOn(tx, { from: isoOf(from), to: isoOf(to) }))) return false;
      const owned = await ownedOf(tx, begun);
      await keepOpen(tx, openOf(owned), isoOf(now));
      await addPassings(tx, passingsOf(owned));
      return true;
    });
    // Another process of the platform is at it.
    if (!isOurs) return;
    from = to;
    length = Math.min(length * 2, LONGEST_MS);
  }
};

/** Asks about steps that were open: those that ended are counted once, by whoever lets go of them. */
const takeInEnded = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock, engine } = surroundings;
  const at = isoOf(clock.now());
  const before = isoOf(clock.now() - CHECK_EVERY_MS);
  for (let turn = 0; turn < CHECKS; turn += 1) {
    const keys = await listUnchecked(database, { before, limit: PAGE });
    if (keys.length === 0) return;
    const found = await engine.monitor.steps(keys);
    const open = new Set(
      found.filter(({ state }) => state === 'active').map(({ elementInstanceKey }) => elementInstanceKey),
    );
    await database.transaction(async (tx) => {
      const gone = await letGo(
        tx,
        keys.filter((key) => !open.has(key)),
      );
      const owned = await ownedOf(tx, found);
      await keepOpen(tx, openOf(owned), at);
      await addPassings(tx, passingsOf(owned.filter(({ elementInstanceKey }) => gone.has(elementInstanceKey))));
    });
  }
};

/** Brings the numbers of steps up to what the engine has. */
export const followSteps = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  await takeInBegun(surroundings);
  await takeInEnded(surroundings);
  await database.transaction(async (tx) => {
    // Whoever counts at the same time waits here, and counts the same.
    await noteCounted(tx, isoOf(clock.now()));
    await countOpen(tx);
  });
};
