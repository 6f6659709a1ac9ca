import { elementOf, extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { EventDefinition } from '../../graph.ts';
import { absent, readFeelBody } from '../read-expression.ts';
import { isVariableName } from '../read-mappings.ts';
import type { Reading } from '../reading.ts';
import { report } from '../reading.ts';
import type { EventReader, EventSite } from './event-reader.ts';

type Conditional = Extract<EventDefinition, { readonly kind: 'conditional' }>;
type VariableEvent = Conditional['variableEvents'][number];

const variableEvents: readonly VariableEvent[] = ['create', 'update'];

const listIn = (filter: ModdleElement | null, property: string): readonly string[] =>
  filter === null
    ? []
    : (textOf(filter, property) ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');

const readFilter = (
  reading: Reading,
  { definition, event }: EventSite,
): Pick<Conditional, 'variableNames' | 'variableEvents'> => {
  const filter = extensionOf(definition, 'zeebe:ConditionalFilter');
  const variableNames = listIn(filter, 'variableNames');
  const events = listIn(filter, 'variableEvents');
  const unknown = [
    ...variableNames.filter((name) => !isVariableName(name)),
    ...events.filter((item) => !variableEvents.some((known) => known === item)),
  ];
  if (unknown.length > 0) report(reading, 'BPMN_CONDITION_FILTER_INVALID', event, { found: unknown.join(', ') });
  return {
    variableNames,
    variableEvents: events.length === 0 ? variableEvents : variableEvents.filter((known) => events.includes(known)),
  };
};

export const readConditionalEvent: EventReader<'conditional'> = (reading, site) => {
  const condition = readFeelBody(reading, site.event, elementOf(site.definition, 'condition'));
  if (condition === null) report(reading, 'BPMN_CONDITION_MISSING', site.event);
  return { kind: 'conditional', condition: condition ?? absent, ...readFilter(reading, site) };
};
