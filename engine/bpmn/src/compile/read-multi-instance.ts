import { elementOf, extensionOf, isTrue, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { MultiInstance } from '../graph.ts';
import { absent, readFeel, readFeelBody } from './read-expression.ts';
import { isVariableName, readVariableName } from './read-mappings.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

/** The variable of an item is called as it is written, also where no expression could read it. */
const readElementName = (reading: Reading, extension: ModdleElement): string | null => {
  const name = textOf(extension, 'inputElement')?.trim() ?? null;
  if (name !== null && !isVariableName(name)) report(reading, 'BPMN_VARIABLE_UNREADABLE', extension, { name });
  return name;
};

/** How an activity loops over a collection; null when it runs once. */
export const readMultiInstance = (reading: Reading, element: ModdleElement): MultiInstance | null => {
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop === null) return null;
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    report(reading, 'BPMN_LOOP_STANDARD', element);
    return null;
  }
  const extension = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const input = extension === null ? null : readFeel(reading, extension, 'inputCollection');
  if (input === null) report(reading, 'BPMN_MULTI_INSTANCE_INPUT_MISSING', element);
  return {
    sequential: isTrue(loop, 'isSequential'),
    inputCollection: input ?? absent,
    inputElement: extension === null ? null : readElementName(reading, extension),
    ...readOutputCollection(reading, extension),
    completionCondition: readFeelBody(reading, element, elementOf(loop, 'completionCondition')),
  };
};

/** Where the results of the repetitions are gathered; both attributes or none. */
export const readOutputCollection = (
  reading: Reading,
  extension: ModdleElement | null,
): Pick<MultiInstance, 'outputCollection' | 'outputElement'> => {
  if (extension === null) return { outputCollection: null, outputElement: null };
  if ((textOf(extension, 'outputCollection') === null) !== (textOf(extension, 'outputElement') === null)) {
    report(reading, 'BPMN_MULTI_INSTANCE_OUTPUT_INCOMPLETE', extension);
  }
  return {
    outputCollection: readVariableName(reading, extension, 'outputCollection'),
    outputElement: readFeel(reading, extension, 'outputElement'),
  };
};
