import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scopeOf, type PersonActor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('by which ways somebody is reached', () => {
  let given: TestCasework;
  let citizen: PersonActor;
  let people = 0;

  const reach = () => given.casework.reach;
  const gives = (email: string | null) =>
    given.casework.mandates.saveMyParty(citizen, { language: null, email, phone: null, address: null });
  const sentCode = (): string => /\b\d{6}\b/.exec(given.mails.at(-1)?.text ?? '')?.[0] ?? '';
  const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const shows = (code: string) => reach().showEmailCode(citizen, { code });
  const refused = (code: string) => expect.objectContaining({ code });

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  beforeEach(async () => {
    people += 1;
    given.clock.set(`2026-11-25T${String(people).padStart(2, '0')}:00:00.000Z`);
    citizen = (await givenCitizen(given.casework, `Léa ${people}`)) as PersonActor;
    given.mails.length = 0;
  });
  afterAll(() => given.close());

  test('nobody who chose nothing is written to electronically, and a choice is dated, taken back and kept', async () => {
    expect(await reach().getMyReach(citizen, {})).toMatchObject({ channels: [], byPost: true, hasChosen: false });

    const chosen = await reach().chooseChannels(citizen, { channels: ['mail', 'portal'] });
    expect(chosen).toMatchObject({ byPost: false, hasChosen: true });
    expect(new Set(chosen.channels)).toEqual(new Set(['mail', 'portal']));

    given.clock.set('2026-11-26T09:00:00.000Z');
    const left = await reach().chooseChannels(citizen, { channels: ['portal', 'post'] });
    expect(left.byPost).toBe(true);
    expect(left.history).toEqual(
      expect.arrayContaining([
        { channel: 'mail', chosenAt: expect.stringContaining('2026-11-25'), withdrawnAt: '2026-11-26T09:00:00.000Z' },
        // what stands keeps its day
        { channel: 'portal', chosenAt: expect.stringContaining('2026-11-25'), withdrawnAt: null },
        { channel: 'post', chosenAt: '2026-11-26T09:00:00.000Z', withdrawnAt: null },
      ]),
    );
    expect((await reach().chooseChannels(citizen, { channels: [] })).byPost).toBe(true);
  });

  test('two choices at once leave one of them, and no channel twice', async () => {
    await Promise.all([
      reach().chooseChannels(citizen, { channels: ['portal', 'mail'] }),
      reach().chooseChannels(citizen, { channels: ['portal'] }),
      reach().chooseChannels(citizen, { channels: ['portal', 'mail'] }),
    ]);
    const { channels, history } = await reach().getMyReach(citizen, {});
    expect(history.filter(({ channel, withdrawnAt }) => channel === 'portal' && withdrawnAt === null)).toHaveLength(1);
    expect(channels).toHaveLength(new Set(channels).size);
  });

  test('an address is proven by the code that was sent there, once, and anew when it changes', async () => {
    await gives('ada@example.org');
    await reach().sendEmailCode(citizen, {});
    expect(given.mails).toMatchObject([{ to: 'ada@example.org', subject: 'Votre code de vérification' }]);
    const code = sentCode();
    expect(await shows(` ${code} `)).toMatchObject({ email: { value: 'ada@example.org', isVerified: true } });
    await expect(shows(code)).rejects.toEqual(refused('CODE_OVER'));
    // the same again changes nothing
    await gives('ada@example.org');
    expect((await reach().getMyReach(citizen, {})).email?.isVerified).toBe(true);
    await gives('other@example.org');
    expect((await reach().getMyReach(citizen, {})).email).toEqual({ value: 'other@example.org', isVerified: false });
  });

  test('the address that the provider vouches for needs no code', async () => {
    await gives('lea@example.org');
    expect((await reach().getMyReach(citizen, {})).email?.isVerified).toBe(true);
  });

  test('a code for another address, one that is too old and one of somebody else open nothing', async () => {
    await gives('ada@example.org');
    await reach().sendEmailCode(citizen, {});
    const code = sentCode();
    await gives('victim@example.org');
    await expect(shows(code)).rejects.toEqual(refused('CODE_OVER'));
    expect((await reach().getMyReach(citizen, {})).email?.isVerified).toBe(false);

    await reach().sendEmailCode(citizen, {});
    const neighbor = await givenCitizen(given.casework, `Noor ${people}`);
    await expect(reach().showEmailCode(neighbor, { code: sentCode() })).rejects.toEqual(refused('CODE_OVER'));
    given.clock.set(new Date(given.clock.now() + 15 * 60_000).toISOString());
    await expect(shows(sentCode())).rejects.toEqual(refused('CODE_OVER'));
  });

  test('a code can be tried five times, also all at once, and a new one takes its place', async () => {
    await gives('ada@example.org');
    await reach().sendEmailCode(citizen, {});
    const code = sentCode();
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => shows(otherThan(code))));
    const reasons = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'let in'));
    expect(reasons.filter((one) => one === 'CODE_WRONG')).toHaveLength(5);
    await expect(shows(code)).rejects.toEqual(refused('CODE_OVER'));
    await reach().sendEmailCode(citizen, {});
    await shows(sentCode());
  });

  test('nobody’s mailbox is filled with codes, nor by many people', async () => {
    await gives('ada@example.org');
    for (let sent = 0; sent < 4; sent += 1) await reach().sendEmailCode(citizen, {});
    await expect(reach().sendEmailCode(citizen, {})).rejects.toEqual(refused('TOO_MANY_CODES'));
    citizen = (await givenCitizen(given.casework, `Noor ${people}`)) as PersonActor;
    await gives('ADA@example.org');
    await expect(reach().sendEmailCode(citizen, {})).rejects.toEqual(refused('TOO_MANY_CODES'));
    expect(given.mails).toHaveLength(4);
  });

  test('without an address, and while no mail server takes it, nothing is sent', async () => {
    await expect(reach().sendEmailCode(citizen, {})).rejects.toEqual(refused('NOT_FOUND'));
    await gives('eva@example.org');
    given.breakMails(true);
    await expect(reach().sendEmailCode(citizen, {})).rejects.toEqual(refused('MAIL_UNAVAILABLE'));
    given.breakMails(false);
  });

  test('a mandate for a few procedures is none to choose', async () => {
    const other = (await givenCitizen(given.casework, `Omar ${people}`)) as PersonActor;
    const party = { id: other.person.partyId, kind: 'person', name: other.person.name } as const;
    const acting = { mandateId: 'm', party, procedures: ['rent-aid'], mayDelegate: false };
    await expect(reach().chooseChannels({ ...citizen, acting }, { channels: [] })).rejects.toEqual(
      refused('FORBIDDEN'),
    );
    const all = { ...citizen, acting: { ...acting, procedures: null } };
    await reach().chooseChannels(all, { channels: ['portal'] });
    expect((await reach().getMyReach(other, {})).channels).toEqual(['portal']);
    expect((await reach().getMyReach(citizen, {})).channels).toEqual([]);
  });

  test('the second wall: offices read the choices of whom they know, change none, and nobody erases one', async () => {
    await reach().chooseChannels(citizen, { channels: ['portal'] });
    await givenCase(given.casework, citizen);
    const [own, elsewhere] = [
      await givenStaff(given.casework, { name: 'Nadia', roles: ['agent'] }),
      await givenStaff(given.casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' }),
    ];
    const of = `where party_id = '${citizen.person.partyId}'`;
    const rows = (actor: Parameters<typeof scopeOf>[0]) =>
      given.database.as(scopeOf(actor)).query(`select channel from casework.channel_choice ${of}`);
    expect(await rows(own)).toHaveLength(1);
    expect(await rows(elsewhere)).toEqual([]);
    const asOffice = given.database.as(scopeOf(own));
    expect(
      await asOffice.query(
        `update casework.channel_choice set withdrawn_by = 'x', withdrawn_at = now() ${of} returning 1`,
      ),
    ).toEqual([]);
    expect(await asOffice.query(`select 1 from casework.contact_code`)).toEqual([]);
    const asSelf = given.database.as(scopeOf(citizen));
    await expect(asSelf.query('delete from casework.channel_choice')).rejects.toThrow(/permission denied/);
    await expect(asSelf.query('update casework.channel_choice set chosen_at = now()')).rejects.toThrow(
      /permission denied/,
    );
  });
});
