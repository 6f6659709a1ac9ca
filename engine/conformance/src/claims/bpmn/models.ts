import { bpmnProcess, type EventOptions, type ProcessPath } from '@irisflow/bpmn';

/** A process from a start event; the id is the same in every model because each is deployed alone. */
export const started = (): ProcessPath => bpmnProcess('covered').start();

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** A file as a modeler would save it, for what the builder cannot draw because the engine refuses it. */
export const file = (content: string, declarations = ''): string =>
  `<bpmn:definitions ${namespaces} id="file" targetNamespace="urn:irisflow">${declarations}` +
  `<bpmn:process id="covered" isExecutable="true">${content}</bpmn:process></bpmn:definitions>`;

/** An element with the id `it` between a start and an end event. */
export const around = (element: string, declarations = ''): string =>
  file(
    '<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="to" sourceRef="start" targetRef="it"/>' +
      `${element}<bpmn:sequenceFlow id="from" sourceRef="it" targetRef="end"/><bpmn:endEvent id="end"/>`,
    declarations,
  );

/** A start event with the id `it` and an end event behind it. */
export const startingWith = (element: string, declarations = ''): string =>
  file(
    `${element}<bpmn:sequenceFlow id="from" sourceRef="it" targetRef="end"/><bpmn:endEvent id="end"/>`,
    declarations,
  );

/** A boundary event with the id `it` on a task. */
export const onTask = (definitions: string, declarations = ''): string =>
  file(
    '<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="to" sourceRef="start" targetRef="task"/>' +
      '<bpmn:serviceTask id="task"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements>' +
      `</bpmn:serviceTask><bpmn:boundaryEvent id="it" attachedToRef="task">${definitions}</bpmn:boundaryEvent>` +
      '<bpmn:sequenceFlow id="from" sourceRef="it" targetRef="end"/><bpmn:endEvent id="end"/>' +
      '<bpmn:sequenceFlow id="on" sourceRef="task" targetRef="end"/>',
    declarations,
  );

/** A process whose event sub-process starts with this event. */
export const withEventSubProcess = (event: EventOptions, interrupting: boolean): string =>
  started()
    .eventSubProcess('react', (inner) => inner.start('reaction', { event, interrupting }).end('reacted'))
    .serviceTask('task', { type: 'work' })
    .end()
    .toXml();

/** A process with this event on the edge of a task. */
export const withBoundary = (event: EventOptions, interrupting: boolean): string =>
  started()
    .serviceTask('task', { type: 'work' })
    .boundary('edge', { event, interrupting }, (path) => path.end('left'))
    .end()
    .toXml();

/** Two pools, one of them only drawn, and lanes in the other. */
export const collaboration = (): string =>
  `<bpmn:definitions ${namespaces} id="file" targetNamespace="urn:irisflow"><bpmn:collaboration id="both">` +
  '<bpmn:participant id="office" name="Office" processRef="covered"/>' +
  '<bpmn:participant id="applicant" name="Applicant" processRef="drawn"/></bpmn:collaboration>' +
  '<bpmn:process id="covered" isExecutable="true"><bpmn:laneSet id="lanes"><bpmn:lane id="desk" name="Desk">' +
  '<bpmn:flowNodeRef>start</bpmn:flowNodeRef><bpmn:flowNodeRef>end</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>' +
  '<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="to" sourceRef="start" targetRef="end"/>' +
  '<bpmn:endEvent id="end"/></bpmn:process>' +
  '<bpmn:process id="drawn" isExecutable="false"><bpmn:startEvent id="wish"/></bpmn:process></bpmn:definitions>';
