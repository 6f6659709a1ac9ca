import { textOf } from '@irisflow/xml';
import { report } from '../reading.ts';
import type { EventReader } from './event-reader.ts';

export const readLinkEvent: EventReader<'link'> = (reading, { definition, event }) => {
  const name = textOf(definition, 'name')?.trim() ?? null;
  if (name === null) report(reading, 'BPMN_LINK_NAME_MISSING', event);
  return { kind: 'link', name: name ?? '' };
};
