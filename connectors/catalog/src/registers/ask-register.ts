import {
  expectShape,
  incident,
  type ConsultationTerms,
  type InboundResponse,
  type RunContext,
} from '@irisflow/connector-sdk';
import type { Static, TSchema } from 'typebox';

import { translateRefusal, type SourceProblem } from './translate-refusal.ts';

export type RegisterQuestion<Answer extends TSchema> = {
  readonly source: string;
  readonly urlSetting: string;
  readonly tokenSecret: string;
  readonly subject: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What is read of the answer; more is let through and ignored. */
  readonly answer: Answer;
};

/** Consults a JSON register about one subject, with trace; throws what the register's refusal means. */
export const askRegister = <Answer extends TSchema>(
  context: RunContext,
  question: RegisterQuestion<Answer>,
): Promise<Static<Answer>> =>
  context.consult(question.subject, async (terms) => {
    const response = await context.fetch({
      url: context.setting(question.urlSetting),
      method: 'POST',
      headers: {
        ...termsHeaders(terms),
        authorization: `Bearer ${context.secret(question.tokenSecret)}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(question.body),
    });
    if (response.status !== 200) throw translateRefusal(question.source, response, readProblem(response));
    return expectShape(question.answer, readJson(question.source, response), `the answer of ${question.source}`);
  });

/** Purpose and legal basis for the source's own log. Percent-encoded: headers cannot carry every letter of French and Dutch. */
export const termsHeaders = ({ purpose, legalBasis, caseId }: ConsultationTerms): Readonly<Record<string, string>> => ({
  'x-purpose': encodeURIComponent(purpose),
  'x-legal-basis': encodeURIComponent(legalBasis),
  'x-case-id': encodeURIComponent(caseId),
});

/** The JSON of an answer; raises an incident when it is none. */
export const readJson = (source: string, response: InboundResponse): unknown => {
  const json = parseJson(response.text);
  if (json === undefined) throw incident(`Expected ${source} to answer with JSON, but it does not.`);
  return json;
};

const readProblem = (response: InboundResponse): SourceProblem => {
  const problem = parseJson(response.text) as
    | { readonly type?: string; readonly issues?: readonly { readonly type?: string; readonly replacedBy?: string }[] }
    | undefined;
  const issue = problem?.issues?.[0];
  return { type: issue?.type ?? problem?.type, replacedBy: issue?.replacedBy };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
