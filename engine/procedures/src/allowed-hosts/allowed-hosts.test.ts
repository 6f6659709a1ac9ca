import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
} from '@irisflow/platform/testing';

describe.each([usualStore])('allowed hosts on %s', (kind) => {
  let given: TestCasework;
  let administrator: Actor;
  let stranger: Actor;
  let caseId = '';

  const hosts = () => given.casework.allowedHosts;
  const allow = (host: string, by: Actor = administrator) =>
    hosts().allowHost(by, { connectorType: 'http-json', host, purpose: 'parking permits' });
  const connector = (type = 'http-json'): Actor => ({
    ...connectorOf(caseId),
    connector: type,
    work: { job: '77', process: 'rent-aid', element: 'call' },
  });
  const reachable = async (type?: string) => (await hosts().findAllowedHosts(connector(type), {})).hosts;

  beforeAll(async () => {
    given = await openTestCasework({ kind, privateHosts: ['parking.internal:8080'] });
    const { casework } = given;
    await givenAdministrations(casework);
    administrator = await givenStaff(casework, { name: 'Ada', roles: ['administrator'] });
    stranger = await givenStaff(casework, { name: 'Tim', roles: ['administrator'], administration: 'taxi' });
    await givenPublished(casework);
    const citizen = await givenCitizen(casework);
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    ({ caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
  });
  afterAll(() => given.close());

  test('are none until an administrator of the case’s administration allows one', async () => {
    expect(await reachable()).toEqual([]);
    await allow('api.example.org', stranger);
    expect(await reachable()).toEqual([]);
    await allow('API.example.org.');
    expect(await reachable()).toEqual(['api.example.org']);
    expect(await reachable('letter')).toEqual([]);
    expect((await hosts().listAllowedHosts(administrator, {})).length).toBe(1);
  });

  test('allowing twice changes nothing, and a host that is removed is gone', async () => {
    const first = await allow('twice.example.org:8443');
    expect(await allow('twice.example.org:8443')).toEqual(first);
    await expect(hosts().removeAllowedHost(stranger, { allowedHostId: first.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await hosts().removeAllowedHost(administrator, { allowedHostId: first.id });
    expect(await reachable()).not.toContain('twice.example.org:8443');
  });

  test.each([
    ['localhost:8080', 'ownPlatform'],
    ['localhost', 'ownPlatform'],
    ['127.1:26500', 'privateHost'],
    ['2130706433', 'privateHost'],
    ['[::ffff:127.0.0.1]:8080', 'privateHost'],
    ['169.254.169.254', 'privateHost'],
    ['database', 'privateHost'],
    ['printer.local', 'privateHost'],
    ['other.internal:8080', 'privateHost'],
    ['https://example.org', 'hostName'],
    ['example.org/path', 'hostName'],
    ['user@example.org', 'hostName'],
    ['', 'hostName'],
  ])('%s is refused, and the refusal says why at its field', async (host, keyword) => {
    await expect(allow(host)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: '/host', keyword }],
    });
  });

  test('a private host is for the operator to name first', async () => {
    expect(await allow('parking.internal:8080')).toMatchObject({ host: 'parking.internal:8080', addedBy: 'Ada' });
  });

  test('a refused attempt is audited with its host', async () => {
    await hosts().reportRefusedHost(connector(), { host: 'evil.example.org' });
    const [entry] = await given.database.query<{ object: string; detail: unknown }>(
      "select object, detail from casework.audit_entry where action = 'host.refused'",
    );
    expect(entry).toMatchObject({
      object: `case:${caseId}`,
      detail: { host: 'evil.example.org', element: 'call', connectorType: 'http-json' },
    });
  });
});
