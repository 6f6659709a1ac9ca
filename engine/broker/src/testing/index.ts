export { type BrokerProcess, startBrokerProcess } from './broker-process.ts';
export { type BrokerTestOptions, type BrokerUnderTest, startBrokerUnderTest } from './broker-under-test.ts';
export { collect, connectRaw, type RawGateway } from './raw-gateway.ts';
export { type RestUnderTest, startRestUnderTest } from './rest-under-test.ts';
export { createTestClock, type TestClock } from './test-clock.ts';
