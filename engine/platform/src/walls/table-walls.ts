import { type AbsencesTables, absenceWalls } from '@irisflow/absences';
import { apiTokenWalls, identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { bulkWalls } from '@irisflow/bulk';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { copyWalls } from '@irisflow/copies';
import { draftingWalls } from '@irisflow/drafting';
import { factWalls } from '@irisflow/facts';
import { inquiryWalls, opinionReach } from '@irisflow/inquiries';
import { intakeWalls } from '@irisflow/intake';
import { messageWalls } from '@irisflow/messages';
import { privacyWalls } from '@irisflow/monitor';
import { contactWalls, partyWalls } from '@irisflow/parties';
import { privacyReach, type PrivacyTables, retentionWalls } from '@irisflow/privacy';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';
import { relationWalls } from '@irisflow/relations';
import { taskWalls } from '@irisflow/tasks';
import { termWalls } from '@irisflow/terms';
import { type ViewsTables, viewWalls } from '@irisflow/views';
import { webhookWalls } from '@irisflow/webhooks';
import { mirrorWalls } from '@irisflow/worklist';

/** A wall with the ways beside it that follow from elsewhere. */
const widened = <Name extends string>(
  walls: Readonly<Record<Name, Wall>>,
  ways: Readonly<Partial<Record<NoInfer<Name>, Wall>>>,
): Readonly<Record<Name, Wall>> =>
  Object.fromEntries(
    Object.entries<Wall>(walls).map(([name, wall]) => [name, { ...wall, ...ways[name as Name] }]),
  ) as Record<Name, Wall>;

/** A table without its wall does not compile. */
const drawn: Readonly<Record<keyof (PrivacyTables & AbsencesTables & ViewsTables) | 'migration', Wall>> = {
  migration: {},
  ...identityWalls,
  ...apiTokenWalls,
  ...peopleWalls,
  ...contactWalls,
  ...partyWalls,
  ...privacyWalls,
  ...procedureWalls,
  ...connectorWalls,
  ...termWalls,
  ...caseWalls,
  ...taskWalls,
  ...documentWalls,
  ...registerWalls,
  ...mirrorWalls,
  ...viewWalls,
  ...factWalls,
  ...bulkWalls,
  ...absenceWalls,
  ...messageWalls,
  ...inquiryWalls,
  ...intakeWalls,
  ...retentionWalls,
  ...copyWalls,
  ...relationWalls,
  ...webhookWalls,
  ...draftingWalls,
};

/** The second wall: every table of casework, and every way to it. */
export const tableWalls: Readonly<Record<keyof typeof drawn, Wall>> = widened(
  widened(drawn, privacyReach),
  opinionReach,
);
