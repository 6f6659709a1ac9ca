import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { givenPublished, sampleProcedureChanging } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer } from '../start/create-mailer.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';

interface Mail {
  readonly text: string;
}

interface Description {
  key: string;
  mailLink?: boolean;
}

describe('applying without an identity, by a link to an address', () => {
  let given: TestPlatform;
  let sandbox: Sandbox;
  let address = 0;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
    const { settings, secrets } = sandbox;
    const mailer = createMailer({ settings, secrets });
    given = await openTestPlatform({}, undefined, mailer === null ? {} : { mailer });
    const name = { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' };
    const system = { kind: 'job', name: 'operator' } as const;
    await given.casework.identity.seedAdministrations(system, { administrations: [{ key: 'housing', name }] });
    await givenPublished(
      given.casework,
      sampleProcedureChanging('procedure.json', (description: Description) => {
        description.mailLink = true;
      }),
    );
  });
  afterAll(async () => {
    await given.close();
    await sandbox.stop();
  });

  const cookieOf = (cookies: unknown, name: string): string =>
    [cookies ?? []]
      .flat()
      .map(String)
      .find((one) => one.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  /** A browser keeps what says that it is the same one, and has an address of its own: asking is limited. */
  const browser = () => {
    const remoteAddress = `10.2.0.${(address += 1)}`;
    let cookie = '';
    const post = async (url: string, payload: object) => {
      const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: 'http://localhost' };
      const answer = await given.app.inject({ method: 'POST', url, remoteAddress, headers, payload });
      const kept = cookieOf(answer.headers['set-cookie'], '__Host-irisflow-link');
      if (kept !== '') cookie = kept;
      return answer;
    };
    const ask = (email: string, procedureKey = 'rent-aid') =>
      post('/api/mail-links', { email, procedureKey, language: 'fr' });
    const open = (token: string) => post('/api/mail-links/opening', { token });
    return { ask, open };
  };

  const mailsTo = async (to: string): Promise<Mail[]> =>
    (await (await fetch(`${sandbox.mailUrl}/api/messages?to=${encodeURIComponent(to)}`)).json()) as Mail[];
  const tokensTo = async (to: string): Promise<string[]> => {
    const mails = await mailsTo(to);
    const newest = mails.find(({ text }) => text.includes('link#'));
    return [...(newest?.text ?? '').matchAll(/link#(\S+)/g)].map(([, token = '']) => token);
  };

  const enter = async (who: ReturnType<typeof browser>, token: string) => {
    const answer = await who.open(token);
    expect(answer.statusCode).toBe(200);
    const cookie = cookieOf(answer.headers['set-cookie'], '__Host-irisflow');
    const { csrfToken } = await visitor(given.app, { cookie }).ask<{ csrfToken: string }>('getSession');
    const someone: Visitor = visitor(given.app, { cookie, 'x-csrf-token': csrfToken, 'sec-fetch-site': 'same-origin' });
    return { path: answer.json<{ path: string }>().path, someone };
  };
  const applying = { body: { procedureKey: 'rent-aid', language: 'fr' } };
  const refused = (code: string) => ({ code });

  it('opens one application, comes back to it, and then to its case, and to nothing else', async () => {
    const who = browser();
    expect((await who.ask('Ada@Example.org')).statusCode).toBe(204);
    const first = await enter(who, (await tokensTo('ada@example.org'))[0] ?? '');
    expect(first.path).toBe('/procedures/rent-aid/application');
    const draft = await first.someone.ask<{ id: string; data: object; unavailable: object[] }>('createDraft', applying);
    // Nobody knows by which number to ask a source: asking again would not help.
    expect(draft.unavailable).toEqual([expect.objectContaining({ reason: 'notApplicable' })]);

    // when they ask again, the mail leads to what was begun, and to a new one
    await who.ask('ada@example.org');
    const [begun = '', fresh = ''] = await tokensTo('ada@example.org');
    const second = await enter(who, begun);
    expect(second.path).toBe(`/applications/${draft.id}`);
    const params = { draftId: draft.id };
    const data = { ...draft.data, nationalNumber: '85000099712', lastName: 'Ada', rent: 700, hasLease: false };
    const submission = { params, body: { data, language: 'fr' } };
    const { caseId } = await second.someone.ask<{ caseId: string }>('submitApplication', submission);
    expect((await second.someone.call('getMyCase', { params: { caseId } })).statusCode).toBe(200);
    expect((await second.someone.call('createDraft', applying)).json()).toMatchObject(refused('FORBIDDEN'));

    // and the new one sees nothing of it
    const other = await enter(who, fresh);
    expect(other.path).toBe('/procedures/rent-aid/application');
    expect((await other.someone.call('getMyCase', { params: { caseId } })).json()).toMatchObject(refused('NOT_FOUND'));
    expect(await other.someone.ask('listMyCases')).toEqual([]);
  });

  it('works once, soon, and in the browser in which it was asked for', async () => {
    const who = browser();
    await who.ask('bob@example.org');
    const [token = ''] = await tokensTo('bob@example.org');
    expect((await browser().open(token)).json()).toMatchObject(refused('LINK_OVER'));
    const both = await Promise.all([who.open(token), who.open(token)]);
    expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]));
    expect((await who.open(token)).json()).toMatchObject(refused('LINK_OVER'));
    await who.ask('bob@example.org');
    const [late = ''] = await tokensTo('bob@example.org');
    given.clock.pass(21);
    expect((await who.open(late)).json()).toMatchObject(refused('LINK_OVER'));
    expect((await who.open('x'.repeat(43))).json()).toMatchObject(refused('LINK_OVER'));
  });

  it('answers every address the same, whoever is known there, and fills nobody’s mailbox', async () => {
    await givenPerson(given.app, given.casework, { name: 'Carl', roles: ['citizen'] });
    const answers = [];
    for (const email of ['ada@example.org', 'nobody@example.org', 'carl@example.org']) {
      const answer = await browser().ask(email);
      answers.push([answer.statusCode, answer.body, Object.keys(answer.headers).toSorted().join()]);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    for (let asked = 0; asked < 6; asked += 1) expect((await browser().ask('dan@example.org')).statusCode).toBe(204);
    expect(await mailsTo('dan@example.org')).toHaveLength(4);
  });

  it('is offered by the procedures that say so, and by no others', async () => {
    expect((await browser().ask('eva@example.org', 'no-such-thing')).json()).toMatchObject(refused('NOT_FOUND'));
    expect(await mailsTo('eva@example.org')).toEqual([]);
    const stored = await given.database.query('select * from casework.mail_link');
    const [token = 'none'] = await tokensTo('bob@example.org');
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});
