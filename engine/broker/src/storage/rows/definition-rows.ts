import type { AnyDefinition, DefinitionEvent, StartTimer } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { ProcessDescription } from '../describe-process.ts';
import { deleteRows, insertRows, type RowValues, SCHEMA, updateRows, upsertRows } from '../row-statement.ts';

export type DefinitionNoun = Extract<DefinitionEvent, { kind: 'definitionDeleted' }>['noun'];

const insert = insertRows('definition', {
  key: 'bigint',
  noun: 'text',
  tenant_id: 'text',
  id: 'text',
  version: 'integer',
  version_tag: 'text',
  name: 'text',
  resource_name: 'text',
  checksum: 'text',
  deployment_key: 'bigint',
  requirements_key: 'bigint',
  body: 'text',
  deployed_at: 'bigint',
  element_names: 'text',
  start_form: 'text',
});
const remove = updateRows('definition', { key: 'bigint', deleted_at: 'bigint' });
const upsertTimers = upsertRows('start_timer', { key: 'bigint', due_at: 'bigint', body: 'text' });
const deleteTimers = deleteRows('start_timer', 'key', 'bigint');

interface Added {
  readonly noun: DefinitionNoun;
  readonly definition: AnyDefinition;
  /** Null for what is no process. */
  readonly description: ProcessDescription | null;
  readonly at: number;
}

const toDefinition = ({ noun, definition, description, at }: Added): RowValues => [
  definition.key,
  noun,
  definition.tenantId,
  definition.id,
  definition.version,
  definition.versionTag,
  'name' in definition ? definition.name : null,
  definition.resourceName,
  definition.checksum,
  definition.deploymentKey,
  'requirementsKey' in definition ? definition.requirementsKey : null,
  JSON.stringify(definition),
  at,
  description?.elementNames ?? null,
  description?.startForm ?? null,
];

export interface ResourceContent {
  readonly checksum: string;
  readonly content: Uint8Array;
}

const insertContent = ({ checksum, content }: ResourceContent): Statement => ({
  name: 'insert_resource_content',
  text: `insert into ${SCHEMA}.resource_content (checksum, content) values ($1, $2) on conflict do nothing`,
  values: [checksum, Buffer.from(content)],
});

/** Rows of `definition`, `start_timer` and `resource_content` that one batch writes. */
export const createDefinitionRows = () => {
  const added: RowValues[] = [];
  const removed: RowValues[] = [];
  const timers = new Map<string, RowValues>();
  const closed = new Map<string, RowValues>();
  const contents: ResourceContent[] = [];
  return {
    add: (definition: Added) => void added.push(toDefinition(definition)),
    remove: (key: string, at: number) => void removed.push([key, at]),
    openTimer: (timer: StartTimer) => void timers.set(timer.key, [timer.key, timer.dueAt, JSON.stringify(timer)]),
    closeTimer: (key: string) => {
      timers.delete(key);
      closed.set(key, [key]);
    },
    keepContent: (content: ResourceContent) => void contents.push(content),
    statements: (): Statement[] => [
      ...contents.map(insertContent),
      ...(added.length > 0 ? [insert(added)] : []),
      ...(removed.length > 0 ? [remove(removed)] : []),
      ...(closed.size > 0 ? [deleteTimers([...closed.values()])] : []),
      ...(timers.size > 0 ? [upsertTimers([...timers.values()])] : []),
    ],
  };
};
