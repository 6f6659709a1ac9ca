import { createHash } from 'node:crypto';
import { ENGINE_NAMES, type EngineSettings } from '@irisflow/connector-sdk';
import { describe, expect, it } from 'vitest';
import { clientSettings } from './client-settings.ts';
import { readConfig } from './config.ts';

/** Looks random and is the same in every run. */
const strong = (seed: number): string => createHash('sha256').update(String(seed)).digest('hex');

describe('configuration', () => {
  it('needs nothing: the defaults start the embedded engine on loopback', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      mode: 'development',
      host: '127.0.0.1',
      port: 8080,
      grpcPort: 26500,
      databaseUrl: '',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names the nearest setting when one is misspelled', () => {
    expect(() => readConfig({ IRISFLOW_PROT: '80' })).toThrow(
      'Expected a known setting, but found IRISFLOW_PROT. Did you mean IRISFLOW_PORT?',
    );
  });

  it.each([
    [{ IRISFLOW_PORT: 'http' }, 'Expected IRISFLOW_PORT to be a port from 0 to 65535, but found "http".'],
    [{ IRISFLOW_PORT: '70000' }, 'Expected IRISFLOW_PORT to be a port from 0 to 65535, but found "70000".'],
    [{ IRISFLOW_DEMO: 'yes' }, 'Expected IRISFLOW_DEMO to be true or false, but found "yes".'],
    [{ IRISFLOW_MODE: 'prod' }, 'Expected IRISFLOW_MODE to be development or production, but found "prod".'],
    [{ IRISFLOW_HOST: '0.0.0.0' }, 'Expected IRISFLOW_ENGINE_TOKEN, but it is empty and IRISFLOW_HOST is 0.0.0.0'],
    [{ IRISFLOW_GRPC_HOST: '::' }, 'Expected IRISFLOW_ENGINE_TOKEN, but it is empty and IRISFLOW_GRPC_HOST is ::'],
    [{ IRISFLOW_BUSINESS_IDS: 'once' }, 'Expected IRISFLOW_BUSINESS_IDS to be any or unique, but found "once".'],
    [{ IRISFLOW_SECRET_KEY: 'abc' }, 'Expected IRISFLOW_SECRET_KEY to be 64 hexadecimal digits'],
    [{ ZEEBE_ADDRESS: '127.0.0.1:1' }, 'Expected ZEEBE_REST_ADDRESS beside ZEEBE_ADDRESS'],
  ])('says what was expected and what was found: %o', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });

  const tenancy = {
    IRISFLOW_ENGINE_TENANCY: 'true',
    IRISFLOW_ENGINE_TOKEN: 'sesame',
    IRISFLOW_ENGINE_TENANTS: 'red=r0d==\n red,blue=purple',
  };

  it('maps tokens to tenants where tenancy is on', () => {
    expect(readConfig(tenancy)).toMatchObject({
      engineTenancy: true,
      engineTenants: [
        { token: 'r0d==', tenantIds: ['red'] },
        { token: 'purple', tenantIds: ['red', 'blue'] },
      ],
    });
  });

  it.each([
    [{ IRISFLOW_ENGINE_TOKEN: '' }, 'Expected IRISFLOW_ENGINE_TOKEN where IRISFLOW_ENGINE_TENANCY is true'],
    [{ IRISFLOW_ENGINE_TENANTS: '' }, 'Expected IRISFLOW_ENGINE_TENANTS where IRISFLOW_ENGINE_TENANCY is true'],
    [{ IRISFLOW_ENGINE_TENANCY: 'false' }, 'Expected IRISFLOW_ENGINE_TENANCY=true beside IRISFLOW_ENGINE_TENANTS'],
    [{ IRISFLOW_ENGINE_TENANTS: 'red=sesame' }, 'but one of them is IRISFLOW_ENGINE_TOKEN'],
    [{ IRISFLOW_ENGINE_TENANTS: 'red=a blue=a' }, 'Expected each token of IRISFLOW_ENGINE_TENANTS once'],
    [{ IRISFLOW_ENGINE_TENANTS: 'red=a blue' }, 'but there is no token in entry 2'],
    [{ IRISFLOW_ENGINE_TENANTS: 'red,=a' }, 'but there is no tenant of 1 to 31 letters'],
    [{ IRISFLOW_ENGINE_TENANTS: 'a city=a' }, 'in entry 1'],
  ])('refuses a tenancy in which nobody could say who works where: %o', (changed, sentence) => {
    expect(() => readConfig({ ...tenancy, ...changed })).toThrow(sentence);
  });

  it.each([
    [{ IRISFLOW_PAYMENT_URL: 'https://pay.example' }, 'Expected IRISFLOW_PAYMENT_KEY beside IRISFLOW_PAYMENT_URL'],
    [{ IRISFLOW_PAYMENT_KEY: 'k' }, 'Expected IRISFLOW_PAYMENT_URL beside the other settings'],
    [{ IRISFLOW_PAYMENT_PAGES: 'https://pay.example' }, 'Expected IRISFLOW_PAYMENT_URL beside the other settings'],
  ])('refuses half a payment provider: %o', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });

  it.each([
    [
      { IRISFLOW_REGISTERED_URL: 'https://post.example' },
      'Expected IRISFLOW_REGISTERED_URL and IRISFLOW_REGISTERED_KEY',
    ],
    [{ IRISFLOW_EBOX_KEY: 'k' }, 'Expected IRISFLOW_EBOX_URL and IRISFLOW_EBOX_KEY together'],
  ])('refuses half a carrier of letters: %o', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });

  it('takes as the least assurance only a level that it knows', () => {
    const known = { IRISFLOW_ACR_VALUES: 'low, high', IRISFLOW_ACR_CITIZEN: 'low', IRISFLOW_ACR_STAFF: 'high' };
    expect(readConfig(known)).toMatchObject({ acrValues: ['low', 'high'], acrCitizen: 'low', acrStaff: 'high' });
    expect(() => readConfig({ ...known, IRISFLOW_ACR_STAFF: 'higher' })).toThrow(
      'Expected IRISFLOW_ACR_STAFF to be one of IRISFLOW_ACR_VALUES, but found "higher".',
    );
  });

  const safe = {
    IRISFLOW_MODE: 'production',
    IRISFLOW_DEMO: 'false',
    IRISFLOW_DATABASE_URL: 'postgres://db/irisflow?sslmode=verify-full',
    IRISFLOW_PUBLIC_URL: 'https://irisflow.example',
    IRISFLOW_SECRET_KEY: strong(1),
    IRISFLOW_CONNECTOR_TOKEN: strong(2),
    IRISFLOW_ENGINE_TOKEN: strong(3),
    IRISFLOW_OIDC_ISSUER: 'https://login.example',
  };

  it('refuses a production without the safeguards of one', () => {
    expect(readConfig(safe).mode).toBe('production');
    for (const missing of Object.keys(safe).filter((name) => name !== 'IRISFLOW_MODE')) {
      expect(() => readConfig({ ...safe, [missing]: undefined })).toThrow(/^Expected IRISFLOW_/);
    }
  });

  it.each([
    [{ IRISFLOW_DATABASE_URL: 'postgres://db/irisflow' }, 'to say sslmode=verify-full in production'],
    [{ IRISFLOW_DATABASE_URL: 'postgres://db/irisflow?sslmode=no-verify' }, 'to say sslmode=verify-full'],
    [{ IRISFLOW_DATABASE_URL: 'postgres://localhost/irisflow?host=db' }, 'to say sslmode=verify-full'],
    [
      { IRISFLOW_DATABASE_URL: 'postgresql://db/irisflow?sslmode=require&uselibpqcompat=true' },
      'to say sslmode=verify-full',
    ],
    [{ IRISFLOW_DATABASE_OWNER_URL: 'postgres://db/irisflow?sslmode=prefer' }, 'Expected IRISFLOW_DATABASE_OWNER_URL'],
    [{ IRISFLOW_SMTP_URL: 'smtp://mail.example:587' }, 'to start with smtps:// or to say requireTLS=true'],
    [{ IRISFLOW_SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false' }, 'to start with smtps://'],
    [{ IRISFLOW_OIDC_ISSUER: 'http://login.example' }, 'Expected IRISFLOW_OIDC_ISSUER to start with https://'],
    [{ IRISFLOW_PLATFORM_URL: 'http://web.example' }, 'Expected IRISFLOW_PLATFORM_URL to start with https://'],
    [{ IRISFLOW_SOURCE_LEASES_URL: 'http://leases.example' }, 'Expected IRISFLOW_SOURCE_LEASES_URL to start with'],
  ])('refuses a production that speaks in the clear: %o', (changed, sentence) => {
    expect(() => readConfig({ ...safe, ...changed })).toThrow(sentence);
  });

  it.each([
    { IRISFLOW_DATABASE_URL: 'postgres://127.0.0.1/irisflow' },
    { IRISFLOW_DATABASE_URL: 'postgres:///irisflow?host=/var/run/postgresql' },
    { IRISFLOW_DATABASE_URL: 'postgres://db/irisflow?sslmode=require' },
    { IRISFLOW_DATABASE_URL: 'postgres://db:5433/irisflow', IRISFLOW_CLEAR_HOSTS: 'mail.example, db:5433' },
    { IRISFLOW_SMTP_URL: 'smtp://mail.example:587?requireTLS=true' },
    { IRISFLOW_SMTP_URL: 'smtps://mail.example', IRISFLOW_PLATFORM_URL: 'https://web.example' },
    { IRISFLOW_SOURCE_LEASES_URL: 'http://localhost:9000' },
  ])('takes what is encrypted, stays on the machine, or is encrypted by others: %o', (changed) => {
    expect(readConfig({ ...safe, ...changed }).mode).toBe('production');
  });

  const exposed = {
    IRISFLOW_GRPC_HOST: '0.0.0.0',
    IRISFLOW_ENGINE_TLS_PROXY: 'true',
    IRISFLOW_ENGINE_TOKEN: strong(1),
  };

  it.each([
    ['0'.repeat(64), 'it repeats itself'],
    ['ab'.repeat(32), 'it repeats itself'],
    ['0123456789abcdef'.repeat(4), 'it repeats itself'],
    ['changeme-changeme-changeme-changeme', 'it contains a word that everybody tries first'],
    [strong(9).slice(0, 30), 'its 30 characters hold less'],
    ['sesame', 'it contains a word'],
  ])('refuses a secret that could be guessed where others could try: %s', (token, weakness) => {
    expect(() => readConfig({ ...exposed, IRISFLOW_ENGINE_TOKEN: token })).toThrow(
      `Expected IRISFLOW_ENGINE_TOKEN to hold 128 random bits, but ${weakness}`,
    );
  });

  it('takes what a machine has drawn, and each secret for one purpose', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const digest = createHash('sha256').update(String(seed)).digest();
      for (const token of [digest.toString('base64url'), digest.toString('hex').slice(0, 32)])
        expect(readConfig({ ...exposed, IRISFLOW_ENGINE_TOKEN: token }).engineToken).toBe(token);
    }
    expect(() => readConfig({ ...exposed, IRISFLOW_CONNECTOR_TOKEN: strong(1) })).toThrow(
      'Expected IRISFLOW_CONNECTOR_TOKEN and IRISFLOW_ENGINE_TOKEN to be different secrets, but they are the same.',
    );
  });

  it('asks a process of a split production only for what its role needs', () => {
    const production = { IRISFLOW_MODE: 'production', IRISFLOW_DEMO: 'false' };
    const workers = { ...production, IRISFLOW_CONNECTOR_TOKEN: strong(1), IRISFLOW_ENGINE_TOKEN: strong(2) };
    expect(readConfig(workers, new Set(['workers'])).mode).toBe('production');
    expect(() => readConfig(workers, new Set(['web']))).toThrow('Expected IRISFLOW_DATABASE_URL in production');
    expect(() => readConfig(production, new Set(['workers']))).toThrow('Expected IRISFLOW_CONNECTOR_TOKEN');
  });

  const cluster = { ZEEBE_ADDRESS: 'zeebe.example:26500', ZEEBE_REST_ADDRESS: 'https://zeebe.example/v2' };

  it.each([
    [{ ZEEBE_CLIENT_ID: 'me' }, 'Expected ZEEBE_CLIENT_SECRET beside ZEEBE_CLIENT_ID, but it is empty.'],
    [
      { CAMUNDA_OAUTH_TOKEN: 'x', ZEEBE_BASIC_AUTH_USERNAME: 'a', ZEEBE_BASIC_AUTH_PASSWORD: 'b' },
      'Expected one way to sign in at the engine, but found CAMUNDA_BASIC_AUTH_USERNAME and CAMUNDA_OAUTH_TOKEN.',
    ],
    [
      { CAMUNDA_TENANT_ID: 'red', ZEEBE_TENANT_ID: 'blue' },
      'Expected CAMUNDA_TENANT_ID and ZEEBE_TENANT_ID to say the same, but they do not.',
    ],
    [{ ZEEBE_CA_CERTIFICATE_PATH: '/nowhere.pem' }, 'Expected ZEEBE_CA_CERTIFICATE_PATH to be a readable file'],
    [{ ZEEBE_SECURE_CONNECTION: 'yes' }, 'Expected ZEEBE_SECURE_CONNECTION to be true or false, but found "yes".'],
    [
      { ZEEBE_REST_ADDRESS: 'http://zeebe.example/v2', CAMUNDA_OAUTH_TOKEN: 'x' },
      'Expected ZEEBE_SECURE_CONNECTION to be true, but credentials would travel in the clear.',
    ],
  ])('refuses credentials that are half, double or in the clear: %o', (environment, sentence) => {
    expect(() => readConfig({ ...cluster, ...environment })).toThrow(sentence);
  });

  it('wants TLS of a gateway that others reach, or to hear that a proxy speaks it', () => {
    expect(() => readConfig({ ...exposed, IRISFLOW_ENGINE_TLS_PROXY: 'false' })).toThrow(
      'Expected IRISFLOW_ENGINE_TLS_CERTIFICATE, but it is empty and IRISFLOW_GRPC_HOST is 0.0.0.0',
    );
  });

  it('signs in at an engine by the same names as a worker of the SDK', () => {
    for (const [key, [name, ...others]] of Object.entries(ENGINE_NAMES)) {
      const setting = clientSettings[key as keyof EngineSettings];
      expect(setting.name).toBe(name);
      for (const other of others) expect(setting.help).toMatch(new RegExp(`Also .*${other}`));
    }
  });
});
