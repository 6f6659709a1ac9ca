import { applyChange, checkInvariants, decodeChange, decodeTree, encodeTree, type InstanceTree } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../storage/row-statement.ts';
import { createReplayState } from './replay-state.ts';

export interface StoredTree {
  readonly rootKey: string;
  readonly state: string;
}

/** What the read model says is open in one tree, as `noun key` lines. */
const OPEN = `
  select 'job ' || key as line from ${SCHEMA}.job where root_key = $1 and phase <> 'ended'
   and process_instance_key in (select key from ${SCHEMA}.process_instance where root_key = $1)
  union all select 'user task ' || key from ${SCHEMA}.user_task where root_key = $1 and ended_at is null
  union all select 'incident ' || key from ${SCHEMA}.incident where root_key = $1 and state = 'ACTIVE'
  union all select 'timer ' || key from ${SCHEMA}.timer where root_key = $1
  union all select 'element ' || key from ${SCHEMA}.element_instance where root_key = $1 and state = 'ACTIVE'
  union all select 'instance ' || key from ${SCHEMA}.process_instance where root_key = $1 and state = 'ACTIVE'
  union all select 'suspended instance ' || key from ${SCHEMA}.process_instance where root_key = $1 and state = 'SUSPENDED'`;

const openIn = (tree: InstanceTree): Set<string> => {
  const lines = new Set<string>();
  const add = (noun: string, keys: Iterable<string>) => {
    for (const key of keys) lines.add(`${noun} ${key}`);
  };
  add('job', tree.jobs.keys());
  add('user task', tree.userTasks.keys());
  add('incident', tree.incidents.keys());
  add(tree.suspension === null ? 'instance' : 'suspended instance', tree.instances.keys());
  for (const { kind, key } of tree.subscriptions.values()) if (kind === 'timer') add('timer', [key]);
  for (const { key, processInstanceKey } of tree.elements.values())
    if (key !== processInstanceKey) add('element', [key]);
  return lines;
};

const compareReadModel = async (database: Database, tree: InstanceTree): Promise<string[]> => {
  const rows = await database.query<{ line: string }>(OPEN, [tree.rootKey]);
  const shown = new Set(rows.map(({ line }) => line));
  const held = openIn(tree);
  return [
    ...[...held]
      .filter((line) => !shown.has(line))
      .map((line) => `instance ${tree.rootKey}: ${line} is open in the state but not in the read model`),
    ...[...shown]
      .filter((line) => !held.has(line))
      .map((line) => `instance ${tree.rootKey}: ${line} is open in the read model but not in the state`),
  ];
};

const replay = async (database: Database, { rootKey, state }: StoredTree): Promise<string[]> => {
  const replayed = createReplayState();
  const rows = await database.query<{ change: string }>(
    `select change from ${SCHEMA}.engine_record where root_key = $1 order by position`,
    [rootKey],
  );
  for (const { change } of rows) applyChange(replayed, decodeChange(change));
  const tree = replayed.tree(rootKey as ProcessInstanceKey);
  if (tree !== undefined && encodeTree(tree) === encodeTree(decodeTree(state))) return [];
  return [`instance ${rootKey}: the diary replays to another state than the stored one`];
};

/** Everything that is wrong with one stored tree, one sentence a finding. */
export const checkTree = async (database: Database, stored: StoredTree): Promise<string[]> => {
  const tree = decodeTree(stored.state);
  return [
    ...checkInvariants(tree).map(({ invariant, message }) => `instance ${stored.rootKey}: ${invariant}: ${message}`),
    ...(await compareReadModel(database, tree)),
    ...(await replay(database, stored)),
  ];
};
