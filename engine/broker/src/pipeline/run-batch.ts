import { DatabaseFault, toDatabaseFault } from '@irisflow/database';
import { loadCatalog } from '../storage/load/load-definitions.ts';
import { isFenced } from '../storage/partition.ts';
import type { PositionedChange } from '../storage/rows/record-rows.ts';
import { type Batch, createBatch } from './batch.ts';
import { planCommit } from './commit-statements.ts';
import { decideInto } from './decide-into.ts';
import type { BatchTools } from './decide-work.ts';
import { lose, recover } from './recover.ts';
import { failure, type Work } from './work.ts';
import { WorkFailure } from './work-failure.ts';
import { answer, enqueue, refuse, settleDeferred, type Writer } from './writer.ts';

const UNAVAILABLE = failure('UNAVAILABLE', 'Expected to store the command, but the store does not answer; try again');
const FENCED = failure('UNAVAILABLE', 'Expected to be the writer, but another one took over; try again');
const FULL = failure('OVERLOADED', 'Expected room in the store, but its disk is full');
const UNWANTED = failure('CANCELED', 'Expected somebody to want this, but nobody does any more');
const REFUSED = failure('INTERNAL', 'Expected to store the command, but the store refused it');

/** What the batch changed in memory may differ from the store: it goes, and is loaded again when it is needed. */
const discard = async (writer: Writer, batch: Batch, reach: 'touched' | 'everything'): Promise<void> => {
  const { state, database } = writer;
  refuse(batch.claims, UNAVAILABLE);
  if (reach === 'everything') state.discardAll();
  else state.discard(batch.rootKeys, batch.bucketIds);
  state.settle([]);
  if (batch.touchesDefinitions) state.replaceDefinitions(await loadCatalog(database));
};

const succeed = (writer: Writer, batch: Batch, records: readonly PositionedChange[]): void => {
  for (const { work, outcome } of batch.outcomes) answer(writer, work, outcome);
  refuse(batch.unwanted, UNWANTED);
  for (const { requestId, outcome } of batch.settlements) settleDeferred(writer, requestId, outcome);
  for (const { command, laps } of batch.continuations) enqueue(writer, command, laps);
  writer.listener.committed(batch, records);
  writer.state.settle(batch.rootKeys);
};

/** A batch that hands out no jobs: a worker's request may be what the store refused. */
const withoutClaims = ({ tools }: Writer): BatchTools => ({ ...tools, market: { claim: () => null } });

/** The instance that a refused command would have changed gets an incident; where it touched several, none is to blame. */
const reportRefusal = (writer: Writer, { rootKeys }: Batch, work: Work, { message }: DatabaseFault): void => {
  const [rootKey, another] = rootKeys;
  if (rootKey === undefined || another !== undefined || work.command.kind === 'reportFailure') return;
  enqueue(writer, { kind: 'reportFailure', rootKey, message: `Expected to store a change, but ${message}` });
};

/** A refused statement is the fault of one command: alone, each other one gets through. */
const isolate = async (writer: Writer, batch: Batch, works: readonly Work[], fault: DatabaseFault): Promise<void> => {
  const [culprit, ...others] = works;
  if (culprit !== undefined && others.length === 0 && batch.claims.length === 0) {
    const { kind } = culprit.command;
    writer.listener.failed(`Expected to commit '${kind}', but the store refused: ${fault.message}`, fault);
    culprit.settle(REFUSED);
    return reportRefusal(writer, batch, culprit, fault);
  }
  for (const work of works) await runBatch(writer, [work], withoutClaims(writer));
};

const failCommit = async (
  writer: Writer,
  batch: Batch,
  works: readonly Work[],
  fault: DatabaseFault,
): Promise<void> => {
  await discard(writer, batch, 'touched').catch(() => writer.state.discardAll());
  if (isFenced(fault)) {
    lose(writer);
    return refuse(works, FENCED);
  }
  if (fault.code === 'FULL') return refuse(works, FULL);
  if (fault.code !== 'UNAVAILABLE') return isolate(writer, batch, works, fault);
  refuse(works, UNAVAILABLE);
  return recover(writer);
};

const commit = async (writer: Writer, batch: Batch, works: readonly Work[]): Promise<void> => {
  const plan = planCommit(batch, writer.state, { ...writer.tenure, keySequence: writer.keySequence });
  // Only the fence: nothing changed, every command was refused.
  if (plan.statements.length === 1) return succeed(writer, batch, []);
  try {
    await writer.database.commit(plan.statements);
  } catch (thrown) {
    return failCommit(writer, batch, works, toDatabaseFault(thrown));
  }
  writer.tenure = plan.tenure;
  succeed(writer, batch, plan.records);
};

/** The engine failed on one command: its instance gets an incident, the others of the batch are decided again. */
const failWork = async (
  writer: Writer,
  works: readonly Work[],
  { work, rootKey, message, cause }: WorkFailure,
): Promise<void> => {
  const { kind } = work.command;
  writer.listener.failed(`Expected to decide '${kind}', but the engine failed: ${message}`, cause);
  work.settle(failure('INTERNAL', `Expected to decide '${kind}', but the engine failed`));
  if (rootKey !== null && kind !== 'reportFailure') enqueue(writer, { kind: 'reportFailure', rootKey, message });
  const others = works.filter((other) => other !== work);
  if (others.length > 0) await runBatch(writer, others);
};

const failDecision = async (writer: Writer, batch: Batch, works: readonly Work[], thrown: unknown): Promise<void> => {
  await discard(writer, batch, 'everything').catch(() => undefined);
  if (thrown instanceof WorkFailure && !(thrown.cause instanceof DatabaseFault)) return failWork(writer, works, thrown);
  writer.listener.failed('Expected to load what the commands need, but the store does not answer', thrown);
  refuse(works, UNAVAILABLE);
};

/** Loads, decides and commits the works together, and answers each of them. */
const runBatch = async (writer: Writer, works: readonly Work[], tools = writer.tools): Promise<void> => {
  if (!writer.isCertain) await recover(writer);
  if (writer.phase === 'lost') return refuse(works, FENCED);
  if (!writer.isCertain) return refuse(works, UNAVAILABLE);
  const batch = createBatch(writer.now());
  try {
    await decideInto(batch, works, tools);
  } catch (thrown) {
    return failDecision(writer, batch, works, thrown);
  }
  return commit(writer, batch, works);
};

/** Runs the works; never rejects. A failure of the pipeline itself costs the works of this batch and nothing else. */
export const runBatchSafely = async (writer: Writer, works: readonly Work[]): Promise<void> => {
  try {
    await runBatch(writer, works);
  } catch (thrown) {
    writer.listener.failed(`Expected to run a batch of ${works.length} commands, but the pipeline failed`, thrown);
    writer.state.discardAll();
    refuse(works, REFUSED);
    await recover(writer);
  }
};
