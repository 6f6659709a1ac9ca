/** Addresses of the public API that this engine answers with a reason instead of a result. */
export interface RefusedPaths {
  /** Each with everything below it. */
  readonly paths: readonly `/${string}`[];
  /** Completes "…, but ". */
  readonly why: string;
  /** A sentence that says what to do. */
  readonly instead: string;
}

export const refusedPaths: readonly RefusedPaths[] = [
  {
    paths: ['/users', '/groups', '/roles', '/tenants', '/mapping-rules', '/authorizations', '/setup'],
    why: 'people, groups and rights are kept by the identity provider and not by the engine',
    instead: 'Manage them there; GET /authentication/me says as whom a caller is served.',
  },
  {
    paths: ['/audit-logs', '/user-tasks/:key/audit-logs'],
    why: 'the engine keeps a diary of events and no log of callers',
    instead:
      'Search element-instances, jobs, incidents and user-tasks for what happened; the platform keeps the audit.',
  },
  {
    paths: ['/cluster-variables', '/secrets', '/system/configuration'],
    why: 'configuration and secrets come from the environment of the server and are never served',
    instead: 'Set them where the server is started.',
  },
  {
    paths: ['/global-task-listeners', '/global-execution-listeners'],
    why: 'listeners belong to the model of a process',
    instead: 'Write them into the process definition.',
  },
  {
    paths: ['/agent-instances', '/agents'],
    why: 'the engine runs no agents',
    instead: 'Let a job worker do the work.',
  },
  {
    paths: ['/backups', '/restore', '/exporting', '/mode'],
    why: 'the data is in a database with its own tools',
    instead: 'Use pg_dump or the archive of PostgreSQL; irisflow check --deep proves the copy.',
  },
  {
    paths: ['/process-instances/:key/business-id-assignment'],
    why: 'the business id is given when the instance starts and stays',
    instead: 'Pass businessId to POST /process-instances.',
  },
  {
    paths: [
      '/process-definitions/statistics',
      '/process-instances/statistics',
      '/incidents/statistics',
      '/jobs/statistics',
      '/process-instances/:key/statistics/wait-states',
      '/element-instances/:key/wait-states',
      '/element-instances/wait-states',
    ],
    why: 'only the counts of elements are served',
    instead: 'Use the statistics of one process definition or instance, or the totalItems of a search.',
  },
  {
    paths: ['/process-definitions/:key/variable-names', '/jobs/batch-update'],
    why: 'it came after the line of the API that is served here',
    instead: 'Use POST /variables/search and PATCH /jobs/{key}.',
  },
];
