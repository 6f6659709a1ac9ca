import { extensionsOf } from './extensions-of.ts';
import type { FlowElement } from './neighbor.ts';

/** Which connector does the job of an element; null when none is named, or only when the case runs. */
export const jobTypeOf = (element: FlowElement): string | null => {
  const definition = extensionsOf(element).find(({ $type }) => $type === 'zeebe:TaskDefinition');
  const type = definition?.get('type');
  return typeof type === 'string' && type !== '' && !type.startsWith('=') ? type : null;
};
