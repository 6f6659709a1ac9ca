import { room, type Surroundings } from '../surroundings.ts';
import { listAudit } from './list-audit.ts';
import { eraseSealed, readSealedDetail } from './sealed-detail.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditRoom = (surroundings: Surroundings) =>
  room(surroundings, { listAudit, verifyAudit, readSealedDetail, eraseSealed });
