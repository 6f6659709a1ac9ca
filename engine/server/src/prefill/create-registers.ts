import type { SourceAnswer } from '@irisflow/casework';
import { beNationalRegister, connectors } from '@irisflow/connector-catalog';
import { runConnector, type Connector, type Consultations } from '@irisflow/connector-sdk';
import type { RegisterQuestion, Registers } from '@irisflow/facts';
import type { SourceAccess } from './create-prefill-sources.ts';
import { nationalRegisterValues, withoutFormDefaults } from './national-register-values.ts';

const connectorOf = (sourceKey: string): Connector | undefined =>
  connectors.find(({ consults }) => consults !== undefined && 'source' in consults && consults.source === sourceKey);

const consultationsOf = ({ ask, record }: RegisterQuestion): Consultations => ({
  ask: ({ subject }) => ask(subject),
  record: ({ consultationId, outcome }) => record(consultationId, outcome),
});

const ask = async (question: RegisterQuestion, access: SourceAccess): Promise<SourceAnswer> => {
  const connector = connectorOf(question.sourceKey);
  if (connector === undefined) return { ok: false, reason: 'UNAVAILABLE' };
  const consultations = consultationsOf(question);
  const outcome = await runConnector(connector, question.input, { ...access, caseId: 'desk', consultations });
  if (outcome.kind === 'bpmnError') return { ok: false, reason: outcome.code };
  if (outcome.kind !== 'output') return { ok: false, reason: outcome.message };
  return { ok: true, values: outcome.output as Record<string, unknown>, at: new Date().toISOString() };
};

/** The shape of a whole answer is the form's; of one that was cut, what is there. */
const asFormsKnow: Registers['asFormsKnow'] = (sourceKey, output, language) =>
  sourceKey === beNationalRegister.type
    ? (withoutFormDefaults(nationalRegisterValues({ language, ...output })) as Record<string, unknown>)
    : output;

/** Lets the desk ask sources again by the same connectors that processes use. */
export const createRegisters = (access: SourceAccess): Registers => ({
  canAsk: (sourceKey) => connectorOf(sourceKey) !== undefined,
  ask: (question) => ask(question, access),
  asFormsKnow,
  asWasSaid: (sourceKey, _field, value) => (sourceKey === beNationalRegister.type ? withoutFormDefaults(value) : value),
});
