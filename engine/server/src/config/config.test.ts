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
    [{ IRISFLOW_SECRET_KEY: 'abc' }, 'Expected IRISFLOW_SECRET_KEY to be 64 hexadecimal digits'],
    [{ ZEEBE_ADDRESS: '127.0.0.1:1' }, 'Expected ZEEBE_REST_ADDRESS beside ZEEBE_ADDRESS'],
  ])('says what was expected and what was found: %o', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
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
