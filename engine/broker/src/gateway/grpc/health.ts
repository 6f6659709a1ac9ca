import { type sendUnaryData, type ServerUnaryCall, type ServerWritableStream, status } from '@grpc/grpc-js';
import type { GatewayEngine } from '../engine.ts';
import type { OpenCalls } from './open-calls.ts';

interface HealthRequest {
  readonly service: string;
}

const KNOWN: ReadonlySet<string> = new Set(['', 'gateway_protocol.Gateway']);

const statusOf = (engine: GatewayEngine) => (engine.isLeader ? 'SERVING' : 'NOT_SERVING');

/** Handlers of the health service. */
export const healthHandlers = (engine: GatewayEngine, openCalls: OpenCalls) => ({
  Check: ({ request }: ServerUnaryCall<HealthRequest, object>, answer: sendUnaryData<object>) => {
    if (KNOWN.has(request.service)) answer(null, { status: statusOf(engine) });
    else answer({ code: status.NOT_FOUND, details: `Expected a known service, but found '${request.service}'` });
  },
  Watch: (call: ServerWritableStream<HealthRequest, object>) => {
    const isKnown = KNOWN.has(call.request.service);
    let last = '';
    const tell = () => {
      const next = isKnown ? statusOf(engine) : 'SERVICE_UNKNOWN';
      if (next !== last) call.write({ status: next });
      last = next;
    };
    const timer = setInterval(tell, 1_000);
    const forget = openCalls.add(() => {
      clearInterval(timer);
      call.end();
    });
    call.once('cancelled', () => {
      clearInterval(timer);
      forget();
    });
    tell();
  },
});
