import { type IntakeTables, intakeWalls } from '@irisflow/intake';
import { type MonitorTables, privacyWalls } from '@irisflow/monitor';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { type FactsTables, factWalls } from '@irisflow/facts';
import { messageWalls, type MessagesTables } from '@irisflow/messages';
import { contactWalls, partyWalls } from '@irisflow/parties';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';
import { type RelationsTables, relationWalls } from '@irisflow/relations';
import { mirrorWalls, type WorklistTables } from '@irisflow/worklist';

type Tables = MonitorTables & WorklistTables & FactsTables & MessagesTables & IntakeTables & RelationsTables;

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
  ...mirrorWalls,
  ...factWalls,
  ...messageWalls,
  ...intakeWalls,
  ...relationWalls,
};
