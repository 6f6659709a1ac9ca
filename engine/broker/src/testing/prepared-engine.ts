import type { Preparation } from '@irisflow/database/testing';
import { migrateBroker } from '../start-broker.ts';

/** A store that an engine has been started on before. */
export const preparedEngine: Preparation = { name: 'engine', prepare: migrateBroker };
