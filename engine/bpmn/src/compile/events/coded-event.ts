import { elementOf } from '@irisflow/xml';

import type { Expression } from '../../graph.ts';
import type { BpmnProblemCode } from '../../problem-codes.ts';
import { absent, readExpression } from '../read-expression.ts';
import type { Reading } from '../reading.ts';
import { report } from '../reading.ts';
import type { EventReader, EventSite } from './event-reader.ts';
import { isThrown } from './event-role.ts';

interface CodeAttribute {
  readonly reference: string;
  readonly property: string;
  readonly missingReference: BpmnProblemCode;
  readonly missingCode: BpmnProblemCode;
}

/** A thrower must say what it throws; a catcher that names nothing catches everything. */
const readCode = (reading: Reading, site: EventSite, attribute: CodeAttribute): Expression | null => {
  const { definition, event, role } = site;
  const thrown = isThrown(role);
  const referenced = elementOf(definition, attribute.reference);
  if (referenced === null) {
    if (thrown) report(reading, attribute.missingReference, event);
    return thrown ? absent : null;
  }
  const code = readExpression(reading, referenced, attribute.property);
  if (code === null) {
    report(reading, attribute.missingCode, event, { reference: referenced.id ?? '' });
    return absent;
  }
  if (!thrown && code.kind === 'feel')
    report(reading, 'BPMN_CATCH_CODE_NOT_STATIC', event, { found: `= ${code.source}` });
  return code;
};

export const readErrorEvent: EventReader<'error'> = (reading, site) => ({
  kind: 'error',
  code: readCode(reading, site, {
    reference: 'errorRef',
    property: 'errorCode',
    missingReference: 'BPMN_ERROR_MISSING',
    missingCode: 'BPMN_ERROR_CODE_MISSING',
  }),
});

export const readEscalationEvent: EventReader<'escalation'> = (reading, site) => ({
  kind: 'escalation',
  code: readCode(reading, site, {
    reference: 'escalationRef',
    property: 'escalationCode',
    missingReference: 'BPMN_ESCALATION_MISSING',
    missingCode: 'BPMN_ESCALATION_CODE_MISSING',
  }),
});
