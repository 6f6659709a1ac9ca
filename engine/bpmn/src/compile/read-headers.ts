import { elementsOf, extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

/** The engine speaks to workers under this prefix. */
const RESERVED_PREFIX = 'io.camunda.zeebe:';

/** The headers in a `zeebe:taskHeaders` element. */
export const headersIn = (reading: Reading, container: ModdleElement | null): Readonly<Record<string, string>> => {
  const headers = new Map<string, string>();
  for (const header of container === null ? [] : elementsOf(container, 'values')) {
    const key = textOf(header, 'key');
    if (key === null) {
      report(reading, 'BPMN_HEADER_KEY_MISSING', header);
      continue;
    }
    if (key.startsWith(RESERVED_PREFIX)) report(reading, 'BPMN_HEADER_RESERVED', header, { key });
    if (headers.has(key)) report(reading, 'BPMN_HEADER_DUPLICATE', header, { key });
    headers.set(key, textOf(header, 'value') ?? '');
  }
  return Object.fromEntries(headers);
};

/** The custom headers of a task. */
export const readHeaders = (reading: Reading, element: ModdleElement): Readonly<Record<string, string>> =>
  headersIn(reading, extensionOf(element, 'zeebe:TaskHeaders'));
