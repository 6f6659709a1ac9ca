import { actingFor, type ConnectorActor, canonicalJson } from '@irisflow/access';
import { isEngineFailure, askEngine, type Variables } from '@irisflow/engine-client';
import { evaluateExpression } from '../tasks/evaluate-expression.ts';
import { CaseworkError } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { findApproval, type Approval } from '../storage/proposals.ts';
import type { Surroundings } from '../surroundings.ts';
import { findCaseProposal } from './case-proposal.ts';
import { describeChanges } from './describe-changes.ts';
import { noteVoidedProposal } from './note-voided.ts';
import { hashOfProposal, variablesOfProposal, type Proposal } from './proposal.ts';
import { proposalChanged } from './refuse-changed-proposal.ts';

/** What a decision says, as the contract names it. */
export interface DecisionFields {
  readonly outcome: string;
  readonly grounds: readonly { readonly code: string }[];
  readonly amount?: number;
  readonly validFrom?: string;
  readonly validTo?: string;
}

interface Judged {
  readonly procedure: PublishedProcedure;
  readonly approval: Approval;
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
};

/** The variables of the instance in which the approval was given; none when the engine has forgotten it. */
const variablesNow = async ({ engine }: Surroundings, { process_instance_key: key }: Approval): Promise<Variables> => {
  try {
    const found = await engine.monitor.variables(key);
    return Object.fromEntries(
      found.filter(({ scopeKey }) => scopeKey === key).map(({ name, value }) => [name, parse(value)]),
    );
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return {};
    throw thrown;
  }
};

const requireUnchanged = async (
  surroundings: Surroundings,
  actor: ConnectorActor,
  { procedure, approval }: Judged,
): Promise<void> => {
  const { database } = actingFor(surroundings, actor, 'proposals');
  const { caseId, administration } = actor.case;
  const variables = await askEngine(variablesNow(surroundings, approval));
  const changes = await database.transaction(async (tx) => {
    const { element_id: elementId } = approval;
    const latest = await findCaseProposal(tx, { caseId, procedure, elementId });
    if (latest !== null && hashOfProposal(latest.proposal) !== approval.approved_hash)
      throw new CaseworkError('PROPOSAL_CHANGED', 'Expected the last proposal to be approved, but it was not');
    const found = describeChanges({ forms: latest?.forms ?? [], proposal: approval.approved, variables });
    const task = { id: approval.id, case_id: caseId, administration, element_id: elementId };
    if (found.length > 0) await noteVoidedProposal(surroundings, tx, { actor, task, changes: found });
    return found;
  });
  if (changes.length > 0) throw proposalChanged(changes);
};

const codesOf = (grounds: DecisionFields['grounds']): string[] => grounds.map(({ code }) => code);

const requireSaid = (
  { procedure, approval }: Judged,
  approved: Proposal,
  { decision, now }: { decision: DecisionFields; now: number },
): void => {
  const { outcome, amount = null, grounds, validFrom = null, validTo = null } = decision;
  const said: Readonly<Record<string, unknown>> = { outcome, amount, grounds: codesOf(grounds), validFrom, validTo };
  const variables = variablesOfProposal(approved);
  for (const [field, source] of Object.entries(procedure.description.tasks[approval.element_id]?.decides ?? {})) {
    const expected = evaluateExpression(source, { variables, now }) ?? null;
    if (canonicalJson(expected) !== canonicalJson(said[field] ?? null))
      throw new CaseworkError(
        'PROPOSAL_CHANGED',
        `Expected the ${field} that was approved, but the decision says another`,
      );
  }
};

/** Refuses a decision that is not what the second person approved; without an approval there is nothing to compare. */
export const refuseUnapprovedDecision = async (
  surroundings: Surroundings,
  actor: ConnectorActor,
  decision: DecisionFields,
): Promise<void> => {
  const { database, library, clock } = surroundings;
  const approval = await findApproval(database, actor.case.caseId);
  if (approval === undefined) return;
  const procedure = await library.version(database, actor.case.procedureKey, actor.case.procedureVersion);
  const judged = { procedure, approval };
  await requireUnchanged(surroundings, actor, judged);
  requireSaid(judged, approval.approved, { decision, now: clock.now() });
};
