import { intakeWalls } from '@irisflow/intake';
import { privacyWalls } from '@irisflow/monitor';
import { privacyReach, type PrivacyTables, retentionWalls } from '@irisflow/privacy';
import { type CopiesTables, copyWalls } from '@irisflow/copies';
import { type IntakeTables, intakeWalls } from '@irisflow/intake';
import { type MonitorTables, privacyWalls } from '@irisflow/monitor';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { factWalls } from '@irisflow/facts';
import { messageWalls } from '@irisflow/messages';
import { type AbsencesTables, absenceWalls } from '@irisflow/absences';
import { bulkWalls, type BulkTables } from '@irisflow/bulk';
import { messageWalls, type MessagesTables } from '@irisflow/messages';
import { contactWalls, partyWalls } from '@irisflow/parties';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';
import { mirrorWalls } from '@irisflow/worklist';

/** A wall with the ways beside it that follow from elsewhere. */
const widened = <Name extends string>(
  walls: Readonly<Record<Name, Wall>>,
  ways: Readonly<Partial<Record<NoInfer<Name>, Wall>>>,
): Readonly<Record<Name, Wall>> =>
  Object.fromEntries(
    Object.entries<Wall>(walls).map(([name, wall]) => [name, { ...wall, ...ways[name as Name] }]),
  ) as Record<Name, Wall>;
type Tables = MonitorTables & WorklistTables & BulkTables & AbsencesTables & MessagesTables & IntakeTables;
type Tables = MonitorTables & WorklistTables & FactsTables & MessagesTables & IntakeTables & CopiesTables;

/** A table without its wall does not compile. */
const drawn: Readonly<Record<keyof PrivacyTables | 'migration', Wall>> = {
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
  ...bulkWalls,
  ...absenceWalls,
  ...messageWalls,
  ...intakeWalls,
  ...retentionWalls,
  ...copyWalls,
};

/** The second wall: every table of casework, and every way to it. */
export const tableWalls: Readonly<Record<keyof typeof drawn, Wall>> = widened(drawn, privacyReach);
