import { extensionsOf, tagOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

/** Extensions of other engines' versions that change how a process runs there, and would not here. */
const ignored: ReadonlySet<string> = new Set([
  'zeebe:LinkedResources',
  'zeebe:JobPriorityDefinition',
  'zeebe:AgentDefinition',
  'zeebe:UserTaskForm',
]);

/** Tells the modeler about extensions that have no effect, instead of dropping them silently. */
export const reportIgnoredExtensions = (reading: Reading, element: ModdleElement): void => {
  for (const extension of extensionsOf(element)) {
    if (ignored.has(extension.$type)) {
      report(reading, 'BPMN_EXTENSION_IGNORED', element, { extension: `zeebe:${tagOf(extension)}` });
    }
  }
};
