import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayRead,
  ofAdministration,
  ownApplications,
  type Right,
  type Wall,
} from '@irisflow/access';
import type { AppointmentsTables as Tables } from '../storage/tables.gen.ts';

const mails = ['mail', 'mail_due', 'mail_tries'];
/** Whoever booked for themselves or under a mandate moves it and gives it back; that they came, the desk says. */
const own: readonly Right[] = [
  mayRead(ownApplications),
  mayAdd(`${ownApplications} and state = 'booked'`),
  mayChange(
    ['starts_at', 'ends_at', 'state', 'moves', ...mails],
    ownApplications,
    `${ownApplications} and state in ('booked', 'canceled')`,
  ),
];

/** Counters are known to everybody; who comes to them, to whoever comes and to the office. */
export const appointmentWalls = {
  counter: {
    anonymous: [mayRead(everyRow)],
    person: [mayRead(everyRow)],
    staff: [mayRead(everyRow), may(['insert', 'update'], ofAdministration('corrects'))],
    notices: [mayRead(everyRow)],
    operator: [may(['select', 'insert'], everyRow)],
    keeper: [mayRead(everyRow)],
  },
  appointment: {
    person: own,
    staff: [may(['select', 'insert', 'update'], ofAdministration('handles')), ...own],
    notices: [mayRead(everyRow), mayChange(mails, everyRow)],
    operator: [mayRead(everyRow)],
    // Its function answers when somebody comes, and never who.
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
