import { extensionsOf } from './extensions-of.ts';
import type { FlowElement } from './neighbor.ts';

/** Which process a call activity calls; null when none is named, or only when the case runs. */
export const calledProcessOf = (element: FlowElement): string | null => {
  const called = extensionsOf(element).find(({ $type }) => $type === 'zeebe:CalledElement');
  const id = called?.get('processId');
  return typeof id === 'string' && id !== '' && !id.startsWith('=') ? id : null;
};
