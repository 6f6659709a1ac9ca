import { around, started } from '../bpmn/models.ts';
import { type RuleClaim, spoiled } from './rule-claim.ts';

const key = { correlationKey: '= id' };
const message = (name: string) => ({ event: { message: name, ...key } });
const undo = (): ReturnType<typeof started> => started().serviceTask('task', { type: 'work' });

const script = (): string => started().scriptTask('it', { expression: '= 1', resultVariable: 'one' }).end().toXml();
const decision = (): string =>
  started().businessRuleTask('it', { decisionId: 'rule', resultVariable: 'result' }).end().toXml();
const each = (multiInstance: object): string =>
  started()
    .serviceTask('it', { type: 'work', multiInstance: { inputCollection: '= items', ...multiInstance } })
    .end()
    .toXml();

export const structureRules: readonly RuleClaim[] = [
  [
    'BPMN_SUB_PROCESS_START',
    started()
      .subProcess('it', (inner) => inner.manualTask('a'))
      .end()
      .toXml(),
  ],
  [
    'BPMN_EVENT_SUB_PROCESS_START',
    started()
      .end()
      .eventSubProcess('it', (inner) => inner.manualTask('a'))
      .toXml(),
  ],
  [
    'BPMN_EVENT_SUB_PROCESS_FLOWS',
    started()
      .manualTask('a')
      .eventSubProcess('it', (inner) => inner.start('in', { event: { signal: 'go' } }).end('out'))
      .connectTo('it')
      .toXml(),
  ],
  [
    'BPMN_AD_HOC_EMPTY',
    started()
      .adHocSubProcess('it', () => undefined)
      .end()
      .toXml(),
  ],
  [
    'BPMN_AD_HOC_START_OR_END',
    started()
      .adHocSubProcess('around', (inner) => inner.start('it').manualTask('a'))
      .end()
      .toXml(),
  ],
  [
    'BPMN_COMPENSATION_HANDLER_MISSING',
    undo()
      .boundary('it', { event: { compensation: null } })
      .end()
      .toXml(),
  ],
  [
    'BPMN_COMPENSATION_HANDLER_FLOWS',
    undo()
      .compensation('edge', (handler) => handler.serviceTask('it', { type: 'undo' }).end('undone'))
      .end()
      .toXml(),
  ],
  [
    'BPMN_COMPENSATION_HANDLER_BOUNDARY',
    undo()
      .compensation('edge', (handler) =>
        handler
          .serviceTask('it', { type: 'undo' })
          .boundary('late', { event: { signal: 'go' } }, (path) => path.end('left'))
          .breakOff(),
      )
      .end()
      .toXml(),
  ],
  [
    'BPMN_COMPENSATION_BOUNDARY_OUTGOING',
    undo()
      .boundary('it', { event: { compensation: null } }, (path) => path.end('left'))
      .end()
      .toXml(),
  ],
  [
    'BPMN_COMPENSATION_NO_WAIT',
    spoiled(
      started()
        .end('it', { event: { compensation: null } })
        .toXml(),
      '<bpmn:compensateEventDefinition',
      '$& waitForCompletion="false"',
    ),
  ],
  [
    'BPMN_COMPENSATION_ACTIVITY',
    undo()
      .end('it', { event: { compensation: 'task' } })
      .toXml(),
  ],
  [
    'BPMN_GATEWAY_CONDITION_MISSING',
    started()
      .exclusiveGateway('it')
      .when('= x', (path) => path.end('yes'))
      .branch((path) => path.end('no'))
      .toXml(),
  ],
  [
    'BPMN_GATEWAY_DEFAULT_FOREIGN',
    spoiled(
      started()
        .exclusiveGateway('it')
        .otherwise((path) => path.end())
        .toXml(),
      /default="[^"]*"/,
      'default="flow_start_it"',
    ),
  ],
  ['BPMN_EVENT_GATEWAY_OUTGOING', started().eventBasedGateway('it').catchEvent('a', message('a')).end().toXml()],
  [
    'BPMN_EVENT_GATEWAY_TARGET',
    started()
      .eventBasedGateway('choice')
      .branch((path) => path.manualTask('it').end())
      .branch((path) => path.catchEvent('b', message('b')).end('second'))
      .toXml(),
  ],
  [
    'BPMN_EVENT_GATEWAY_TARGET_INCOMING',
    started()
      .parallelGateway('both')
      .branch((path) => path.connectTo('it'))
      .branch((path) =>
        path
          .eventBasedGateway('choice')
          .branch((event) => event.catchEvent('it', message('a')).end())
          .branch((event) => event.catchEvent('b', message('b')).end('second')),
      )
      .toXml(),
  ],
  [
    'BPMN_EVENT_GATEWAY_MESSAGE_DUPLICATE',
    started()
      .eventBasedGateway('choice')
      .branch((path) => path.catchEvent('a', message('a')).end())
      .branch((path) => path.catchEvent('it', { event: { message: 'a', correlationKey: '= other' } }).end('second'))
      .toXml(),
  ],
  ['BPMN_INSTANTIATE_UNSUPPORTED', around('<bpmn:eventBasedGateway id="it" instantiate="true"/>')],
  ['BPMN_BUSINESS_RULE_WORK', around('<bpmn:businessRuleTask id="it"/>')],
  ['BPMN_SCRIPT_WORK', around('<bpmn:scriptTask id="it"/>')],
  ['BPMN_DECISION_ID_MISSING', spoiled(decision(), 'decisionId="rule"', 'decisionId=""')],
  ['BPMN_SCRIPT_MISSING', spoiled(script(), 'expression="= 1" ', '')],
  ['BPMN_RESULT_VARIABLE_MISSING', spoiled(script(), ' resultVariable="one"', '')],
  ['BPMN_CALLED_PROCESS_MISSING', started().callActivity('it', { processId: '' }).end().toXml()],
  [
    'BPMN_LOOP_STANDARD',
    around('<bpmn:manualTask id="it"><bpmn:standardLoopCharacteristics id="loop"/></bpmn:manualTask>'),
  ],
  ['BPMN_MULTI_INSTANCE_INPUT_MISSING', spoiled(each({}), ' inputCollection="= items"', '')],
  ['BPMN_MULTI_INSTANCE_OUTPUT_INCOMPLETE', each({ outputCollection: 'results' })],
];
