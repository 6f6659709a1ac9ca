import { room } from '@irisflow/access';
import { findApplicants } from './desk/find-applicants.ts';
import { openDirectly } from './desk/open-application.ts';
import { printReceipt } from './desk/print-receipt.ts';
import { linkCase, unlinkCase } from './links/change-links.ts';
import { getLinks, getMyLinks } from './links/view-links.ts';
import { openByReference } from './opening/open-by-reference.ts';
import { openRenewals } from './opening/open-renewals.ts';
import type { Surroundings } from './surroundings.ts';

/** How cases come to be where nobody fills a form in the portal, and how they belong together. */
export const intakeRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    findApplicants,
    openDirectly,
    printReceipt,
    openByReference,
    openRenewals,
    getLinks,
    getMyLinks,
    linkCase,
    unlinkCase,
  });
