import { askingRestrictedDebt, sampleProcedureWith } from '@irisflow/platform/testing';
import type { FolderFile } from '@irisflow/procedures';

const flow = (from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition === '' ? '' : `<bpmn:conditionExpression>=${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

const input = (target: string, source: string): string => `<zeebe:input source="=${source}" target="${target}"/>`;

const store = (id: string, operation: string, ...more: readonly string[]): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="case-store"/><zeebe:ioMapping>
    ${input('operation', `&quot;${operation}&quot;`)}${more.join('')}</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>`;

const person = (id: string): string =>
  `<bpmn:userTask id="${id}"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="agent"/></bpmn:extensionElements></bpmn:userTask>`;

/** What a draft may have otherwise than what was published. */
export interface AidOptions {
  /** A rent above it is refused by itself. */
  readonly ceiling?: number;
  /** A second step of people, which the published version has not. */
  readonly hasCheck?: boolean;
  /** Whether the register is asked about something else. */
  readonly asksElse?: boolean;
  /** A gateway that leads back to where it came from, for ever. */
  readonly isEndless?: boolean;
  readonly isRestricted?: boolean;
}

/** A register is asked, a rent above a ceiling is refused by itself, of any other one somebody decides. */
const xml = ({
  ceiling = 1000,
  hasCheck = false,
  asksElse = false,
  isEndless = false,
}: AidOptions): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:rent-aid">
  <bpmn:message id="withdrawal" name="withdrawal.requested"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
  <bpmn:process id="rent-aid" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:serviceTask id="ask"><bpmn:extensionElements><zeebe:taskDefinition type="be-register"/>
      <zeebe:taskHeaders><zeebe:header key="resultVariable" value="person"/></zeebe:taskHeaders>
      <zeebe:ioMapping>${input('number', asksElse ? 'caseId + &quot;!&quot;' : 'caseId')}</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:exclusiveGateway id="affordable" name="Affordable?" default="affordable-refuse"/>
    ${person('instruct')}${hasCheck ? person('check') : ''}
    <bpmn:boundaryEvent id="withdrawn" attachedToRef="instruct"><bpmn:messageEventDefinition id="m" messageRef="withdrawal"/></bpmn:boundaryEvent>
    ${store('record', 'record-decision', input('outcome', 'if proposal.outcome = &quot;grant&quot; then &quot;granted&quot; else &quot;refused&quot;'), input('amount', 'proposal.amount'))}
    ${store('refuse', 'record-decision', input('outcome', '&quot;refused&quot;'))}
    ${store('stop', 'set-status', input('status', '&quot;withdrawn&quot;'))}
    ${store('close', 'close', input('closingReason', '&quot;done&quot;'))}
    <bpmn:endEvent id="end"/>
    ${flow('start', 'ask')}${flow('ask', isEndless ? 'round' : 'affordable')}
    ${isEndless ? `<bpmn:scriptTask id="round"><bpmn:extensionElements><zeebe:script expression="=count(for i in 1..200000 return i * 2)" resultVariable="n"/></bpmn:extensionElements></bpmn:scriptTask><bpmn:exclusiveGateway id="again" default="again-round"/>${flow('round', 'again')}${flow('again', 'round')}${flow('again', 'affordable', 'n &lt; 0')}` : ''}
    ${flow('affordable', 'instruct', `application.rent &lt; ${ceiling}`)}${flow('affordable', 'refuse')}
    ${hasCheck ? flow('instruct', 'check') + flow('check', 'record') : flow('instruct', 'record')}
    ${flow('record', 'close')}${flow('refuse', 'close')}${flow('withdrawn', 'stop')}${flow('stop', 'close')}${flow('close', 'end')}
  </bpmn:process>
</bpmn:definitions>`;

interface Described {
  readonly tasks: Record<string, { decides?: unknown }>;
}

/** A procedure whose cases are closed by their process. */
export const aidFolder = (options: AidOptions = {}): FolderFile[] => {
  const files = sampleProcedureWith('rent-aid.bpmn', xml(options)).map((file) => {
    if (file.path !== 'procedure.json') return file;
    const description = JSON.parse(file.content) as Described;
    const { instruct } = description.tasks;
    const tasks = { instruct, ...(options.hasCheck === true ? { check: instruct } : {}) };
    return { ...file, content: JSON.stringify({ ...description, tasks }) };
  });
  return options.isRestricted === true ? askingRestrictedDebt(files) : files;
};
