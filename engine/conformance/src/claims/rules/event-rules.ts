import { bpmnProcess, type EventOptions } from '@irisflow/bpmn';
import { around, file, onTask, started, withBoundary } from '../bpmn/models.ts';
import { type RuleClaim, spoiled } from './rule-claim.ts';

const key = { correlationKey: '= id' };
const beginning = (event: EventOptions): string => bpmnProcess('covered').start('it', { event }).end().toXml();
const twoStarts = (event: EventOptions): string =>
  bpmnProcess('covered').start('one', { event }).end('first').start('it', { event }).end('second').toXml();
const catching = (event: EventOptions): string => started().catchEvent('it', { event }).end().toXml();
const ending = (event: EventOptions): string => started().end('it', { event }).toXml();
const twoEdges = (event: EventOptions): string =>
  started()
    .serviceTask('task', { type: 'work' })
    .boundary('one', { event }, (path) => path.end('first'))
    .boundary('it', { event }, (path) => path.end('second'))
    .end()
    .toXml();

const throwing = (definition: string, declarations = ''): string =>
  around(`<bpmn:intermediateThrowEvent id="it">${definition}</bpmn:intermediateThrowEvent>`, declarations);
const awaiting = (definition: string, declarations = ''): string =>
  around(`<bpmn:intermediateCatchEvent id="it">${definition}</bpmn:intermediateCatchEvent>`, declarations);

export const eventRules: readonly RuleClaim[] = [
  ['BPMN_START_EVENT_MISSING', bpmnProcess('covered').manualTask('it').end().toXml()],
  ['BPMN_START_EVENT_NONE_MULTIPLE', started().end().start('it').end('second').toXml()],
  ['BPMN_START_MESSAGE_DUPLICATE', twoStarts({ message: 'go' })],
  ['BPMN_START_SIGNAL_DUPLICATE', twoStarts({ signal: 'go' })],
  ['BPMN_START_NAME_NOT_CONSTANT', beginning({ message: '= name' })],
  ['BPMN_START_TIMER_NOT_CONSTANT', beginning({ timer: { date: '= due' } })],
  ['BPMN_EVENT_KIND', beginning({ escalation: 'late' })],
  ['BPMN_EVENT_DEFINITION_MULTIPLE', onTask('<bpmn:timerEventDefinition id="t"/><bpmn:signalEventDefinition id="s"/>')],
  ['BPMN_ERROR_NON_INTERRUPTING', withBoundary({ error: 'refused' }, false)],
  ['BPMN_MESSAGE_MISSING', awaiting('<bpmn:messageEventDefinition id="d"/>')],
  ['BPMN_MESSAGE_NAME_MISSING', spoiled(catching({ message: 'go', ...key }), ' name="go"', '')],
  ['BPMN_CORRELATION_KEY_MISSING', catching({ message: 'go' })],
  ['BPMN_SIGNAL_MISSING', awaiting('<bpmn:signalEventDefinition id="d"/>')],
  ['BPMN_SIGNAL_NAME_MISSING', spoiled(catching({ signal: 'go' }), ' name="go"', '')],
  [
    'BPMN_ERROR_MISSING',
    file(
      '<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="to" sourceRef="start" targetRef="it"/>' +
        '<bpmn:endEvent id="it"><bpmn:errorEventDefinition id="d"/></bpmn:endEvent>',
    ),
  ],
  ['BPMN_ERROR_CODE_MISSING', spoiled(ending({ error: 'refused' }), / errorCode="[^"]*"/, '')],
  ['BPMN_ESCALATION_MISSING', throwing('<bpmn:escalationEventDefinition id="d"/>')],
  ['BPMN_ESCALATION_CODE_MISSING', spoiled(ending({ escalation: 'late' }), / escalationCode="[^"]*"/, '')],
  ['BPMN_CATCH_CODE_NOT_STATIC', withBoundary({ error: '= code' }, true)],
  ['BPMN_TIMER_AMBIGUOUS', awaiting('<bpmn:timerEventDefinition id="d"/>')],
  ['BPMN_TIMER_KIND', catching({ timer: { cycle: 'R3/PT1H' } })],
  ['BPMN_TIMER_INVALID', catching({ timer: { duration: 'one hour' } })],
  ['BPMN_CONDITION_MISSING', awaiting('<bpmn:conditionalEventDefinition id="d"/>')],
  [
    'BPMN_CONDITION_FILTER_INVALID',
    spoiled(
      catching({ condition: '= amount > 1', variableNames: ['amount'], variableEvents: ['create'] }),
      'variableEvents="create"',
      'variableEvents="remove"',
    ),
  ],
  [
    'BPMN_LINK_NAME_MISSING',
    started()
      .throwEvent('it', { event: { link: '' } })
      .toXml(),
  ],
  [
    'BPMN_LINK_CATCH_DUPLICATE',
    started()
      .throwEvent('out', { event: { link: 'A' } })
      .breakOff()
      .catchEvent('one', { event: { link: 'A' } })
      .end()
      .catchEvent('it', { event: { link: 'A' } })
      .end('second')
      .toXml(),
  ],
  [
    'BPMN_LINK_TARGET_MISSING',
    started()
      .throwEvent('it', { event: { link: 'A' } })
      .toXml(),
  ],
  [
    'BPMN_LINK_CATCH_INCOMING',
    started()
      .catchEvent('it', { event: { link: 'A' } })
      .end()
      .toXml(),
  ],
  ['BPMN_CATCH_DUPLICATE', twoEdges({ error: 'refused' })],
  ['BPMN_CATCH_ALL_DUPLICATE', twoEdges({ error: null })],
  [
    'BPMN_BOUNDARY_UNATTACHED',
    file(
      '<bpmn:startEvent id="start"/><bpmn:boundaryEvent id="it"><bpmn:signalEventDefinition id="d"/></bpmn:boundaryEvent>',
    ),
  ],
  [
    'BPMN_BOUNDARY_INCOMING',
    started()
      .userTask('task')
      .boundary('it', { event: { signal: 'go' } }, (path) => path.end('left'))
      .connectTo('it')
      .toXml(),
  ],
  [
    'BPMN_RECEIVE_TASK_SAME_MESSAGE',
    started()
      .receiveTask('task', { message: 'go', ...key })
      .boundary('it', { event: { message: 'go', ...key } }, (path) => path.end('left'))
      .end()
      .toXml(),
  ],
];
