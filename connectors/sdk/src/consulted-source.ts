import type { Connector } from './connector.ts';

/** The key of the source that a connector asks for a job; undefined where it asks none or its job does not say which. */
export const consultedSource = (
  { consults }: Pick<Connector, 'consults'>,
  variables: Readonly<Record<string, unknown>>,
): string | undefined => {
  if (consults === undefined) return undefined;
  if ('source' in consults) return consults.source;
  const named = variables[consults.sourceFrom];
  return typeof named === 'string' && named !== '' ? named : undefined;
};
