import type { Route } from '../route.ts';
import { batchOperationRoutes } from './batch-operation-routes.ts';
import { clusterRoutes } from './cluster-routes.ts';
import { decisionRoutes } from './decision-routes.ts';
import { deletionRoutes } from './deletion-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { elementInstanceRoutes } from './element-instance-routes.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { formRoutes } from './form-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { instancePathRoutes } from './instance-path-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { modificationRoutes } from './modification-routes.ts';
import { processDefinitionRoutes } from './process-definition-routes.ts';
import { processInstanceRoutes } from './process-instance-routes.ts';
import { resourceRoutes } from './resource-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { userTaskRoutes } from './user-task-routes.ts';
import { variableRoutes } from './variable-routes.ts';

/** Everything that the API does; what it refuses by name is in refused-paths.ts. */
export const catalog: readonly Route[] = [
  clusterRoutes,
  deploymentRoutes,
  resourceRoutes,
  processDefinitionRoutes,
  formRoutes,
  processInstanceRoutes,
  modificationRoutes,
  instancePathRoutes,
  elementInstanceRoutes,
  variableRoutes,
  jobRoutes,
  userTaskRoutes,
  incidentRoutes,
  messageRoutes,
  decisionRoutes,
  evaluationRoutes,
  batchOperationRoutes,
  deletionRoutes,
  documentRoutes,
  systemRoutes,
].flat();
