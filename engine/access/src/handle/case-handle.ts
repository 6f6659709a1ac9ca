import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@irisflow/foundation';

/** The one case that a process may touch, and the published version that it runs. */
export interface SealedCase {
  readonly caseId: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly procedureVersion: number;
}

/** Seals the case of a process into a compact text, and opens it again. */
export interface CaseHandles {
  /** The same case gives the same text, so that a start that is tried again sends the same. */
  seal(sealed: SealedCase): string;
  /** What was sealed; null for everything that was not sealed here, or was altered since. */
  open(handle: string): SealedCase | null;
}

/** The reserved process variable that carries the handle. */
export const caseHandleVariable = 'caseHandle';

const PREFIX = 'irisflow-case-1';
const shape = /^irisflow-case-1\.([\w-]{1,1000})\.([\w-]{43})$/;

const isSame = (found: string, expected: string): boolean => {
  const [left, right] = [Buffer.from(found), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** `secret` is 32 random bytes that live outside the database. */
export const createCaseHandles = (secret: Uint8Array): CaseHandles => {
  const key = deriveKey(secret, 'case handle');
  const codeOf = (payload: string) => createHmac('sha256', key).update(`${PREFIX}.${payload}`).digest('base64url');
  return {
    seal: ({ caseId, administration, procedureKey, procedureVersion }) => {
      const content = JSON.stringify([caseId, administration, procedureKey, procedureVersion]);
      const payload = Buffer.from(content).toString('base64url');
      return `${PREFIX}.${payload}.${codeOf(payload)}`;
    },
    open: (handle) => {
      const [, payload = '', code = ''] = shape.exec(handle) ?? [];
      // The text of the code is compared, not its bytes: base64 can write the same bytes in several ways.
      if (!isSame(code, codeOf(payload))) return null;
      const [caseId, administration, procedureKey, procedureVersion] = JSON.parse(
        Buffer.from(payload, 'base64url').toString('utf8'),
      ) as [string, string, string, number];
      return { caseId, administration, procedureKey, procedureVersion };
    },
  };
};
