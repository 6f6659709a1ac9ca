import { type IntakeTables, intakeWalls } from '@irisflow/intake';
import { type MonitorTables, privacyWalls } from '@irisflow/monitor';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { contactWalls } from '@irisflow/parties';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';

type Tables = MonitorTables & IntakeTables;

/** The second wall: every table of casework, and every way to it. A table without its wall does not compile. */
export const tableWalls: Readonly<Record<keyof Tables | 'migration', Wall>> = {
  migration: {},
  ...identityWalls,
  ...peopleWalls,
  ...contactWalls,
  ...privacyWalls,
  ...procedureWalls,
  ...connectorWalls,
  ...caseWalls,
  ...documentWalls,
  ...registerWalls,
  ...intakeWalls,
};
