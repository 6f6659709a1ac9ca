import { actingFor, requireMachine, room } from '@irisflow/access';
import { bookMine, cancelMine, downloadMine, listMine, moveMine } from './booking/my-appointments.ts';
import { listCounters, listFreeHours } from './counters/find-counters.ts';
import { addCounter, changeCounter, listOfficeCounters, previewCounter } from './counters/keep-counters.ts';
import { getAgenda, getAppointment, listMisfits } from './desk/agenda.ts';
import { bookFor, cancelFor, moveFor } from './desk/book-for.ts';
import { noteVisit, receive } from './desk/receive.ts';
import { erasePastAppointments } from './erase-past.ts';
import { tellOfAppointments } from './mails/tell-of-appointments.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** What the platform does by itself, at once. */
const tell: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await tellOfAppointments(actingFor(surroundings, actor, 'notices'));
};

const erasePast: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await erasePastAppointments(actingFor(surroundings, actor, 'retention'));
};

/** Counters, and who comes to them when. */
export const appointmentsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listCounters,
    listFreeHours,
    listOfficeCounters,
    addCounter,
    previewCounter,
    changeCounter,
    bookMine,
    listMine,
    moveMine,
    cancelMine,
    downloadMine,
    getAgenda,
    getAppointment,
    listMisfits,
    bookFor,
    moveFor,
    cancelFor,
    receive,
    noteVisit,
    tell,
    erasePast,
  });
