import { file, started } from '../bpmn/models.ts';
import type { RuleClaim } from './rule-claim.ts';
import { spoiled } from './rule-claim.ts';

const start = '<bpmn:startEvent id="start"/>';
const fine = (): string => started().manualTask('it').end().toXml();

export const documentRules: readonly RuleClaim[] = [
  ['XML_TOO_LARGE', file(start + ' '.repeat(3 * 1024 * 1024))],
  ['XML_EMPTY', ''],
  ['XML_MALFORMED', '<bpmn:definitions'],
  ['XML_VERSION', spoiled(fine(), 'version="1.0"', 'version="1.1"')],
  ['XML_ENCODING', spoiled(fine(), 'encoding="UTF-8"', 'encoding="Shift_JIS"')],
  ['XML_DOCTYPE', `<!DOCTYPE x [<!ENTITY y "z">]>${file(start)}`],
  ['XML_PROCESSING_INSTRUCTION', file(`<?php echo ?>${start}`)],
  ['XML_CONTROL_CHARACTER', file('<bpmn:startEvent id="start" name="a\u0001b"/>')],
  ['XML_TOO_DEEP', file('<bpmn:subProcess>'.repeat(300) + '</bpmn:subProcess>'.repeat(300))],
  ['XML_TOO_MANY_ELEMENTS', file(start + '<bpmn:group/>'.repeat(12_000))],
  [
    'XML_TOO_MANY_ATTRIBUTES',
    file(`<bpmn:startEvent id="start" ${Array.from({ length: 120 }, (_, at) => `a${at}=""`).join(' ')}/>`),
  ],
  ['XML_DUPLICATE_ID', file(`${start}<bpmn:manualTask id="start"/>`)],
  ['BPMN_DOCUMENT_UNREADABLE', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['BPMN_ELEMENT_UNKNOWN', file(`${start}<bpmn:robot id="it"/>`)],
  ['BPMN_ATTRIBUTE_UNKNOWN', file('<bpmn:startEvent id="start" color="red"/>')],
  ['BPMN_REFERENCE_UNRESOLVED', file(`${start}<bpmn:sequenceFlow id="it" sourceRef="start" targetRef="gone"/>`)],
  ['BPMN_ID_MISSING', file(`${start}<bpmn:manualTask/>`)],
  ['BPMN_ID_INVALID', file(`${start}<bpmn:manualTask id="a b"/>`)],
  ['BPMN_NO_EXECUTABLE_PROCESS', spoiled(fine(), 'isExecutable="true"', 'isExecutable="false"')],
  ['BPMN_ELEMENT_UNSUPPORTED', file(`${start}<bpmn:complexGateway id="it"/>`)],
  ['BPMN_FLOW_END_MISSING', file(`${start}<bpmn:sequenceFlow id="it" sourceRef="start"/>`)],
  [
    'BPMN_FLOW_CROSSES_SCOPE',
    started()
      .subProcess('sub', (inner) => inner.start('in').connectTo('end'))
      .end()
      .toXml(),
  ],
  [
    'BPMN_FLOW_CONDITION_MISPLACED',
    started()
      .manualTask('it')
      .when('= x', (path) => path.end())
      .toXml(),
  ],
  ['BPMN_END_EVENT_OUTGOING', started().end().at('end').manualTask('it').toXml()],
  ['BPMN_START_EVENT_INCOMING', started().manualTask('it').connectTo('start').toXml()],
  ['BPMN_LOOP_WITHOUT_WAIT', started().manualTask('it').connectTo('it').toXml()],
];
