import { parseBpmn, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';
import type { NamedResource } from '@irisflow/core/testing';
import { choiceOf, type Footprint } from './footprint.ts';

/** A step of a drawing and how many scenarios reach it. */
export interface CoveredElement {
  readonly id: string;
  readonly name: string;
  readonly kind: ExecutableElement['kind'];
  readonly scenarios: number;
}

/** A way out of a gateway that chooses, and how many scenarios take it. */
export interface CoveredChoice {
  readonly from: string;
  readonly to: string;
  readonly scenarios: number;
}

export interface ProcessCoverage {
  readonly processId: string;
  readonly name: string;
  readonly elements: readonly CoveredElement[];
  readonly choices: readonly CoveredChoice[];
}

const chooses = ({ kind }: ExecutableElement): boolean => kind === 'exclusiveGateway' || kind === 'inclusiveGateway';

const coverProcess = (process: ExecutableProcess, footprints: readonly Footprint[]): ProcessCoverage => {
  const idAt = (index: number): string => process.elements[index]?.id ?? '';
  return {
    processId: process.id,
    name: process.name ?? process.id,
    elements: process.elements.slice(1).map(({ id, name, kind }) => {
      return { id, name: name ?? id, kind, scenarios: footprints.filter(({ elements }) => elements.has(id)).length };
    }),
    choices: process.flows
      .filter(({ source }) => {
        const gateway = process.elements[source];
        return gateway !== undefined && chooses(gateway) && gateway.outgoing.length > 1;
      })
      .map(({ source, target, index }) => {
        const choice = choiceOf(idAt(source), index);
        const scenarios = footprints.filter(({ choices }) => choices.has(choice)).length;
        return { from: idAt(source), to: idAt(target), scenarios };
      }),
  };
};

/** What scenarios reach of the drawings of a folder: every element, and every way out of a gateway that chooses. */
export const coverProcedure = (
  resources: readonly NamedResource[],
  footprints: readonly Footprint[],
): readonly ProcessCoverage[] =>
  resources
    .filter(({ name }) => name.endsWith('.bpmn'))
    .flatMap(({ text }) => {
      const parsed = parseBpmn(text);
      return parsed.ok ? parsed.processes : [];
    })
    .map((process) => coverProcess(process, footprints));
