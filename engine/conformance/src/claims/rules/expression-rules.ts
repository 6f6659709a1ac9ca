import { started } from '../bpmn/models.ts';
import { type RuleClaim, spoiled } from './rule-claim.ts';

const task = (options: object = {}): string =>
  started()
    .serviceTask('it', { type: 'work', ...options })
    .end()
    .toXml();
const userTask = (options: object): string => started().userTask('it', options).end().toXml();

export const expressionRules: readonly RuleClaim[] = [
  ['BPMN_FEEL_INVALID', task({ type: '= 1 +' })],
  ['BPMN_FEEL_REQUIRED', task({ multiInstance: { inputCollection: 'items' } })],
  [
    'BPMN_FEEL_TOO_MUCH',
    Array.from({ length: 30 }, (_, at) => at)
      .reduce((path, at) => path.manualTask(`t${at}`, { inputs: { a: `= "${'a'.repeat(9_000)}"` } }), started())
      .end()
      .toXml(),
  ],
  [
    'BPMN_FEEL_TOO_COSTLY',
    Array.from({ length: 15 }, (_, at) => at)
      .reduce((path, at) => path.manualTask(`t${at}`, { inputs: { a: `= [${'1,'.repeat(2_500)}${at}]` } }), started())
      .end()
      .toXml(),
  ],
  ['BPMN_MAPPING_SOURCE_MISSING', spoiled(task({ outputs: { a: '= 1' } }), 'source="= 1" ', '')],
  ['BPMN_MAPPING_TARGET_INVALID', task({ inputs: { 'a-b': '= 1' } })],
  ['BPMN_HEADER_KEY_MISSING', spoiled(task({ headers: { a: '1' } }), 'key="a" ', '')],
  [
    'BPMN_HEADER_DUPLICATE',
    spoiled(task({ headers: { a: '1' } }), /<zeebe:header .*\/>/, '$&<zeebe:header key="a" value="2"/>'),
  ],
  ['BPMN_HEADER_RESERVED', task({ headers: { 'io.camunda.zeebe:assignee': 'me' } })],
  ['BPMN_RETRIES_INVALID', task({ retries: 'three' })],
  [
    'BPMN_BINDING_INVALID',
    spoiled(
      started().callActivity('it', { processId: 'child', binding: 'deployment' }).end().toXml(),
      'bindingType="deployment"',
      'bindingType="newest"',
    ),
  ],
  [
    'BPMN_BINDING_VERSION_TAG_MISSING',
    started()
      .callActivity('it', { processId: 'child', binding: { versionTag: '' } })
      .end()
      .toXml(),
  ],
  ['BPMN_JOB_TYPE_MISSING', task({ type: '' })],
  ['BPMN_LISTENER_TYPE_MISSING', task({ listeners: [{ on: 'start', type: '' }] })],
  [
    'BPMN_LISTENER_DUPLICATE',
    task({
      listeners: [
        { on: 'start', type: 'a' },
        { on: 'start', type: 'a' },
      ],
    }),
  ],
  [
    'BPMN_LISTENER_EVENT_TYPE',
    spoiled(task({ listeners: [{ on: 'start', type: 'a' }] }), 'eventType="start"', 'eventType="pause"'),
  ],
  [
    'BPMN_TASK_LISTENER_NOT_NATIVE',
    userTask({ implementation: 'job', taskListeners: [{ on: 'completing', type: 'a' }] }),
  ],
  ['BPMN_CANDIDATES_INVALID', userTask({ candidateGroups: 'a,,b' })],
  ['BPMN_DATE_INVALID', userTask({ dueDate: 'tomorrow' })],
  ['BPMN_PRIORITY_INVALID', userTask({ priority: 500 })],
  [
    'BPMN_FORM_AMBIGUOUS',
    spoiled(userTask({ formId: 'a' }), 'formId="a"', 'formId="a" externalReference="https://example.org"'),
  ],
  ['BPMN_FORM_MISSING', spoiled(userTask({ formId: 'a' }), 'formId="a" ', '')],
];
