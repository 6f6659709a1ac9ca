import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from './token-verifier.ts';

const audience = 'engine-api';

describe('an access token for the engine', () => {
  let server: Server;
  let issuer: string;
  let key: CryptoKey;
  let publicKey: string;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one' };
    key = pair.privateKey;
    publicKey = String(jwk.n);
    server = createServer((request, response) => {
      const isKeys = request.url === '/keys';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isKeys ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const inTime = { aud: audience, exp: Math.floor(Date.now() / 1000) + 600 };
  const sign = (claims: Readonly<Record<string, unknown>> = {}, typ?: string) =>
    new SignJWT({ iss: issuer, ...inTime, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', ...(typ === undefined ? {} : { typ }) })
      .sign(key);
  const isAdmitted = (token: string, scope = '') => createTokenVerifier({ issuer, audience, scope })(token);

  it.each([undefined, 'JWT', 'at+jwt', 'application/at+jwt'])('of the type %s is admitted', async (typ) => {
    expect(await isAdmitted(await sign({}, typ))).toBe(true);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string | undefined]>([
    ['another audience', { aud: 'another-api' }, undefined],
    ['a time that is over', { exp: 1 }, undefined],
    ['no end', { exp: undefined }, undefined],
    ['a time to come', { nbf: inTime.exp }, undefined],
    ['another issuer', { iss: 'https://evil.example' }, undefined],
    ['an identity', { nonce: 'n' }, 'JWT'],
    ['an identity that came with a token', { at_hash: 'h' }, undefined],
    ['a sign-out', {}, 'logout+jwt'],
    ['a sign-out without a type', { events: {} }, undefined],
    ['an identity by its type', {}, 'ID'],
  ])('is none when it speaks of %s', async (_, claims, typ) => {
    expect(await isAdmitted(await sign(claims, typ))).toBe(false);
  });

  it('is signed by a key pair of the issuer alone', async () => {
    const claims = { iss: issuer, ...inTime };
    expect(await isAdmitted(new UnsecuredJWT(claims).encode())).toBe(false);
    const shared = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' });
    expect(await isAdmitted(await shared.sign(new TextEncoder().encode(publicKey)))).toBe(false);
    const { privateKey } = await generateKeyPair('RS256');
    const foreign = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' });
    expect(await isAdmitted(await foreign.sign(privateKey))).toBe(false);
    const [head, , signature] = (await sign()).split('.');
    const altered = Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url');
    expect(await isAdmitted([head, altered, signature].join('.'))).toBe(false);
  });

  it('holds the scope that is asked for, however the issuer writes it', async () => {
    expect(await isAdmitted(await sign({ scope: 'read engine' }), 'engine')).toBe(true);
    expect(await isAdmitted(await sign({ scp: ['engine'] }), 'engine')).toBe(true);
    for (const claims of [{}, { scope: 'engineer' }, { scp: ['read'] }])
      expect(await isAdmitted(await sign(claims), 'engine')).toBe(false);
  });
});
