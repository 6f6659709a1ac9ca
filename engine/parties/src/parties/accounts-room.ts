import { room } from '@irisflow/access';
import { resumeSession } from '../mandates/resume-session.ts';
import type { Surroundings } from '../surroundings.ts';
import { upsertPerson } from './upsert-person.ts';

/** What of signing in needs to know who people are, and for whom they act. */
export const accountsRoom = (surroundings: Surroundings) => room(surroundings, { upsertPerson, resumeSession });
