import type { ExecutableElement, ExecutableProcess, Expression } from '@irisflow/bpmn';
import { elementsWithin, type XmlElement } from '@irisflow/xml';
import { parsedDecisions, parsedProcesses, xmlTreeOf } from '../parsed-files.ts';
import { choicePrefix, qualifiedPrefix } from './qualified-expression.ts';
import type { QualifiedFolder } from './qualify-folder.ts';
import { zeebe, type Qualification } from './qualify-process-file.ts';
import { caseHandle } from './reserved-variable.ts';

/** A name that would reach the engine as somebody wrote it. */
export interface Unqualified {
  readonly resource: string;
  readonly elementId: string | null;
}

const isOwnName = (name: Expression, { administration }: Qualification): boolean =>
  name.kind === 'literal'
    ? name.text.startsWith(`${administration}.`)
    : name.source.startsWith(qualifiedPrefix(administration));

const isOwnChoice = (id: Expression, ids: ReadonlyMap<string, string>): boolean =>
  id.kind === 'literal' ? [...ids.values()].includes(id.text) : id.source.startsWith(choicePrefix(ids));

const isHandedOver = ({ inputs }: ExecutableElement): boolean =>
  inputs.filter(({ target }) => target[0] === caseHandle).length === 1;

const isNamed = (element: ExecutableElement, qualification: Qualification): boolean => {
  if (element.kind === 'receiveTask') return isOwnName(element.message.name, qualification);
  if (!('event' in element)) return true;
  const { event } = element;
  if (event.kind === 'signal') return isOwnName(event.name, qualification);
  // What a thrown message is called is a label: a worker publishes it.
  const isThrown = element.kind === 'intermediateThrowEvent' || element.kind === 'endEvent';
  return event.kind !== 'message' || isThrown || isOwnName(event.message.name, qualification);
};

const hasDeployedForm = (element: ExecutableElement): boolean =>
  (element.kind === 'userTask' && element.userTask.formId !== null) ||
  (element.kind === 'startEvent' && element.formId !== null);

const isQualified = (element: ExecutableElement, qualification: Qualification): boolean => {
  if (hasDeployedForm(element)) return false;
  if (element.kind === 'callActivity')
    return isOwnChoice(element.processId, qualification.calledProcesses) && isHandedOver(element);
  if ('work' in element && element.work.kind === 'decision')
    return isOwnChoice(element.work.decision.decisionId, qualification.decisions);
  return isNamed(element, qualification);
};

const inProcess = ({ id, elements }: ExecutableProcess, qualification: Qualification): (string | null)[] => [
  ...([...qualification.processes.values()].includes(id) ? [] : [id]),
  ...elements.filter((element) => !isQualified(element, qualification)).map((element) => element.id),
];

const inDecisions = (content: string, { requirements, decisions }: Qualification): (string | null)[] => {
  const parsed = parsedDecisions(content);
  if (!parsed.ok) return [null];
  const known = new Set([...requirements.values(), ...decisions.values()]);
  const { id, decisions: found, services } = parsed.requirements;
  return [id, ...[...found, ...services].map((each) => each.id)].filter((each) => !known.has(each));
};

/** What a cluster resolves by name and this engine does not run; nothing of it belongs to the folder. */
const foreignNames = (content: string): (string | null)[] => {
  const tree = xmlTreeOf(content);
  if (tree === null) return [null];
  const isForeign = ({ uri, name, attributes }: XmlElement) =>
    uri === zeebe && (name === 'linkedResource' || attributes.some((each) => each.name === 'processIdExpression'));
  return elementsWithin(tree.root).some(isForeign) ? [null] : [];
};

/**
 * Reads what was qualified once more, as the engine will: a way to write a name that the qualification does not know must
 * not get through.
 */
export const findUnqualified = ({ resources, qualification }: QualifiedFolder): Unqualified[] =>
  resources.flatMap(({ name: resource, content }) => {
    const of = (ids: readonly (string | null)[]) => ids.map((elementId) => ({ resource, elementId }));
    if (resource.endsWith('.dmn')) return of(inDecisions(content, qualification));
    const parsed = parsedProcesses(content, resource);
    if (!parsed.ok) return of([null]);
    const named = parsed.processes.flatMap((process) => inProcess(process, qualification));
    return of([...named, ...foreignNames(content)]);
  });
