export { monitorRoom } from './monitor-room.ts';
export { monitorMigrations } from './storage/migrations.ts';
export type { MonitorTables } from './storage/tables.gen.ts';
export {
  ElementCount,
  IncidentView,
  InstanceState,
  InstanceSummary,
  InstanceView,
  ProcedureIncident,
  ProcedureIncidents,
  UnmaskingView,
  ValueShape,
  VariableView,
} from './views/monitor.ts';
export { watchIncidents } from './incidents/watch-incidents.ts';
export { CaseIncident, CaseStandstill, OfficeIncidents } from './views/case-incident.ts';
export { privacyWalls } from './walls/privacy-walls.ts';
