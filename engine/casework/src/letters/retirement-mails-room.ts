import { actingFor, requireMachine, room, type UseCaseOn } from '@irisflow/access';
import type { MailingSurroundings } from './mail-news.ts';
import { tellOfRetirements } from './tell-of-retirements.ts';

/** What the platform does by itself, at once. */
const tellOfEnds: UseCaseOn<MailingSurroundings, Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await tellOfRetirements(actingFor(surroundings, actor, 'notices'));
};

/** Words to whoever began an application of a procedure that ends. */
export const retirementMailsRoom = (surroundings: MailingSurroundings) => room(surroundings, { tellOfEnds });
