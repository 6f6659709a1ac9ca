import { CommandRefused } from '../desk/failure.ts';
import type { UserTaskAttributes } from '../state/instance-tree.ts';
import { parseDate } from '../timers/iso-time.ts';

/** Refuses attributes that no user task can have. */
export const checkAttributes = ({ dueDate, followUpDate, priority = 0 }: Partial<UserTaskAttributes>): void => {
  for (const date of [dueDate, followUpDate]) {
    if (typeof date === 'string' && parseDate(date) === null) {
      throw new CommandRefused('INVALID_ARGUMENT', `Expected dates in ISO 8601 with an offset, but found '${date}'`);
    }
  }
  if (priority < 0 || priority > 100) {
    throw new CommandRefused('INVALID_ARGUMENT', `Expected a priority of 0 to 100, but found ${priority}`);
  }
};
