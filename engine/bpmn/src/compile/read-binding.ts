import { textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { Binding } from '../graph.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

export const latest: Binding = Object.freeze({ kind: 'latest' });

/** Which version of a process, decision or form is meant. */
export const readBinding = (reading: Reading, element: ModdleElement): Binding => {
  const kind = textOf(element, 'bindingType') ?? 'latest';
  if (kind === 'latest') return latest;
  if (kind === 'deployment') return { kind };
  if (kind === 'versionTag') {
    const versionTag = textOf(element, 'versionTag');
    if (versionTag === null) report(reading, 'BPMN_BINDING_VERSION_TAG_MISSING', element);
    return { kind, versionTag: versionTag ?? '' };
  }
  report(reading, 'BPMN_BINDING_INVALID', element, { found: kind });
  return latest;
};
