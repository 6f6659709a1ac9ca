import { createOAuthTokens } from '@irisflow/connector-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  engineClient,
  startAuthorizationServer,
  type AuthorizationServer,
} from '../testing/start-authorization-server.ts';

const lifeSeconds = 300;

describe('tokens by OAuth client credentials', () => {
  let server: AuthorizationServer;
  let now = Date.now();

  beforeAll(async () => {
    server = await startAuthorizationServer(lifeSeconds);
  });
  afterAll(() => server.stop());

  const open = (changed: { url?: string; clientSecret?: string } = {}) =>
    createOAuthTokens({
      url: server.tokenUrl,
      clientId: engineClient.id,
      clientSecret: engineClient.secret,
      audience: engineClient.audience,
      scope: '',
      fetch,
      now: () => now,
      ...changed,
    });

  it('are asked for once, however many need one, and renewed shortly before they expire', async () => {
    const [tokens, before] = [open(), server.issued()];
    const first = await Promise.all(Array.from({ length: 20 }, () => tokens.read()));
    expect(new Set(first).size).toBe(1);
    now += (lifeSeconds - 31) * 1000;
    expect(await tokens.read()).toBe(first[0]);
    expect(server.issued()).toBe(before + 1);
    now += 2_000;
    const renewed = await Promise.all([tokens.read(), tokens.read()]);
    expect(new Set(renewed).size).toBe(1);
    expect(renewed[0]).not.toBe(first[0]);
    expect(server.issued()).toBe(before + 2);
  });

  it('are replaced when the engine refused one, but not asked for in a storm', async () => {
    const [tokens, before] = [open(), server.issued()];
    const first = await tokens.read();
    tokens.refused(first);
    expect(await tokens.read()).toBe(first);
    now += 10_000;
    tokens.refused('another');
    expect(await tokens.read()).toBe(first);
    tokens.refused(first);
    expect(await tokens.read()).not.toBe(first);
    expect(server.issued()).toBe(before + 2);
  });

  it('are used to their end while the authorization server is away', async () => {
    let isAway = false;
    const tokens = createOAuthTokens({
      url: server.tokenUrl,
      clientId: engineClient.id,
      clientSecret: engineClient.secret,
      audience: engineClient.audience,
      scope: '',
      fetch: (address, init) => fetch(isAway ? 'http://127.0.0.1:9/' : address, init),
      now: () => now,
    });
    const first = await tokens.read();
    isAway = true;
    now += (lifeSeconds - 5) * 1000;
    expect(await tokens.read()).toBe(first);
    now += 10_000;
    await expect(tokens.read()).rejects.toThrow(/^Expected a token for the engine from http/);
  });

  it('are refused with a sentence when the secret is wrong', async () => {
    await expect(open({ clientSecret: 'wrong' }).read()).rejects.toThrow(/^Expected a token for the engine from http/);
  });
});
