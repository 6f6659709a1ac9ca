import { elementOf } from '@irisflow/xml';
import { report } from '../reading.ts';
import type { EventReader } from './event-reader.ts';

export const readCompensationEvent: EventReader<'compensation'> = (reading, { definition, event }) => {
  if (definition.get('waitForCompletion') === false) report(reading, 'BPMN_COMPENSATION_NO_WAIT', event);
  const activity = elementOf(definition, 'activityRef');
  const index = reading.outline.indexOf(activity);
  if (activity !== null && index === null) {
    report(reading, 'BPMN_COMPENSATION_ACTIVITY', event, { activity: activity.id ?? '' });
  }
  return { kind: 'compensation', activity: index };
};
