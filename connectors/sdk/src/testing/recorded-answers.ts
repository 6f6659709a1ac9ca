import { readFileSync, writeFileSync } from 'node:fs';

import { createEgress, type EgressPolicy, type OutboundOptions } from '../create-egress.ts';
import type { InboundResponse, OutboundRequest } from '../exchange.ts';
import { redact } from '../redact.ts';

/** A question and what a source answered, as a file keeps it. Headers of the question, which say who asks, are left out. */
export type RecordedAnswer = {
  readonly question: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type Fetch = (request: OutboundRequest, options: OutboundOptions) => Promise<InboundResponse>;

/** What tells one question from another; what differs each time, such as an instant, has to be left out of it. */
type QuestionOf = (request: OutboundRequest) => string;

const plainQuestion: QuestionOf = ({ method = 'GET', url, body = '' }) => [method, url, body].join(' ').trim();

/** Headers of an answer that a connector may act on. */
const KEPT_HEADERS: ReadonlySet<string> = new Set(['content-type', 'retry-after', 'location', 'etag']);

export type Recorder = {
  /** For `runConnector`, instead of its own way out: it asks the real source and keeps what was said. */
  readonly fetch: Fetch;
  /** Writes the file anew and closes the way out. */
  readonly save: () => Promise<void>;
};

export type RecordOptions = {
  readonly file: string;
  /** Secrets and names that must not stand in the file, wherever they occur. */
  readonly hide: readonly string[];
  readonly egress?: EgressPolicy;
  readonly questionOf?: QuestionOf;
};

/**
 * Records the answers of a real source, to be replayed by tests that need no source: ask about people who are invented, for the
 * file belongs to the repository.
 */
export const recordAnswers = ({ file, hide, egress, questionOf = plainQuestion }: RecordOptions): Recorder => {
  const way = createEgress(egress);
  const answers: RecordedAnswer[] = [];
  const clean = (text: string) => redact(text, hide);
  return {
    fetch: async (request, options) => {
      const response = await way.fetch(request, options);
      const headers = Object.entries(response.headers).filter(([name]) => KEPT_HEADERS.has(name));
      answers.push({
        question: clean(questionOf(request)),
        status: response.status,
        headers: Object.fromEntries(headers.map(([name, value]) => [name, clean(value)])),
        body: clean(response.text),
      });
      return response;
    },
    save: async () => {
      writeFileSync(file, `${JSON.stringify(answers, undefined, 2)}\n`);
      await way.close();
    },
  };
};

export type ReplayOptions = {
  readonly file: string;
  /** What was hidden when it was recorded, as the test says it. */
  readonly hide?: readonly string[];
  readonly questionOf?: QuestionOf;
};

/**
 * Answers as a source once did, for `runConnector`: equal questions get their answers in the order in which they were recorded, and
 * the last one again. Rejects for a question that was not recorded.
 */
export const replayAnswers = ({ file, hide = [], questionOf = plainQuestion }: ReplayOptions): Fetch => {
  const answers = JSON.parse(readFileSync(file, 'utf8')) as readonly RecordedAnswer[];
  const used = new Map<string, number>();
  return async (request) => {
    const question = redact(questionOf(request), hide);
    const recorded = answers.filter((answer) => answer.question === question);
    const turn = used.get(question) ?? 0;
    const answer = recorded[Math.min(turn, recorded.length - 1)];
    if (answer === undefined) throw new Error(`Expected a recorded answer to "${question}", but ${file} has none.`);
    used.set(question, turn + 1);
    const bytes = Buffer.from(answer.body);
    return { status: answer.status, headers: answer.headers, bytes, text: answer.body };
  };
};
