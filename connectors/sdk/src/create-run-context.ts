import { requireCaller, type Caller } from './caller-of.ts';
import type { Connector } from './connector.ts';
import { CASE_HANDLE, hideHandles } from './case-handle.ts';
import { consultWithTrace } from './consult.ts';
import { guardedFetch, guardedLocate } from './guarded-fetch.ts';
import { incident } from './failures.ts';
import { redact } from './redact.ts';
import type { RunContext } from './run-context.ts';
import type { ConnectorJob, RunParts } from './run-surroundings.ts';

/** Builds what the connector may touch during one run. */
export const createRunContext = (parts: RunParts): RunContext => {
  const { connector, job, surroundings, ownAccess, signal } = parts;
  const idempotencyKey = `${job.processInstanceKey}-${job.elementInstanceKey}`;
  const caseHandle = handleOf(job);
  const clean = (text: string) =>
    hideHandles(redact(text, [...Object.values(surroundings.secrets), ...ownAccess.secrets()]));
  let consultations = 0;
  return {
    idempotencyKey,
    caseHandle,
    jobKey: job.key,
    connectorType: connector.type,
    signal,
    ports: surroundings.ports,
    now: surroundings.now,
    log: (entry) => surroundings.log({ ...entry, message: clean(entry.message) }),
    secret: (name) =>
      ownAccess.secret(name) ?? configured(connector, { what: 'secret', name, among: surroundings.secrets }),
    setting: (name) =>
      ownAccess.setting(name) ?? configured(connector, { what: 'setting', name, among: surroundings.settings }),
    administration: () => administrationOf({ ...parts, caseHandle }),
    fetch: guardedFetch({ ...parts, caseHandle }),
    locate: guardedLocate({ ...parts, caseHandle }),
    consult: (subject, ask) => {
      consultations += 1;
      const questionKey = `${idempotencyKey}-${consultations}`;
      return consultWithTrace({ ...parts, caseHandle, questionKey }, subject, ask);
    },
  };
};

export const handleOf = ({ variables }: ConnectorJob): string | undefined => {
  const handle = variables[CASE_HANDLE];
  return typeof handle === 'string' && handle !== '' ? handle : undefined;
};

const administrationOf = async (run: Caller): Promise<string> => {
  const { allowList } = run.surroundings;
  if (allowList === undefined)
    throw incident(`Expected the platform to say whose case ${run.connector.type} works on, but nobody can be asked.`);
  return (await allowList.read(requireCaller(run))).administration;
};

type Lookup = {
  readonly what: 'secret' | 'setting';
  readonly name: string;
  readonly among: Readonly<Record<string, string>>;
};

const configured = (connector: Connector, { what, name, among }: Lookup): string => {
  const declared = what === 'secret' ? connector.secrets : connector.settings;
  if (declared?.includes(name) !== true) {
    throw incident(`Expected connector ${connector.type} to declare the ${what} ${name}, but it does not.`);
  }
  const value = among[name];
  if (value === undefined || value === '') {
    throw incident(`Expected the ${what} ${name} of connector ${connector.type} to be configured, but it is missing.`);
  }
  return value;
};
