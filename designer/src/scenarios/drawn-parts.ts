import { parseBpmn, type ElementKind } from '@irisflow/bpmn';
import type { ProcedureFacts } from '../play/procedure-facts.ts';

interface DrawnPart {
  readonly id: string;
  readonly kind: ElementKind;
}

/** What the drawings of a procedure offer to a scenario. */
export interface DrawnParts {
  readonly elements: readonly DrawnPart[];
  /** Names of messages and of signals that drawings listen for. */
  readonly messages: readonly string[];
  readonly signals: readonly string[];
}

const namesOf = (xml: string, tag: 'message' | 'signal'): string[] => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return [...document.getElementsByTagNameNS('*', tag)].flatMap((element) => element.getAttribute('name') ?? []);
};

/** Reads the drawings, with the blocks that they call. */
export const drawnParts = ({ playable }: ProcedureFacts): DrawnParts => {
  const drawings = playable.resources.filter(({ name }) => name.endsWith('.bpmn')).map(({ text }) => text);
  const unique = (names: readonly string[]): string[] => [...new Set(names)].toSorted();
  return {
    elements: drawings.flatMap((xml) => {
      const parsed = parseBpmn(xml);
      return parsed.ok
        ? parsed.processes.flatMap(({ elements }) => elements.slice(1).map(({ id, kind }) => ({ id, kind })))
        : [];
    }),
    messages: unique(drawings.flatMap((xml) => namesOf(xml, 'message'))),
    signals: unique(drawings.flatMap((xml) => namesOf(xml, 'signal'))),
  };
};
