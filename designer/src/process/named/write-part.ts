import type Modeler from 'bpmn-js/lib/Modeler';
import { extensionsOf, type Moddle } from '../modeler/extensions-of.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { sourceOf, type NamedPart } from './named-parts.ts';

interface Modeling {
  updateModdleProperties(element: FlowElement, moddle: unknown, properties: object): void;
}

interface Factory {
  create(type: string, properties: object): Moddle;
}

const toolsOf = (modeler: Modeler) => ({
  modeling: modeler.get<Modeling>('modeling'),
  factory: modeler.get<Factory>('bpmnFactory'),
});

/** Changes an extension of an element, or gives it one, as one step that can be undone. */
const writeExtension = (modeler: Modeler, element: FlowElement, type: string, properties: object): void => {
  const { modeling, factory } = toolsOf(modeler);
  const known = extensionsOf(element).find(({ $type }) => $type === type);
  if (known !== undefined) {
    modeling.updateModdleProperties(element, known, properties);
    return;
  }
  const values = [...extensionsOf(element), factory.create(type, properties)];
  const extensionElements = factory.create('bpmn:ExtensionElements', { values });
  modeling.updateModdleProperties(element, element.businessObject, { extensionElements });
};

/** An id as FEEL reads it: `late-fee` is `lateFee`. */
const variableNameOf = (id: string): string =>
  id.replaceAll(/[^\p{L}\p{N}_]+(.)?/gu, (_, next: string | undefined) => next?.toUpperCase() ?? '');

interface Input {
  /** Its name. */
  readonly target: string;
  /** FEEL with its `=`; an input of which nothing is said is not there. */
  readonly source: string;
}

/** Says what a step gets under a name, as one step that can be undone. */
export const writeInput = (modeler: Modeler, element: FlowElement, { target, source }: Input): void => {
  const { modeling, factory } = toolsOf(modeler);
  const mapping = extensionsOf(element).find(({ $type }) => $type === 'zeebe:IoMapping');
  const inputs = (mapping?.get('inputParameters') ?? []) as readonly Moddle[];
  const known = inputs.find((input) => input.get('target') === target);
  if (source === '') {
    if (known !== undefined)
      writeExtension(modeler, element, 'zeebe:IoMapping', { inputParameters: inputs.filter((one) => one !== known) });
    return;
  }
  if (known !== undefined) {
    modeling.updateModdleProperties(element, known, { source });
    return;
  }
  const added = factory.create('zeebe:Input', { source, target });
  writeExtension(modeler, element, 'zeebe:IoMapping', { inputParameters: [...inputs, added] });
};

/** A decision whose answer is kept nowhere decides nothing: unless it has a place, it is that of the decision's name. */
const writeDecision = (modeler: Modeler, element: FlowElement, decisionId: string): void => {
  const called = extensionsOf(element).find(({ $type }) => $type === 'zeebe:CalledDecision');
  const kept = called?.get('resultVariable');
  const resultVariable = typeof kept === 'string' && kept !== '' ? kept : variableNameOf(decisionId);
  writeExtension(modeler, element, 'zeebe:CalledDecision', { decisionId, resultVariable });
};

/** Names something in a step; nothing where the name is empty. */
export const writePart = (modeler: Modeler, element: FlowElement, { input, kind }: NamedPart, name: string): void => {
  if (kind === 'decision') writeDecision(modeler, element, name);
  else if (kind === 'process') writeExtension(modeler, element, 'zeebe:CalledElement', { processId: name });
  else writeInput(modeler, element, { target: input, source: name === '' ? '' : sourceOf(name) });
};
