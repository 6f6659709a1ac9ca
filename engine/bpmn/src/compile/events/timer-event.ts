import { elementOf, isTrue } from '@irisflow/xml';

import type { TimerDefinition } from '../../graph.ts';
import { absent, readBody } from '../read-expression.ts';
import type { Reading } from '../reading.ts';
import { report } from '../reading.ts';
import type { EventReader, EventSite } from './event-reader.ts';
import { isTimerText } from './timer-text.ts';

type TimerKind = TimerDefinition['kind'];

const childOf: Readonly<Record<TimerKind, string>> = {
  date: 'timeDate',
  duration: 'timeDuration',
  cycle: 'timeCycle',
};

const kinds: readonly TimerKind[] = ['date', 'duration', 'cycle'];

/** Whoever starts a process has no beginning to count from; whatever fires once cannot repeat. */
const allowedKinds = ({ role, event }: EventSite): readonly TimerKind[] => {
  if (role === 'processStart') return ['date', 'cycle'];
  const repeats =
    (role === 'boundary' && !isTrue(event, 'cancelActivity')) ||
    (role === 'eventSubProcessStart' && !isTrue(event, 'isInterrupting'));
  return repeats ? kinds : ['date', 'duration'];
};

const readTimer = (reading: Reading, site: EventSite, kind: TimerKind): TimerDefinition => {
  const { definition, event } = site;
  const value = readBody(reading, event, elementOf(definition, childOf[kind]));
  if (value === null) report(reading, 'BPMN_TIMER_AMBIGUOUS', event);
  const allowed = allowedKinds(site);
  if (!allowed.includes(kind)) {
    report(reading, 'BPMN_TIMER_KIND', event, { found: kind, allowed: allowed.join(', ') });
  }
  if (value !== null && value !== absent && value.kind === 'literal' && !isTimerText(kind, value.text)) {
    report(reading, 'BPMN_TIMER_INVALID', event, { kind, found: value.text });
  }
  return { kind, value: value ?? absent };
};

export const readTimerEvent: EventReader<'timer'> = (reading, site) => {
  const present = kinds.filter((kind) => elementOf(site.definition, childOf[kind]) !== null);
  const [kind] = present;
  if (kind !== undefined && present.length === 1) return { kind: 'timer', timer: readTimer(reading, site, kind) };
  report(reading, 'BPMN_TIMER_AMBIGUOUS', site.event);
  return { kind: 'timer', timer: { kind: 'duration', value: absent } };
};
