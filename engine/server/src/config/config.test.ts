import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

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

  it('takes as the least assurance only a level that it knows', () => {
    const known = { IRISFLOW_ACR_VALUES: 'low, high', IRISFLOW_ACR_CITIZEN: 'low', IRISFLOW_ACR_STAFF: 'high' };
    expect(readConfig(known)).toMatchObject({ acrValues: ['low', 'high'], acrCitizen: 'low', acrStaff: 'high' });
    expect(() => readConfig({ ...known, IRISFLOW_ACR_STAFF: 'higher' })).toThrow(
      'Expected IRISFLOW_ACR_STAFF to be one of IRISFLOW_ACR_VALUES, but found "higher".',
    );
  });

  it('refuses a production without the safeguards of one', () => {
    const safe = {
      IRISFLOW_MODE: 'production',
      IRISFLOW_DEMO: 'false',
      IRISFLOW_DATABASE_URL: 'postgres://db/irisflow',
      IRISFLOW_PUBLIC_URL: 'https://irisflow.example',
      IRISFLOW_SECRET_KEY: 'ab'.repeat(32),
      IRISFLOW_CONNECTOR_TOKEN: 'token',
      IRISFLOW_ENGINE_TOKEN: 'token',
    };
    expect(readConfig(safe).mode).toBe('production');
    for (const missing of Object.keys(safe).filter((name) => name !== 'IRISFLOW_MODE')) {
      expect(() => readConfig({ ...safe, [missing]: undefined })).toThrow(/^Expected IRISFLOW_/);
    }
  });
});
