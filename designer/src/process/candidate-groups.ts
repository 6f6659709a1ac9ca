import type Modeler from 'bpmn-js/lib/Modeler';
import { extensionsOf, type Moddle } from './modeler/extensions-of.ts';
import type { FlowElement } from './modeler/neighbor.ts';

const assignmentOf = (element: FlowElement): Moddle | undefined =>
  extensionsOf(element).find((extension) => extension.$type === 'zeebe:AssignmentDefinition');

const parseList = (json: string): string[] | null => {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((group) => typeof group === 'string') ? list : null;
  } catch {
    return null;
  }
};

/**
 * The groups a text names: a list with commas, or a FEEL list of plain strings.
 * Null for any other expression, which only the engine can answer.
 */
export const parseGroups = (text: string): string[] | null => {
  const trimmed = text.trim();
  if (trimmed.startsWith('=')) return parseList(trimmed.slice(1));
  return trimmed
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '');
};

/** The groups whose members see the task; null when an expression decides. */
export const candidateGroups = (element: FlowElement): string[] | null => {
  const text = assignmentOf(element)?.get('candidateGroups');
  return parseGroups(typeof text === 'string' ? text : '');
};

/** Writes the groups into the model as one undoable step. */
export const setCandidateGroups = (modeler: Modeler, element: FlowElement, groups: readonly string[]): void => {
  const modeling = modeler.get<{ updateModdleProperties(e: FlowElement, m: unknown, p: object): void }>('modeling');
  const factory = modeler.get<{ create(type: string, properties: object): Moddle }>('bpmnFactory');
  const text = `=${JSON.stringify(groups)}`;
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
