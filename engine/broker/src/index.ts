export type { Clock } from './clock.ts';
export { createSettableClock } from './settable-clock.ts';
export { checkBroker, checkInstance } from './checking/check-broker.ts';
export { type Admission, type Authenticate } from './gateway/authenticate.ts';
export type { GatewayTls } from './gateway/grpc/gateway-tls.ts';
export { describeRestApi } from './gateway/rest/describe-rest-api.ts';
export { type Broker, type BrokerOptions, migrateBroker, startBroker } from './start-broker.ts';
