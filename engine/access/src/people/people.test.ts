import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { IdentityClaims } from '../identity/write-account.ts';
import type { Role } from '../views/person.ts';
import {
  openTestCasework,
  type TestCasework,
  actorFor,
  anonymous,
  givenAdministrations,
  numberOfCitizen,
  system,
} from '@irisflow/platform/testing';

const names = { fr: 'Eau', nl: 'Water', en: 'Water' };

describe.each([usualStore])('people on %s', (kind) => {
  let given: TestCasework;
  let platform: Actor;
  const rooms = () => given.casework.people;

  const signedIn = async (subject: string, claims: Partial<IdentityClaims> = {}): Promise<Actor> =>
    actorFor(
      await given.casework.identity.upsertPerson(system, {
        issuer: 'https://idp.example',
        subject,
        name: `Person ${subject}`,
        language: 'fr',
        roles: ['citizen'],
        rolesFrom: 'here',
        ...claims,
      }),
    );

  const personOf = (actor: Actor) => {
    if (actor.kind !== 'person') throw new Error(`Expected a person, but found ${actor.kind}`);
    return actor.person;
  };

  const member = async (
    subject: string,
    roles: readonly Role[],
    administration = 'housing',
    claims: Partial<IdentityClaims> = {},
  ): Promise<Actor> => {
    await rooms().invite(system, { administration, roles, groups: [], issuer: 'https://idp.example', subject });
    return signedIn(subject, claims);
  };

  const lastAudit = async (action: string, chain = 'platform') => {
    const rows = await given.database.query<{ actor: string; outcome: string; detail: Record<string, unknown> }>(
      `select actor, outcome, detail from casework.audit_entry where action = $1 and chain = $2
        order by sequence desc limit 1`,
      [action, chain],
    );
    return rows[0];
  };

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
  }, 120_000);
  afterAll(() => given.close());

  describe('the first administrator', () => {
    test('is whoever brings the token of the last start, once', async () => {
      const stranger = await signedIn('stranger');
      const old = await rooms().announceFirstAdministrator(system, {});
      const token = await rooms().announceFirstAdministrator(system, {});
      const refusal = { code: 'FIRST_TOKEN_REFUSED' };
      await expect(rooms().redeemFirstAdministrator(stranger, { token: old ?? '' })).rejects.toMatchObject(refusal);
      expect(await lastAudit('firstAdministrator.redeemed')).toMatchObject({
        actor: `person:${personOf(stranger).id}`,
        outcome: 'refused',
      });
      await expect(rooms().redeemFirstAdministrator(anonymous, { token: token ?? '' })).rejects.toMatchObject({
        code: 'NOT_SIGNED_IN',
      });
      const rows = await given.database.query('select * from casework.first_administrator_token');
      expect(JSON.stringify(rows)).not.toContain(token);

      await rooms().redeemFirstAdministrator(await signedIn('first'), { token: ` ${token} ` });
      platform = await signedIn('first');
      expect(personOf(platform)).toMatchObject({ roles: ['citizen', 'administrator'], administration: null });
      await expect(rooms().redeemFirstAdministrator(stranger, { token: token ?? '' })).rejects.toMatchObject(refusal);
      expect(await rooms().announceFirstAdministrator(system, {})).toBeNull();
    });

    test('has a day to come', async () => {
      const other = await openTestCasework({ kind });
      const token = (await other.casework.people.announceFirstAdministrator(system, {})) ?? '';
      other.clock.set('2026-11-26T09:00:01Z');
      const late = actorFor(
        await other.casework.identity.upsertPerson(system, {
          issuer: 'i',
          subject: 'late',
          name: 'Late',
          language: 'fr',
          roles: ['citizen'],
        }),
      );
      await expect(other.casework.people.redeemFirstAdministrator(late, { token })).rejects.toMatchObject({
        code: 'FIRST_TOKEN_REFUSED',
      });
      await other.close();
    });

    test('is nobody whom only a claim calls so, and loses nothing to claims', async () => {
      const claimed = await signedIn('claimed', { roles: ['administrator'], rolesFrom: 'provider' });
      expect(personOf(claimed).roles).toEqual(['citizen']);
      const again = await signedIn('first', { roles: ['agent'], administration: 'taxi', rolesFrom: 'provider' });
      expect(personOf(again)).toMatchObject({ roles: ['citizen', 'administrator'], administration: null });
    });
  });

  test('administrations come from the platform alone, under keys that are free', async () => {
    const created = await rooms().createAdministration(platform, { key: 'water', name: names });
    expect(created).toEqual({ key: 'water', name: names, services: [], groups: [] });
    for (const key of ['water', 'platform'])
      await expect(rooms().createAdministration(platform, { key, name: names })).rejects.toMatchObject({
        code: 'ADMINISTRATION_EXISTS',
      });
    const housing = await member('head', ['administrator']);
    await expect(rooms().createAdministration(housing, { key: 'mine', name: names })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      rooms().renameAdministration(housing, { administration: 'housing', name: names }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await rooms().listAdministrations(housing, {})).items.map(({ key }) => key)).toEqual(['housing']);
    const first = await rooms().listAdministrations(platform, { limit: 2 });
    const rest = await rooms().listAdministrations(platform, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items].map(({ key }) => key)).toEqual(['housing', 'taxi', 'water']);
    expect(rest.nextCursor).toBeNull();
    expect((await rooms().listAdministrations(platform, { search: 'eau' })).total).toBe(1);
  });

  test('services and groups are of one administration, and stay while they are used', async () => {
    const head = await member('head-2', ['administrator']);
    await rooms().saveService(head, { administration: 'housing', key: 'rent', name: names });
    await rooms().saveGroup(head, { administration: 'housing', key: 'letters', service: 'rent', name: names });
    await rooms().invite(head, {
      administration: 'housing',
      roles: ['agent'],
      groups: ['letters'],
      email: 'A@B.example',
    });
    const detail = await rooms().getAdministration(head, { administration: 'housing' });
    expect(detail.groups).toEqual([{ key: 'letters', name: names, service: 'rent' }]);

    const used = { code: 'STILL_USED' };
    await expect(rooms().deleteService(head, { administration: 'housing', key: 'rent' })).rejects.toMatchObject(used);
    await expect(rooms().deleteGroup(head, { administration: 'housing', key: 'letters' })).rejects.toMatchObject(used);
    const [invitation] = await rooms().listInvitations(head, {});
    await rooms().withdrawInvitation(head, { invitationId: invitation?.id ?? '' });
    await rooms().deleteGroup(head, { administration: 'housing', key: 'letters' });
    expect((await rooms().deleteService(head, { administration: 'housing', key: 'rent' })).services).toEqual([]);

    const foreign = { code: 'NOT_FOUND' };
    await expect(rooms().getAdministration(head, { administration: 'taxi' })).rejects.toMatchObject(foreign);
    await expect(
      rooms().saveGroup(head, { administration: 'taxi', key: 'x', service: null, name: names }),
    ).rejects.toMatchObject(foreign);
  });

  describe('roles', () => {
    test('are given by invitation, to a verified address or a subject and to nobody else', async () => {
      const invitation = { administration: 'taxi', roles: ['agent'] as const, groups: ['taxi'] };
      await rooms().invite(platform, { ...invitation, email: 'Ada@Example.org' });
      await expect(rooms().invite(platform, { ...invitation, email: 'ada@example.org' })).rejects.toMatchObject({
        code: 'INVITATION_EXISTS',
      });
      const impostor = await signedIn('impostor', { email: 'ada@example.org' });
      expect(personOf(impostor).roles).toEqual(['citizen']);
      const ada = await signedIn('ada', { email: 'ada@example.org', isEmailVerified: true });
      expect(personOf(ada)).toMatchObject({ roles: ['citizen', 'agent'], groups: ['taxi'], administration: 'taxi' });
      expect(await lastAudit('invitation.accepted', 'taxi')).toMatchObject({ detail: { groups: ['taxi'] } });
    });

    test('are promised by each administration without the others, and given by the one that asked last', async () => {
      const roles = ['agent'] as const;
      const [housing, taxi] = [
        await member('head-h', ['administrator']),
        await member('head-t', ['administrator'], 'taxi'),
      ];
      const email = 'wanted@example.org';
      await rooms().invite(taxi, { administration: 'taxi', roles, groups: [], email });
      given.clock.set('2026-11-25T09:00:01Z');
      await rooms().invite(housing, { administration: 'housing', roles, groups: [], email });
      expect((await rooms().listInvitations(housing, {})).map((one) => one.administration)).toEqual(['housing']);
      await expect(
        rooms().invite(housing, { administration: 'housing', roles, groups: [], email }),
      ).rejects.toMatchObject({ code: 'INVITATION_EXISTS' });
      const wanted = await signedIn('wanted', { email, isEmailVerified: true });
      expect(personOf(wanted)).toMatchObject({ administration: 'housing' });
      given.clock.set('2026-11-25T09:00:00Z');
    });

    test('are not given to who works elsewhere: nobody is lured away', async () => {
      const clerk = await member('clerk-of-taxi', ['agent'], 'taxi');
      const again = await member('clerk-of-taxi', ['administrator'], 'housing');
      expect(personOf(again)).toMatchObject({ administration: 'taxi', roles: personOf(clerk).roles });
    });

    test('change at once and end the sessions of the person; nobody changes their own, under whatever account', async () => {
      const self = { nationalNumber: numberOfCitizen('head-3') };
      const head = await member('head-3', ['administrator'], 'housing', self);
      const too = await member('head-3-too', ['agent'], 'housing', self);
      const clerk = await member('clerk', ['agent']);
      const { id: personId } = personOf(clerk);
      const { token } = await given.casework.identity.signIn(system, { personId });
      const change = { personId, administration: 'housing', roles: ['agent', 'supervisor'] as const, groups: ['a'] };
      const changed = await rooms().changeStaff(head, change);
      expect(changed).toMatchObject({ roles: ['agent', 'supervisor'], groups: ['a'], isMe: false, rolesFrom: 'here' });
      expect(await given.casework.identity.resumeSession(system, { token })).toBeNull();
      expect((await lastAudit('person.rolesChanged', 'housing'))?.detail).toMatchObject({
        before: { roles: ['citizen', 'agent'] },
        after: { roles: ['agent', 'supervisor'] },
        sessions: 1,
      });
      const own = { ...change, personId: personOf(head).id, roles: ['administrator', 'auditor'] as const };
      for (const actor of [head, too])
        await expect(rooms().changeStaff(head, { ...own, personId: personOf(actor).id })).rejects.toMatchObject({
          code: 'OWN_ROLES',
        });
      await expect(rooms().changeStaff(clerk, change)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await rooms().removeStaff(head, { personId });
      expect(personOf(await signedIn('clerk'))).toMatchObject({ roles: ['citizen'], administration: null });
      await expect(rooms().removeStaff(head, { personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('of other administrations are out of reach, and so is the platform', async () => {
      const head = await member('head-4', ['administrator']);
      const foreign = personOf(await member('clerk-4', ['agent'], 'taxi')).id;
      const roles = ['agent'] as const;
      const missing = { code: 'NOT_FOUND' };
      for (const administration of ['housing', 'taxi', null])
        await expect(
          rooms().changeStaff(head, { personId: foreign, administration, roles, groups: [] }),
        ).rejects.toMatchObject(missing);
      await expect(rooms().removeStaff(head, { personId: personOf(platform).id })).rejects.toMatchObject(missing);
      const wished = { administration: null, roles: ['administrator'] as const, groups: [], email: 'me@example.org' };
      await expect(rooms().invite(head, wished)).rejects.toMatchObject(missing);
      expect((await rooms().listStaff(head, {})).items.every((one) => one.administration === 'housing')).toBe(true);
      await expect(rooms().listStaff(head, { administration: 'taxi' })).rejects.toMatchObject(missing);
    });

    test('of the last administrator stay, also when two remove each other at once', async () => {
      const administration = 'water';
      const one = await member('w1', ['administrator'], administration);
      const last = { code: 'LAST_ADMINISTRATOR' };
      await expect(rooms().removeStaff(platform, { personId: personOf(one).id })).rejects.toMatchObject(last);
      const two = await member('w2', ['administrator'], administration);
      const both = await Promise.allSettled([
        rooms().removeStaff(one, { personId: personOf(two).id }),
        rooms().removeStaff(two, { personId: personOf(one).id }),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((result) => result.status === 'rejected')).toMatchObject({ reason: last });
    });

    test('that the provider claims are not changed here', async () => {
      const head = await member('head-5', ['administrator']);
      const claims = { roles: ['agent'], administration: 'housing', rolesFrom: 'provider' } as const;
      const { id: personId } = personOf(await signedIn('claims', claims));
      await expect(rooms().removeStaff(head, { personId })).rejects.toMatchObject({ code: 'ROLES_FROM_PROVIDER' });
    });

    test('that nobody could use are refused', async () => {
      const invitation = { groups: [], email: 'who@example.org' };
      const invalid = { code: 'INPUT_INVALID' };
      await expect(
        rooms().invite(platform, { ...invitation, administration: 'taxi', roles: ['citizen'] }),
      ).rejects.toMatchObject(invalid);
      await expect(
        rooms().invite(platform, { ...invitation, administration: null, roles: ['agent'] }),
      ).rejects.toMatchObject(invalid);
      await expect(
        rooms().invite(platform, { administration: 'taxi', roles: ['agent'], groups: [] }),
      ).rejects.toMatchObject(invalid);
    });
  });

  test('are found by name, role and page; citizens are in no list', async () => {
    await signedIn('only-a-citizen');
    const all = await rooms().listStaff(platform, { limit: 100 });
    expect(all.items.some(({ name }) => name === 'Person only-a-citizen')).toBe(false);
    const found = await rooms().listStaff(platform, { search: 'HEAD', role: 'administrator', limit: 2 });
    expect(found.items).toHaveLength(2);
    const next = await rooms().listStaff(platform, { search: 'HEAD', limit: 2, cursor: found.nextCursor ?? '' });
    expect(next.items[0]?.id).not.toBe(found.items[0]?.id);
    expect(found.total).toBeGreaterThan(2);
  });

  test('see where they are signed in, and end it', async () => {
    const person = await signedIn('many-sessions');
    const personId = personOf(person).id;
    const { identity } = given.casework;
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
    const here = await identity.signIn(system, { personId, userAgent });
    const phone = await identity.signIn(system, { personId, userAgent: 'Mozilla/5.0 (iPhone) Version/18 Safari/604' });
    await identity.signIn(system, { personId });
    const sessions = await identity.listSessions(here.actor, { token: here.token });
    expect(sessions).toHaveLength(3);
    expect(sessions.find(({ isThisOne }) => isThisOne)?.device).toEqual({ browser: 'Edge', system: 'Windows' });
    const onPhone = sessions.find(({ device }) => device.system === 'iPhone')?.id ?? '';

    const stranger = await signedIn('stranger');
    await expect(identity.endSession(stranger, { sessionId: onPhone })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await identity.endSession(here.actor, { sessionId: onPhone });
    expect(await identity.resumeSession(system, { token: phone.token })).toBeNull();
    await identity.endOtherSessions(here.actor, { token: here.token });
    expect(await identity.listSessions(here.actor, { token: here.token })).toHaveLength(1);
    expect(await identity.resumeSession(system, { token: here.token })).not.toBeNull();
  });

  test('are sent away by the operator: one of them everywhere, or everybody', async () => {
    const { identity } = given.casework;
    await identity.endSessionsOf(system, { who: 'everybody' });
    const one = personOf(await signedIn('taken-over'));
    const other = await member('colleague', ['agent']);
    const open = async (personId: string) => (await identity.signIn(system, { personId })).token;
    const tokens = [await open(one.id), await open(one.id), await open(personOf(other).id)];
    const areOpen = () =>
      Promise.all(tokens.map(async (token) => (await identity.resumeSession(system, { token })) !== null));

    const who = { issuer: 'https://idp.example', subject: 'taken-over' };
    expect(await identity.endSessionsOf(system, { who })).toBe(2);
    expect(await areOpen()).toEqual([false, false, true]);
    expect(await identity.endSessionsOf(system, { who: 'everybody' })).toBe(1);
    expect(await areOpen()).toEqual([false, false, false]);
    expect(await lastAudit('session.ended')).toMatchObject({ actor: 'job:operator', detail: { sessions: 1 } });

    const stranger = { who: { ...who, subject: 'nobody' } };
    await expect(identity.endSessionsOf(system, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(identity.endSessionsOf(other, { who })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('leave at the provider with the token that their own session alone opens', async () => {
    const personId = personOf(await signedIn('leaver')).id;
    const { identity } = given.casework;
    const { actor, token } = await identity.signIn(system, { personId, idToken: 'header.claims.signature' });
    const rows = await given.database.query('select * from casework.session');
    expect(JSON.stringify(rows)).not.toContain('header.claims');
    expect(await identity.signOut(actor, { token })).toEqual({ idToken: 'header.claims.signature' });
  });

  test('requests are counted in windows, from every process at once', async () => {
    const count = () => given.casework.limits.countRequest(system, { key: 'address:1', windowMs: 60_000 });
    const counted = await Promise.all(Array.from({ length: 20 }, count));
    expect(counted.map((one) => one.count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
    given.clock.set('2026-11-25T09:01:00Z');
    expect(await count()).toEqual({ count: 1, endsInMs: 60_000 });
  });
});
