import { jobNames, type JobName } from './job-name.ts';

/** Kinds of actors beside the jobs; what staff may do depends on their settings too. */
export const actorNames = [
  'anonymous',
  'person',
  'staff',
  /** Staff who see and work on a part of the cases, as rules of access say. */
  'boundStaff',
  /** Staff who have a conflict of interest with some cases, and see all others. */
  'apartStaff',
  'auditor',
  'connector',
  'connectorToken',
  /** Another system that reads where cases stand, and no file. */
  'apiToken',
  /** One that reads files too. */
  'fileToken',
] as const;
export type ActorName = (typeof actorNames)[number];

/** Whom a wall names: a kind of actor, a job, or the keeper, who owns the functions that may do one thing more than their caller. */
export type Grantee = ActorName | JobName | 'keeper';
export const grantees: readonly Grantee[] = [...actorNames, ...jobNames, 'keeper'];

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isJob = (grantee: Grantee): boolean => jobNames.some((name) => name === grantee);

/** The role of the database that stands for a grantee; it cannot sign in, owns nothing and cannot bypass. */
export const roleOf = (grantee: Grantee): string => `irisflow_${isJob(grantee) ? 'job_' : ''}${snake(grantee)}`;
