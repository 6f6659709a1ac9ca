import { describe, expect, it } from 'vitest';

import { readGateway } from './read-gateway.ts';

describe('the gateway of a worker', () => {
  it.each([
    [{ ZEEBE_ADDRESS: 'zeebe' }, { address: 'zeebe:26500', useTls: false }],
    [
      { ZEEBE_ADDRESS: 'zeebe:443', ZEEBE_SECURE_CONNECTION: 'true' },
      { address: 'zeebe:443', useTls: true },
    ],
    [{ ZEEBE_ADDRESS: 'zeebe:443', ZEEBE_INSECURE_CONNECTION: 'false' }, { useTls: true }],
    [{ ZEEBE_GRPC_ADDRESS: 'grpcs://zeebe:443' }, { address: 'zeebe:443', useTls: true }],
    [{ ZEEBE_GRPC_ADDRESS: 'grpc://zeebe:26500', ZEEBE_ADDRESS: 'zeebe:26500' }, { useTls: false }],
    [
      { ZEEBE_ADDRESS: '[::1]:26500', CAMUNDA_TENANT_ID: 'red' },
      { address: '[::1]:26500', tenantId: 'red' },
    ],
    [
      {
        ZEEBE_ADDRESS: 'zeebe:26500',
        ZEEBE_SECURE_CONNECTION: 'false',
        ZEEBE_BASIC_AUTH_USERNAME: 'ada',
        CAMUNDA_BASIC_AUTH_PASSWORD: 'p',
      },
      { useTls: false, credentials: { zeebeUser: 'ada', zeebePassword: 'p' } },
    ],
    [
      { ZEEBE_ADDRESS: '127.0.0.1:1', ZEEBE_CLIENT_ID: 'me', ZEEBE_CLIENT_SECRET: 's', CAMUNDA_OAUTH_URL: 'http://a' },
      { credentials: { zeebeClientId: 'me', zeebeClientSecret: 's', zeebeTokenUrl: 'http://a', zeebeAudience: '' } },
    ],
  ])('is read from %o', (environment, expected) => {
    expect(readGateway(environment)).toMatchObject(expected);
  });
});
