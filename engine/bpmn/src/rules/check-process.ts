import type { ExecutableProcess } from '../graph.ts';
import type { ProblemLog } from '../problem-log.ts';
import { boundaryRules } from './boundary-rules.ts';
import { catchDuplicateRules } from './catch-duplicate-rules.ts';
import { compensationRules } from './compensation-rules.ts';
import { flowRules } from './flow-rules.ts';
import { gatewayRules } from './gateway-rules.ts';
import { linkRules } from './link-rules.ts';
import { loopRules } from './loop-rules.ts';
import { reachabilityRules } from './reachability-rules.ts';
import type { Rule } from './rule.ts';
import { startEventRules } from './start-event-rules.ts';
import { subProcessRules } from './sub-process-rules.ts';

/** Every rule about the whole of a process, one file a subject. */
const rules: readonly Rule[] = [
  ...startEventRules,
  ...subProcessRules,
  ...flowRules,
  ...gatewayRules,
  ...boundaryRules,
  ...catchDuplicateRules,
  ...linkRules,
  ...compensationRules,
  ...loopRules,
  ...reachabilityRules,
];

/** Reports everything that is wrong with how the elements of a complete graph fit together. */
export const checkProcess = (process: ExecutableProcess, log: ProblemLog): void => {
  const subject = { process, report: log.report };
  for (const rule of rules) rule(subject);
};
