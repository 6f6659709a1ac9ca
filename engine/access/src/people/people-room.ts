import { listAccessRules, removeAccessRule, saveAccessRule } from '../rules/keep-rules.ts';
import { room } from '../use-case.ts';
import type { Surroundings } from '../surroundings.ts';
import {
  createAdministration,
  getAdministration,
  listAdministrations,
  renameAdministration,
} from './administrations.ts';
import {
  announceFirstAdministrator,
  appointPlatformAdministrator,
  redeemFirstAdministrator,
} from './first-administrator.ts';
import { invite, listInvitations, withdrawInvitation } from './invitations.ts';
import { deleteGroup, deleteService, saveGroup, saveService } from './services-and-groups.ts';
import { changeStaff, listStaff, removeStaff } from './staff.ts';

export const peopleRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    announceFirstAdministrator,
    redeemFirstAdministrator,
    appointPlatformAdministrator,
    listAdministrations,
    getAdministration,
    createAdministration,
    renameAdministration,
    saveService,
    deleteService,
    saveGroup,
    deleteGroup,
    listAccessRules,
    saveAccessRule,
    removeAccessRule,
    listStaff,
    changeStaff,
    removeStaff,
    listInvitations,
    invite,
    withdrawInvitation,
  });
