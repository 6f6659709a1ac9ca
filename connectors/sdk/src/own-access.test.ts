import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';

import { defineConnector } from './define-connector.ts';
import type { Consultations, SourceAccess } from './connector-ports.ts';
import type { OutboundOptions } from './create-egress.ts';
import type { OutboundRequest } from './exchange.ts';
import { runConnector } from './run-connector.ts';
import type { ConnectorLogEntry } from './run-context.ts';

const words = { fr: 'x', nl: 'x', en: 'x' };

const register = (settings = ['REGISTER_URL']) =>
  defineConnector({
    type: 'be-register',
    version: 1,
    title: words,
    description: words,
    resultName: 'answer',
    input: Type.Object({}),
    fields: {},
    output: Type.Object({ status: Type.Number() }),
    errors: { NO_AUTHORIZATION: words },
    consults: { source: 'be-register' },
    settings,
    secrets: ['REGISTER_TOKEN'],
    timeoutMs: 1000,
    retries: 1,
    backoffMs: 1000,
    example: {},
    run: (_input, context) =>
      context.consult('84000090286', async () => {
        const token = context.secret('REGISTER_TOKEN');
        context.log({ level: 'info', message: `asking with ${token}` });
        const { status } = await context.fetch({
          url: context.setting('REGISTER_URL'),
          headers: { authorization: `Bearer ${token}` },
        });
        return { status };
      }),
  });

const permitting = (access?: SourceAccess): Consultations => ({
  ask: async () => ({
    permitted: true,
    consultationId: 'c',
    purpose: 'p',
    legalBasis: 'l',
    fields: ['status'],
    ...(access === undefined ? {} : { access }),
  }),
  record: async () => undefined,
});

/** Runs it, and says where it went and how; a way of its own answers instead of the network. */
const run = async (access?: SourceAccess, settings?: string[]) => {
  const seen: { request: OutboundRequest; options: OutboundOptions }[] = [];
  const log: ConnectorLogEntry[] = [];
  const outcome = await runConnector(
    register(settings),
    {},
    {
      settings: { REGISTER_URL: 'http://register.installation:8080/', REGISTER_USER: 'shared' },
      secrets: { REGISTER_TOKEN: 'token-of-the-installation' },
      caseId: 'case-1',
      consultations: permitting(access),
      fetch: async (request, options) => {
        seen.push({ request, options });
        return { status: 200, headers: {}, text: '' } as never;
      },
      log: (entry) => log.push(entry),
    },
  );
  return { outcome, seen, log };
};

const own: SourceAccess = { address: 'https://register.example/rr', user: null, secret: 'token-of-housing' };

describe('a source is reached', () => {
  test('as the worker is configured, where the administration has no access of its own', async () => {
    const { seen } = await run();
    expect(seen).toMatchObject([
      {
        request: {
          url: 'http://register.installation:8080/',
          headers: { authorization: 'Bearer token-of-the-installation' },
        },
        options: { reach: { kind: 'configured' } },
      },
    ]);
  });

  test('by the access of the administration, judged as a host that an administrator allows', async () => {
    const { outcome, seen, log } = await run(own);
    // Others are told neither that the source is up nor that it is down.
    expect(outcome).toMatchObject({ kind: 'output', isOfOneAdministration: true });
    expect(seen).toMatchObject([
      {
        request: { url: own.address, headers: { authorization: `Bearer ${own.secret}` } },
        options: { reach: { kind: 'allowed', hosts: ['register.example:443'] } },
      },
    ]);
    expect(JSON.stringify(log)).not.toContain(own.secret);
  });

  test('never by half of one and half of the other', async () => {
    const { outcome, seen } = await run(own, ['REGISTER_URL', 'REGISTER_USER']);
    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('name of a user') });
    expect(seen).toEqual([]);
  });

  test('to a private address on nobody’s word but the operator’s', async () => {
    const outcome = await runConnector(
      register(),
      {},
      {
        settings: { REGISTER_URL: 'http://register.installation:8080/' },
        secrets: { REGISTER_TOKEN: 'x' },
        caseId: 'case-1',
        consultations: permitting({ ...own, address: 'https://127.0.0.1:9/' }),
      },
    );
    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('private or reserved') });
  });
});
