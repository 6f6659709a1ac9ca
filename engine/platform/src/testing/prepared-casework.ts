import type { Preparation } from '@irisflow/database/testing';
import { migrateCasework } from '../storage/migrate-casework.ts';

/** A store with the tables of casework and their walls. */
export const preparedCasework: Preparation = { name: 'casework', prepare: (database) => migrateCasework(database) };
