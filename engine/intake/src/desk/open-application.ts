import { requireClerk, type Actor, type Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  answersOfKnown,
  type ApplicationDraft,
  applicationForm,
  getDraft,
  openForSomebody,
  ownProcedure,
} from '@irisflow/casework';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { requireForCompanies } from '../opening/require-for-companies.ts';
import { type ForWhom, knownApplicant } from './for-whom.ts';

/** By which way an office hears of a matter, or that it opens one of its own motion. */
export type DeskChannel = 'call' | 'visit' | 'mail' | 'message' | 'exOfficio';

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
  const { language, who } = wanted;
  if (who.kind === 'company') requireForCompanies(procedure);
  const asking = { actor, administration: clerk.administration, language };
  const { personId, name, email, answers } = await knownApplicant(surroundings, asking, who);
  return openForSomebody(surroundings, {
    actor,
    clerk,
    procedure,
    personId,
    subject: surroundings.random.id(),
    applicant: { name, email },
    language,
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
