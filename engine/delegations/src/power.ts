import { isWithin, type CaseKind, type CaseReach } from '@irisflow/access';
import type { LocalizedText } from '@irisflow/foundation';

/** What somebody may do in the name of a colleague on a day, as much of it as that colleague still has. */
export interface Power {
  /** Of the delegation. */
  readonly id: string;
  readonly delegator: { readonly id: string; readonly name: string };
  readonly groups: readonly string[];
  /** Keys; null for every procedure. */
  readonly procedures: readonly string[] | null;
  /** What of the cases the delegator sees; left out for whoever no rule bounds. */
  readonly reach?: readonly CaseReach[];
  /** Cases with which the delegator has a conflict of interest, left out where there are none: nobody does them in their name. */
  readonly apart?: readonly string[];
  /** In which capacity the delegate signs. */
  readonly capacity: LocalizedText;
}

/** What of a task powers are compared with. */
export interface DelegableTask extends CaseKind {
  readonly caseId: string;
  readonly candidateGroups: readonly string[];
}

/** Whether a power is for a task. One that is everybody's needs no power. */
export const coversTask = ({ groups, procedures, reach, apart }: Power, task: DelegableTask): boolean =>
  groups.some((group) => task.candidateGroups.includes(group)) &&
  (procedures === null || procedures.includes(task.procedureKey)) &&
  isWithin(reach, task) &&
  apart?.includes(task.caseId) !== true;

/** What the audit says of an act that is done under a power, beside who did it. */
export const auditedPower = (power: Power | null): Readonly<Record<string, string>> =>
  power === null ? {} : { delegation: power.id, onBehalfOf: `person:${power.delegator.id}` };
