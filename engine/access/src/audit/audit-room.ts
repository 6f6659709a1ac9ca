import { room } from '../use-case.ts';
import type { Surroundings } from '../surroundings.ts';
import { anchorAudit } from './anchor-audit.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import { eraseSealed, readSealedDetail } from './sealed-detail.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditRoom = (surroundings: Surroundings) =>
  room(surroundings, { listAudit, verifyAudit, exportAudit, anchorAudit, readSealedDetail, eraseSealed });
