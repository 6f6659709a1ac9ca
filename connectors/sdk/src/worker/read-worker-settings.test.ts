import { describe, expect, it } from 'vitest';

import { readWorkerSettings } from './read-worker-settings.ts';

const platform = { IRISFLOW_PLATFORM_URL: 'https://irisflow.example', IRISFLOW_CONNECTOR_TOKEN: 'ifc_token' };
const bearerOf = (environment: Readonly<Record<string, string>>): string =>
  readWorkerSettings({ ...platform, ...environment }, []).gateway.credentials.zeebeBearer;

describe('what a worker shows the engine', () => {
  it('is the connector token where nobody on the way could read it', () => {
    expect(bearerOf({ ZEEBE_ADDRESS: '127.0.0.1:26500' })).toBe('ifc_token');
    expect(bearerOf({ ZEEBE_GRPC_ADDRESS: 'grpcs://engine.example:26500' })).toBe('ifc_token');
    expect(bearerOf({ ZEEBE_ADDRESS: 'engine.example:26500' })).toBe('');
    expect(bearerOf({ ZEEBE_ADDRESS: 'engine.example:26500', ZEEBE_SECURE_CONNECTION: 'false' })).toBe('');
  });

  it('is what the operator named, where they did', () => {
    expect(bearerOf({ ZEEBE_ADDRESS: '127.0.0.1:26500', CAMUNDA_OAUTH_TOKEN: 'another' })).toBe('another');
    const basic = { CAMUNDA_BASIC_AUTH_USERNAME: 'u', CAMUNDA_BASIC_AUTH_PASSWORD: 'p' };
    expect(bearerOf({ ZEEBE_ADDRESS: '127.0.0.1:26500', ...basic })).toBe('');
  });
});
