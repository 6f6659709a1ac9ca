import { type MonitorTables as Tables, privacyWalls } from '@irisflow/monitor';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { contactWalls, partyWalls } from '@irisflow/parties';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';

/** The second wall: every table of casework, and every way to it. A table without its wall does not compile. */
export const tableWalls: Readonly<Record<keyof Tables | 'migration', Wall>> = {
  migration: {},
  ...identityWalls,
  ...peopleWalls,
  ...contactWalls,
  ...partyWalls,
  ...privacyWalls,
  ...procedureWalls,
  ...connectorWalls,
  ...caseWalls,
  ...documentWalls,
  ...registerWalls,
};
