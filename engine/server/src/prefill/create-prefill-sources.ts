import type { PrefillSources, SourceAnswer, SourceQuestion } from '@irisflow/casework';
import { beNationalRegister } from '@irisflow/connector-catalog';
import { runConnector, type Consultations, type RunOptions } from '@irisflow/connector-sdk';
import type { Static } from 'typebox';
import { nationalRegisterValues } from './national-register-values.ts';

export type SourceAccess = Pick<RunOptions, 'settings' | 'secrets' | 'egress'>;

type Ask = (question: SourceQuestion, access: SourceAccess) => Promise<SourceAnswer>;

/** Casework has permitted and logged what is asked for a form, and cuts the answer to the authorized fields. */
const permitted = ({
  purpose,
  legalBasis,
  access,
}: Pick<SourceQuestion, 'purpose' | 'legalBasis' | 'access'>): Consultations => ({
  ask: async () => ({
    permitted: true,
    consultationId: 'form',
    purpose,
    legalBasis,
    fields: formFields,
    ...(access === undefined ? {} : { access }),
  }),
  record: async () => undefined,
});

const formFields = Object.keys(beNationalRegister.output.properties);

const askNationalRegister: Ask = async (question, access) => {
  const { nationalNumber, caseId } = question;
  const outcome = await runConnector(
    beNationalRegister,
    { nationalNumber },
    {
      ...access,
      caseId: caseId ?? 'application',
      consultations: permitted(question),
    },
  );
  if (outcome.kind === 'bpmnError') return { ok: false, reason: outcome.code };
  if (outcome.kind !== 'output') return { ok: false, reason: outcome.message };
  const person = outcome.variables[beNationalRegister.resultName] as Static<typeof beNationalRegister.output>;
  return { ok: true, values: nationalRegisterValues(person), at: new Date().toISOString() };
};

const sources: Readonly<Record<string, Ask>> = { [beNationalRegister.type]: askNationalRegister };

/** Lets forms be prefilled by the same connectors that processes use. */
export const createPrefillSources =
  (access: SourceAccess): PrefillSources =>
  async (sourceKey, question) =>
    (await sources[sourceKey]?.(question, access)) ?? {
      ok: false,
      reason: `Expected a source for forms, but ${sourceKey} is none.`,
    };
