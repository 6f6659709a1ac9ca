import {
  expectShape,
  incident,
  type InboundResponse,
  type OutboundRequest,
  type RunContext,
} from '@irisflow/connector-sdk';
import type { Static, TSchema } from 'typebox';

import { readJson } from '../registers/ask-register.ts';
import { crmOf, type CrmAccess } from './access.ts';
import { translateCrmRefusal } from './refusals.ts';
import { tokenOf } from './token.ts';

export const API = '/services/data/v62.0';

export type CrmRequest = {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly csv?: string;
  readonly accept?: 'text/csv';
  /** Longest answer in bytes, 1 MiB unless given. */
  readonly maxBytes?: number;
};

/** One request to the CRM, signed in; a session that it ended is begun anew once. */
export const callCrm = async (context: RunContext, request: CrmRequest): Promise<InboundResponse> => {
  const crm = await crmOf(context);
  const ask = async (isRefused: boolean) =>
    context.fetch(requestTo(crm, request, await tokenOf(context, crm, isRefused)));
  const first = await ask(false);
  const response = first.status === 401 ? await ask(true) : first;
  if (response.status >= 300) throw translateCrmRefusal(response);
  return response;
};

const requestTo = (crm: CrmAccess, request: CrmRequest, token: string): OutboundRequest => {
  const { path, method = 'GET', body, csv, accept = 'application/json', maxBytes } = request;
  const payload = csv ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    url: addressOf(crm.url, path),
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept,
      ...(payload === undefined ? {} : { 'content-type': csv === undefined ? 'application/json' : 'text/csv' }),
    },
    ...(payload === undefined ? {} : { body: payload }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
};

/** Paths that the CRM hands out must lead to the CRM. */
const addressOf = (origin: string, path: string): string => {
  const url = new URL(path, origin);
  if (url.origin !== new URL(origin).origin || !url.pathname.startsWith('/services/data/'))
    throw incident('Expected the CRM to name a place of its own, but it leads elsewhere.');
  return url.href;
};

/** The same, for an answer in JSON of an agreed shape. */
export const askCrm = async <Answer extends TSchema>(
  context: RunContext,
  request: CrmRequest,
  answer: Answer,
): Promise<Static<Answer>> => {
  const response = await callCrm(context, request);
  return expectShape(answer, readJson('the CRM', response), 'the answer of the CRM');
};
