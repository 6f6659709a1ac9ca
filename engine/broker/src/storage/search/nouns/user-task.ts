import type { UserTaskView } from '@irisflow/protocol';
import { date, headOf, integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, isoOrNull, type Noun } from '../noun.ts';
import { elementName, joinDefinition, joinInstance, table } from './table.ts';

const name = elementName('u.element_id');

type Packed = 'candidateGroups' | 'candidateUsers' | 'customHeaders' | 'tags';
type Row = Omit<UserTaskView, Packed> & { readonly [Column in Packed]: string };

const OPEN = ['CREATING', 'CREATED', 'ASSIGNING', 'UPDATING', 'COMPLETING', 'CANCELING'];
const OVER = ['COMPLETED', 'CANCELED', 'FAILED'];

/** The engine keeps the date as the model wrote it; what follows the offset is a zone or calendar and says nothing new. */
const millisecondsOf = (column: string): string =>
  `(extract(epoch from substring(${column} from
    '^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:[Zz]|[+-]\\d\\d:?\\d\\d)')::timestamptz) * 1000)::bigint`;

const membersOf = (column: string) => ({
  from: `jsonb_array_elements_text(${column}::jsonb) member`,
  where: 'true',
});

export const userTasks: Noun<Row, UserTaskView> = {
  from: `${table('user_task', 'u')} ${joinInstance('u')} ${joinDefinition}`,
  where: 'true',
  belongsTo: ofTenants('u.tenant_id'),
  identity: { sql: 'u.key', type: 'bigint' },
  columns: {
    userTaskKey: 'u.key',
    elementInstanceKey: 'u.element_key',
    elementId: 'u.element_id',
    name,
    state: 'u.state',
    assignee: 'u.assignee',
    candidateGroups: 'u.candidate_groups',
    candidateUsers: 'u.candidate_users',
    dueDate: 'u.due_date',
    followUpDate: 'u.follow_up_date',
    priority: 'u.priority',
    formKey: 'u.form_key',
    externalFormReference: 'u.external_form_reference',
    customHeaders: 'u.headers',
    tags: 'p.tags',
    creationDate: 'u.created_at',
    completionDate: 'u.ended_at',
    processDefinitionId: 'p.definition_id',
    processDefinitionKey: 'p.definition_key',
    processDefinitionVersion: 'p.version',
    processName: 'd.name',
    processInstanceKey: 'u.process_instance_key',
    rootProcessInstanceKey: 'u.root_key',
    tenantId: 'u.tenant_id',
  },
  fields: {
    userTaskKey: key('u.key'),
    elementInstanceKey: key('u.element_key'),
    elementId: text('u.element_id'),
    name: text(name),
    state: text('u.state', {
      values: [...OPEN, ...OVER],
      implies: { values: new Set(OPEN), sql: 'u.ended_at is null' },
    }),
    assignee: text('u.assignee', { isNullable: true, ...headOf('u.assignee') }),
    candidateGroup: text('member', { through: membersOf('u.candidate_groups') }),
    candidateUser: text('member', { through: membersOf('u.candidate_users') }),
    dueDate: date(millisecondsOf('u.due_date'), { isNullable: true }),
    followUpDate: date(millisecondsOf('u.follow_up_date'), { isNullable: true }),
    priority: integer('u.priority'),
    creationDate: date('u.created_at'),
    completionDate: date('u.ended_at', { isNullable: true }),
    processDefinitionId: text('p.definition_id'),
    processDefinitionKey: key('p.definition_key'),
    processInstanceKey: key('u.process_instance_key'),
    rootProcessInstanceKey: key('u.root_key'),
    tenantId: text('u.tenant_id'),
    tags: { kind: 'tags', sql: 'p.tags' },
    processInstanceVariables: {
      kind: 'variables',
      where: 'v.process_instance_key = u.process_instance_key and v.scope_key = u.process_instance_key',
    },
    localVariables: {
      kind: 'variables',
      where: 'v.process_instance_key = u.process_instance_key and v.scope_key = u.element_key',
    },
  },
  toView: (row) => ({
    ...row,
    candidateGroups: JSON.parse(row.candidateGroups) as string[],
    candidateUsers: JSON.parse(row.candidateUsers) as string[],
    customHeaders: JSON.parse(row.customHeaders) as Record<string, string>,
    tags: JSON.parse(row.tags) as string[],
    creationDate: isoOf(row.creationDate),
    completionDate: isoOrNull(row.completionDate),
  }),
};
