import { randomBytes } from 'node:crypto';
import type { Actor } from '@irisflow/access';
import type { mailLinkOperations } from '../api/contract/mail-links.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const system: Actor = { kind: 'job', name: 'signIn' };

export const createMailLinkHandlers = ({
  casework: { applications, cases, identity, mailLinks, reach },
}: HandlerOptions): Handlers<keyof typeof mailLinkOperations> => {
  /** Whatever an account of a link has is the one thing that the link is for. */
  const placeOf = async (actor: Actor, procedureKey: string): Promise<string> => {
    const [draft] = await applications.listDrafts(actor, {});
    if (draft !== undefined) return `/applications/${draft.id}`;
    const [one] = await cases.listMyCases(actor, {});
    return one === undefined ? `/procedures/${procedureKey}/application` : `/my/cases/${one.id}`;
  };

  return {
    askMailLink: async ({ body, linkBrowser }) => {
      const browser = linkBrowser.value ?? randomBytes(32).toString('base64url');
      await mailLinks.askMailLink(system, { ...body, browser });
      linkBrowser.set(browser);
    },
    openMailLink: async ({ body, linkBrowser, session, userAgent }) => {
      const { claims, procedureKey } = await mailLinks.openMailLink(system, { ...body, browser: linkBrowser.value });
      const { id } = await identity.upsertPerson(system, claims);
      const previous = session.value === null ? {} : { previousToken: session.value };
      const { token, actor } = await identity.signIn(system, { personId: id, userAgent, level: 'low', ...previous });
      session.set(token);
      // Nobody knows another way to reach them; whoever asks for a link by mail agrees to mails.
      if (!(await reach.getMyReach(actor, {})).hasChosen)
        await reach.chooseChannels(actor, { channels: ['portal', 'mail'] });
      return { path: await placeOf(actor, procedureKey) };
    },
  };
};
