import type { ElementIndex, ExecutableElement, ExecutableProcess, Expression, SequenceFlow } from './graph.ts';

/** The element at an index of the same graph; an index of another graph is a fault of the caller. */
export const elementAt = (process: ExecutableProcess, index: ElementIndex): ExecutableElement => {
  const element = process.elements[index];
  if (element !== undefined) return element;
  throw new RangeError(
    `Expected an element index below ${process.elements.length} in "${process.id}", but found ${index}`,
  );
};

/** The sequence flow at an index of the same graph. */
export const flowAt = (process: ExecutableProcess, index: number): SequenceFlow => {
  const flow = process.flows[index];
  if (flow !== undefined) return flow;
  throw new RangeError(`Expected a flow index below ${process.flows.length} in "${process.id}", but found ${index}`);
};

/** The element with the modeler's id; null when the process has none. */
export const elementById = (process: ExecutableProcess, id: string): ExecutableElement | null => {
  const index = process.indexById.get(id);
  return index === undefined ? null : elementAt(process, index);
};

/** An expression as the modeler wrote it, with the leading `=` of FEEL. */
export const expressionText = (expression: Expression): string =>
  expression.kind === 'literal' ? expression.text : `= ${expression.source}`;
