import type Modeler from 'bpmn-js/lib/Modeler';
import type { FlowElement } from './modeler/neighbor.ts';

/** The roles an analyst may give a task to. */
export const roles = ['agent', 'supervisor'] as const;

interface Moddle {
  $type: string;
  get(name: string): unknown;
}

const extensionsOf = (element: FlowElement): Moddle[] => {
  const business = element.businessObject as unknown as Moddle;
  const container = business.get('extensionElements') as Moddle | undefined;
  return (container?.get('values') as Moddle[] | undefined) ?? [];
};

const assignmentOf = (element: FlowElement): Moddle | undefined =>
  extensionsOf(element).find((extension) => extension.$type === 'zeebe:AssignmentDefinition');

/** The groups whose members see the task; an expression counts as no list. */
export const candidateGroups = (element: FlowElement): string[] => {
  const text = String(assignmentOf(element)?.get('candidateGroups') ?? '');
  if (text.startsWith('=')) return [];
  return text
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '');
};

/** Writes the groups into the model as one undoable step. */
export const setCandidateGroups = (modeler: Modeler, element: FlowElement, groups: readonly string[]): void => {
  const modeling = modeler.get<{ updateModdleProperties(e: FlowElement, m: unknown, p: object): void }>('modeling');
  const factory = modeler.get<{ create(type: string, properties: object): Moddle }>('bpmnFactory');
  const text = groups.join(',');
  const assignment = assignmentOf(element);
  if (assignment !== undefined) {
    modeling.updateModdleProperties(element, assignment, { candidateGroups: text });
    return;
  }
  const created = factory.create('zeebe:AssignmentDefinition', { candidateGroups: text });
  const values = [...extensionsOf(element), created];
  const extensionElements = factory.create('bpmn:ExtensionElements', { values });
  modeling.updateModdleProperties(element, element.businessObject, { extensionElements });
};
