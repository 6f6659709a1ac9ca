import { room } from '../use-case.ts';
import type { Surroundings } from '../surroundings.ts';
import { endOtherSessions, endSession, listSessions } from './my-sessions.ts';
import { endSessionsOf } from './end-sessions.ts';
import { noteRefusal } from './note-refusal.ts';
import { seedAdministrations } from './seed-administrations.ts';
import { signIn, signInAsDemoPerson } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { listColleagues, listDemoPeople, viewMyself } from './view-people.ts';

export const identityRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    seedAdministrations,
    signIn,
    signInAsDemoPerson,
    signOut,
    listSessions,
    endSession,
    endOtherSessions,
    endSessionsOf,
    noteRefusal,
    viewMyself,
    listDemoPeople,
    listColleagues,
  });
