import type { FlowElement } from './neighbor.ts';

export interface Moddle {
  $type: string;
  get(name: string): unknown;
}

/** What an element says to the engine beside BPMN. */
export const extensionsOf = (element: FlowElement): Moddle[] => {
  const business = element.businessObject as unknown as Moddle;
  const container = business.get('extensionElements') as Moddle | undefined;
  return (container?.get('values') as Moddle[] | undefined) ?? [];
};
