import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf } from '@irisflow/forms';
import { type Actor, appendAudit } from '@irisflow/access';
import { dayOf, instantAt } from '@irisflow/calendar';
import { isoOf, locales, type FormData, type Locale } from '@irisflow/foundation';
import { findPartyRow, refuseCanceledNumber } from '@irisflow/parties';
import { type PublishedProcedure, refuseRetired, refuseTooLate } from '@irisflow/procedures';
import { keepApart, setApart } from '@irisflow/restricted';
import { administrationName, timelineActor } from '../cases/actor-names.ts';
import { moveCase } from '../cases/move-case.ts';
import { ownStatusAt } from '../cases/own-status.ts';
import { timelineText } from '../cases/timeline-texts.ts';
import { noteContact } from '../contacts/note-contact.ts';
import { nextCaseNumber } from '../storage/applications.ts';
import { closeCaseRow, findCase, insertCase, insertStatusChange } from '../storage/cases.ts';
import { insertOutbox } from '../storage/outbox.ts';
import { insertParty, type NewParty } from '../storage/parties.ts';
import { insertTimelineEntry, type NewTimelineEntry } from '../storage/timeline.ts';
import type { Surroundings } from '../surroundings.ts';
import { startOfficeTerms } from '@irisflow/terms';
import type { CaseChannel, PrefilledValue, SubmissionReceipt } from '../views/application.ts';
import type { Applicant } from './applicant.ts';
import { applicationForm } from './application-form.ts';
import { caseLanguages, type CaseLanguages } from './case-languages.ts';
import { caseReference } from './case-reference.ts';

/** Everything that a case begins with, by whichever way it came in. */
export interface Matter {
  readonly actor: Actor;
  readonly procedure: PublishedProcedure;
  readonly applicant: Applicant;
  /** The number that the office was told, where nobody knows one. */
  readonly told: string | null;
  /** Answers that hold, and where those came from that nobody typed. */
  readonly data: FormData;
  readonly prefill: readonly PrefilledValue[];
  /** Of the case, unless the answers choose another one. */
  readonly language: Locale;
  readonly channel: CaseChannel;
  /** The day it came in, where that was before it is entered. */
  readonly receivedOn: string | null;
  /** The day from which the terms of the office run, where that is not the day on which it came in. */
  readonly termsFrom?: string;
  /** The clerk who entered it; null where people fill their own, and where nobody did. */
  readonly openedBy: string | null;
  readonly draftId: string | null;
  /** What somebody said, of which it comes. */
  readonly contactId: string | null;
  /** What an earlier system calls it: the desk finds it by that too. */
  readonly knownAs?: string;
  /** The day on which it had ended, where it was over before it came: it gets no process, and no term runs. */
  readonly endedOn?: string;
  /** What the audit says beside the reference. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** As the applicant chose in the form, where the procedure asks for it; they never change by themselves again. */
const languagesOf = async (
  tx: Queryable,
  { procedure, language, data, applicant, channel }: Matter,
): Promise<CaseLanguages> => {
  const field = procedure.description.application.languageField;
  const answer = field === undefined ? undefined : readAt(data, segmentsOf(field));
  const isOwn = channel === 'portal';
  return caseLanguages(await findPartyRow(tx, applicant.id), {
    chosen: locales.find((locale) => locale === answer) ?? (isOwn ? undefined : language),
    reading: isOwn ? language : undefined,
  });
};

const nextReference = async (tx: Queryable, prefix: string, today: string): Promise<string> => {
  const year = Number(today.slice(0, 4));
  return caseReference({ prefix, year, number: await nextCaseNumber(tx, { prefix, year }) });
};

interface Contact {
  readonly applicantEmail: string | null;
  readonly isApplicantEmailVerified: boolean;
}

/** An address that the identity provider vouches for counts before one that somebody typed. */
const contactOf = (data: FormData, { email, isEmailVerified }: Applicant): Contact => {
  if (isEmailVerified && email !== null) return { applicantEmail: email, isApplicantEmailVerified: true };
  const candidates = ['/email', '/contact/email', '/applicant/email'].map((pointer) =>
    readAt(data, segmentsOf(pointer)),
  );
  const found = candidates.find((value) => typeof value === 'string' && value !== '');
  return { applicantEmail: typeof found === 'string' ? found : email, isApplicantEmailVerified: false };
};

/**
 * A person's own row keeps their sealed number; that of somebody who never signed in is sealed for this case. By its index, or
 * by that of a company's number, sources know whom they are asked about.
 */
const applicantParty = (
  { random, numbers, clock }: Surroundings,
  caseId: string,
  { applicant, told, procedure }: Matter,
): NewParty => {
  const id = random.id();
  const number = applicant.nationalNumber ?? told ?? applicant.enterpriseNumber ?? null;
  return {
    id,
    caseId,
    administration: procedure.administration,
    role: 'applicant',
    personId: applicant.id,
    numberSealed: applicant.nationalNumber === null && told !== null ? numbers.seal(told, id) : null,
    numberIndex: number === null ? null : numbers.index(number),
    since: isoOf(clock.now()),
  };
};

/** What the applicant did themselves, or what the administration did with what it knows. */
const firstEntry = ({ actor, channel }: Matter): Pick<NewTimelineEntry, 'text' | 'actor'> => {
  if (channel === 'portal') return { text: timelineText('submitted'), actor: timelineActor(actor) };
  if (channel === 'import') return { text: timelineText('imported'), actor: administrationName };
  const isOwn = channel === 'exOfficio' || channel === 'case' || channel === 'schedule';
  return { text: timelineText(isOwn ? 'openedByOffice' : 'registered'), actor: administrationName };
};

/** The clocks of the office run and its process begins. */
const begin = async (surroundings: Surroundings, tx: Queryable, { id, matter }: Filed): Promise<void> => {
  const { procedure, receivedOn, termsFrom } = matter;
  const at = surroundings.clock.now();
  // What came by post runs from the day on which it came, whenever somebody enters it.
  const day = termsFrom ?? receivedOn ?? dayOf(at);
  await startOfficeTerms(surroundings, tx, { id, administration: procedure.administration, procedure, day });
  await insertOutbox(tx, { caseId: id, message: { kind: 'startProcess' }, at });
};

interface Filed {
  readonly id: string;
  readonly matter: Matter;
}

/** What was over before it came is kept from the day on which it had ended. */
const end = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, day }: { id: string; day: string },
): Promise<void> => {
  const row = await findCase(tx, id);
  if (row !== undefined) await moveCase(surroundings, tx, row, 'closed');
  await closeCaseRow(tx, { id, at: instantAt(day, '12:00') ?? surroundings.clock.now() });
};

