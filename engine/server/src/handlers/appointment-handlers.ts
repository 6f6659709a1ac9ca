import type { appointmentOperations } from '../api/contract/appointments.ts';
import type { Handlers } from '../http/call.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createAppointmentHandlers = ({
  casework: { appointments },
}: HandlerOptions): Handlers<keyof typeof appointmentOperations> => ({
  listCounters: ({ actor, params }) => appointments.listCounters(actor, params),
  listFreeHours: ({ actor, query }) => appointments.listFreeHours(actor, query),
  listMyAppointments: ({ actor }) => appointments.listMine(actor, {}),
  bookMyAppointment: ({ actor, body }) => appointments.bookMine(actor, body),
  moveMyAppointment: ({ actor, params, body }) => appointments.moveMine(actor, { ...params, ...body }),
  cancelMyAppointment: ({ actor, params }) => appointments.cancelMine(actor, params),
  downloadMyAppointment: async ({ actor, params, query }) => ({
    ...downloadReply(await appointments.downloadMine(actor, { ...params, language: query.locale ?? 'fr' })),
    inline: false,
  }),
  listOfficeCounters: ({ actor }) => appointments.listOfficeCounters(actor, {}),
  addCounter: ({ actor, body }) => appointments.addCounter(actor, body),
  previewCounter: ({ actor, params, body }) => appointments.previewCounter(actor, { ...params, ...body }),
  changeCounter: ({ actor, params, body }) => appointments.changeCounter(actor, { ...params, ...body }),
  getAgenda: ({ actor, params, query }) => appointments.getAgenda(actor, { ...params, ...query }),
  listMisfits: ({ actor, params }) => appointments.listMisfits(actor, params),
  bookAppointment: ({ actor, body }) => appointments.bookFor(actor, body),
  getAppointment: ({ actor, params }) => appointments.getAppointment(actor, params),
  moveAppointment: ({ actor, params, body }) => appointments.moveFor(actor, { ...params, ...body }),
  cancelAppointment: ({ actor, params, body }) => appointments.cancelFor(actor, { ...params, ...body }),
  receiveVisitor: ({ actor, params, body }) => appointments.receive(actor, { ...params, ...body }),
  noteVisit: ({ actor, params }) => appointments.noteVisit(actor, params),
});
