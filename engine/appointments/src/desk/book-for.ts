import { type Actor, type Clerk, requireClerk } from '@irisflow/access';
import { recordOpening, requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type Locale, requireReason, requireSaid } from '@irisflow/foundation';
import { nameOf, requireContact } from '@irisflow/parties';
import { book, cancel, lockUpcoming, move } from '../booking/book.ts';
import { requireOwnCounter } from '../counters/keep-counters.ts';
import { lockPlaces } from '../counters/places.ts';
import { findSameVisit } from '../storage/appointments.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { DeskAppointment, OfAppointment } from '../views/appointment.ts';
import { viewForDesk } from './agenda.ts';

/** Somebody with a case here, perhaps about that very case; somebody who got in touch; or a name and a number. */
export type ForWhom =
  | { readonly kind: 'applicant'; readonly caseId: string; readonly isAbout: boolean }
  | { readonly kind: 'contact'; readonly contactId: string }
  | { readonly kind: 'new'; readonly name: string; readonly phone: string | null };

export interface BookFor {
  readonly counterId: string;
  /** ISO 8601. */
  readonly from: string;
  readonly procedureKey: string | null;
  readonly language: Locale;
  readonly who: ForWhom;
}

interface Visitor {
  readonly personId: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly caseId: string | null;
  /** What a case about which they come says. */
  readonly procedureKey?: string;
}

const visitorOf = async (surroundings: Surroundings, tx: Queryable, actor: Actor, who: ForWhom): Promise<Visitor> => {
  if (who.kind === 'new') {
    const name = requireSaid(who.name, { what: 'a name', pointer: '/who/name', most: 200 });
    return { personId: null, name, phone: who.phone, caseId: null };
  }
  if (who.kind === 'contact') {
    const { row } = await requireContact(tx, actor, who.contactId);
    return { personId: row.person_id, name: nameOf(row), phone: row.phone, caseId: null };
  }
  const { clerk, row } = await requireClerkCase(tx, actor, who.caseId);
  await recordOpening(surroundings, tx, { clerk, row });
  const known = { personId: row.person_id, name: row.applicant, phone: null };
  return who.isAbout ? { ...known, caseId: row.id, procedureKey: row.procedure_key } : { ...known, caseId: null };
};

/** Books a time for somebody on the telephone; what is known of them is not asked again. Whoever presses twice books once. */
export const bookFor: UseCase<BookFor, DeskAppointment> = (surroundings, actor, { who, ...wanted }) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    await requireOwnCounter(tx, clerk, wanted.counterId);
    const visit = {
      ...wanted,
      from: Date.parse(wanted.from),
      bookedBy: clerk.person.id,
      ...(await visitorOf(surroundings, tx, actor, who)),
    };
    await lockPlaces(tx, wanted.counterId);
    const same = await findSameVisit(tx, visit);
    const row = same ?? (await book(surroundings, tx, { ...visit, actor, isDesk: true }));
    return viewForDesk(surroundings, tx, { clerk, row });
  });

const isOfOffice =
  (clerk: Clerk) =>
  ({ administration }: { readonly administration: string }): boolean =>
    administration === clerk.administration;

export const moveFor: UseCase<OfAppointment & { readonly from: string }, DeskAppointment> = (
  surroundings,
  actor,
  { appointmentId: id, from },
) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    const row = await lockUpcoming(surroundings, tx, { id, isTheirs: isOfOffice(clerk) });
    const moved = await move(surroundings, tx, { actor, row, from: Date.parse(from), isDesk: true });
    return viewForDesk(surroundings, tx, { clerk, row: moved });
  });

/** Cancels an appointment and says why: whoever was to come reads it, and is told that there is something to read. */
export const cancelFor: UseCase<OfAppointment & { readonly reason: string }, DeskAppointment> = (
  surroundings,
  actor,
  { appointmentId: id, reason },
) =>
  surroundings.database.transaction(async (tx) => {
    const clerk = requireClerk(actor);
    const row = await lockUpcoming(surroundings, tx, { id, isTheirs: isOfOffice(clerk) });
    const canceled = await cancel(surroundings, tx, { actor, row, reason: requireReason(reason) });
    return viewForDesk(surroundings, tx, { clerk, row: canceled });
  });
