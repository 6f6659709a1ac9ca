export { runConnector, type RunOptions } from '../run-connector.ts';
export type { RunOutcome } from '../execute-connector.ts';
export { sandboxCheck, type CheckedConnector } from '../sandbox-check.ts';
export { handleOf } from './handle-of.ts';
export { recordAnswers, replayAnswers, type Recorder, type RecordedAnswer } from './recorded-answers.ts';
export {
  startTestServer,
  type SeenRequest,
  type TestAnswer,
  type TestServer,
  type TestServerOptions,
} from './start-test-server.ts';
