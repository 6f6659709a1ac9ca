import type { peopleOperations } from '../api/contract/people.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPeopleHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof peopleOperations> => {
  const { people } = casework;
  return {
    redeemFirstAdministrator: ({ actor, body }) => people.redeemFirstAdministrator(actor, body),
    listAdministrations: ({ actor, query }) => people.listAdministrations(actor, query),
    createAdministration: ({ actor, body }) => people.createAdministration(actor, body),
    getAdministration: ({ actor, params }) => people.getAdministration(actor, params),
    renameAdministration: ({ actor, params, body }) => people.renameAdministration(actor, { ...params, ...body }),
    saveService: ({ actor, params, body }) => people.saveService(actor, { ...params, ...body }),
    deleteService: ({ actor, params }) => people.deleteService(actor, params),
    saveGroup: ({ actor, params, body }) => people.saveGroup(actor, { ...params, ...body }),
    deleteGroup: ({ actor, params }) => people.deleteGroup(actor, params),
    listStaff: ({ actor, query }) => people.listStaff(actor, query),
    changeStaff: ({ actor, params, body }) => people.changeStaff(actor, { ...params, ...body }),
    removeStaff: ({ actor, params }) => people.removeStaff(actor, params),
    listInvitations: ({ actor, query }) => people.listInvitations(actor, query),
    invite: ({ actor, body }) => people.invite(actor, body),
    withdrawInvitation: ({ actor, params }) => people.withdrawInvitation(actor, params),
  };
};
