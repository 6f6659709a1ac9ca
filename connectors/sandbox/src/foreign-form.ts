import type { FastifyRequest } from 'fastify';
import { isLocalHost } from './local-host.ts';

/**
 * Whether another page than ours sent a form. Our pages name no origin, as they send no referrer: the browser says itself where a
 * form was; one that does not is asked for the origin.
 */
export const isForeignForm = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = headers;
  return origin !== undefined && !(URL.canParse(origin) && isLocalHost(new URL(origin).host));
};
