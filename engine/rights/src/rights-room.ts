import { room } from '@irisflow/access';
import { checkCertificate } from './certificate/check-certificate.ts';
import { printCertificate, printMyCertificate } from './certificate/print-certificate.ts';
import { listRights, listRightsLeftByCase } from './desk/list-rights.ts';
import { moveRight } from './desk/move-by-hand.ts';
import { getRight } from './desk/read-right.ts';
import { getMyRight, listMyRights } from './portal/my-rights.ts';
import type { Surroundings } from './surroundings.ts';

/** What decisions leave behind, for those who hold it, for the office, and for whoever checks a certificate. */
export const rightsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listRights,
    listRightsLeftByCase,
    getRight,
    moveRight,
    printCertificate,
    listMyRights,
    getMyRight,
    printMyCertificate,
    checkCertificate,
  });