/** What an earlier system had began there. What was begun here before the end is filed a while longer. */
const refuseEnded = async (
  surroundings: Surroundings,
  tx: Queryable,
  { channel, draftId, procedure: { key }, receivedOn }: Matter,
): Promise<void> => {
  if (channel === 'import') return;
  const refuse = draftId === null ? refuseRetired : refuseTooLate;
  await refuse(surroundings, tx, { key, receivedOn });
};

/** Case, applicant, first timeline entry, term and the order to start the process: all of it or nothing. */
export const fileCase = async (
  surroundings: Surroundings,
  tx: Queryable,
  matter: Matter,
): Promise<SubmissionReceipt> => {
  const { actor, procedure, applicant, data, receivedOn, channel, openedBy, draftId } = matter;
  const { administration, description } = procedure;
  await refuseEnded(surroundings, tx, matter);
  if (matter.told !== null) await refuseCanceledNumber(surroundings, tx, matter.told);
  const at = surroundings.clock.now();
  const today = dayOf(at);
  const caseId = surroundings.random.id();
  const reference = await nextReference(tx, description.reference, today);
  const kept = setApart(applicationForm(procedure), matter);
  await insertCase(tx, {
    id: caseId,
    administration,
    reference,
    procedureKey: procedure.key,
    procedureVersion: procedure.version,
    personId: applicant.id,
    applicant: applicant.name,
    ...contactOf(data, applicant),
    ...(await languagesOf(tx, matter)),
    data: kept.data,
    prefill: kept.prefill,
    at,
    draftId,
    channel,
    receivedOn,
    openedBy,
    knownAs: matter.knownAs ?? '',
    ownStatus: ownStatusAt(description, { status: 'submitted', milestone: null }),
  });
  await keepApart(tx, { caseId, administration }, kept.apart);
  await insertParty(tx, applicantParty(surroundings, caseId, matter));
  await insertStatusChange(tx, { caseId, administration, status: 'submitted', at });
  if (matter.contactId !== null) await noteContact(tx, actor, { contactId: matter.contactId, caseId, at });
  await insertTimelineEntry(tx, {
    caseId,
    administration,
    at,
    kind: 'submitted',
    ...firstEntry(matter),
    visibleToApplicant: true,
  });
  if (matter.endedOn === undefined) await begin(surroundings, tx, { id: caseId, matter });
  else await end(surroundings, tx, { id: caseId, day: matter.endedOn });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'application.submitted',
    object: `case:${caseId}`,
    administration,
    detail: { reference, ...matter.detail },
  });
  return { caseId, reference, receivedAt: isoOf(at) };
};
