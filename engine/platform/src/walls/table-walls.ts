import { type MonitorTables as Tables, privacyWalls } from '@irisflow/monitor';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { type FactsTables, factWalls } from '@irisflow/facts';
import { messageWalls, type MessagesTables } from '@irisflow/messages';
import { contactWalls } from '@irisflow/parties';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';

/** The second wall: every table of casework, and every way to it. A table without its wall does not compile. */
export const tableWalls: Readonly<Record<keyof Tables | keyof FactsTables | keyof MessagesTables | 'migration', Wall>> =
  {
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
    ...factWalls,
    ...messageWalls,
  };
