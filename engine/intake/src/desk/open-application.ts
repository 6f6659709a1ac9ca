import { requireClerk, type Actor, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  answersOfKnown,
  type ApplicationDraft,
  applicationForm,
  getDraft,
  type KnownAnswers,
  openForSomebody,
  ownProcedure,
  recordOpening,
  requireClerkCase,
} from '@irisflow/casework';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { nationalNumber } from '@irisflow/identifiers';
import { refuseCanceledNumber } from '@irisflow/parties';
import type { Surroundings, UseCase } from '../surroundings.ts';

/** By which way an office hears of a matter, or that it opens one of its own motion. */
export type DeskChannel = 'call' | 'visit' | 'mail' | 'message' | 'exOfficio';

export interface NewApplicant {
  readonly kind: 'new';
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly nationalNumber: string | null;
}

/** Somebody of whom there is a case, or somebody who is noted now. */
export type ForWhom = { readonly kind: 'applicant'; readonly caseId: string } | NewApplicant;

export interface OpenDirectly {
  readonly procedureKey: string;
  readonly channel: DeskChannel;
  /** The day on which it came in; null for today. */
  readonly receivedOn: string | null;
  readonly language: Locale;
  readonly who: ForWhom;
}

const requirePast = (receivedOn: string | null, today: string): void => {
  if (receivedOn === null || receivedOn <= today) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day until ${today}, but it is to have come in on ${receivedOn}`);
};

const requireNumber = (written: string | null): string | null => {
  if (written === null) return null;
  const checked = nationalNumber.check(written);
  if (checked.ok) return checked.value;
  throw new CaseworkError('INPUT_INVALID', 'Expected a national number whose check digits fit, but found another one');
};

interface Known {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly answers: KnownAnswers;
}

const noted = ({ firstName, lastName, email, phone, nationalNumber: number }: NewApplicant): Known => {
  const name = `${firstName.trim()} ${lastName.trim()}`.trim();
  const answers = {
    name,
    'given-name': firstName.trim(),
    'family-name': lastName.trim(),
    email,
    tel: phone,
    nationalNumber: number,
  };
  return { personId: null, name, email, answers };
};

/** Whoever fills a form for an applicant looks into what is known of them. */
const known = async (surroundings: Surroundings, actor: Actor, who: ForWhom): Promise<Known> => {
  if (who.kind === 'new') {
    const number = requireNumber(who.nationalNumber);
    if (number !== null) await refuseCanceledNumber(surroundings, surroundings.database, number);
    return noted({ ...who, nationalNumber: number });
  }
  return surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, who.caseId);
    await recordOpening(surroundings, tx, { clerk, row });
    const { person_id: personId, applicant: name, applicant_email: email } = row;
    return { personId, name, email, answers: { name, email } };
  });
};

const channelDay = ({ receivedOn }: OpenDirectly, today: string): string | null =>
  receivedOn === today ? null : receivedOn;

interface Opening {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly wanted: OpenDirectly;
  readonly today: string;
}

const open = async (surroundings: Surroundings, { actor, clerk, wanted, today }: Opening): Promise<string> => {
  const procedure = await ownProcedure(surroundings, clerk.administration, wanted.procedureKey);
  const { personId, name, email, answers } = await known(surroundings, actor, wanted.who);
  return openForSomebody(surroundings, {
    actor,
    clerk,
    procedure,
    personId,
    subject: surroundings.random.id(),
    applicant: { name, email },
    language: wanted.language,
    answers: answersOfKnown(applicationForm(procedure), answers),
    channel: wanted.channel,
    receivedOn: channelDay(wanted, today),
    contactId: null,
  });
};

/** Opens an application that a clerk fills for somebody: at the counter, from paper, by telephone or of the office's own motion. */
export const openDirectly: UseCase<OpenDirectly, ApplicationDraft> = async (surroundings, actor, wanted) => {
  const clerk = requireClerk(actor);
  const today = dayOf(surroundings.clock.now());
  requirePast(wanted.receivedOn, today);
  const id = await open(surroundings, { actor, clerk, wanted, today });
  return getDraft(surroundings, actor, { draftId: id });
};
