export type { EngineRecord, RecordListener } from './exporter/record-feed.ts';
export type { Authenticate } from './gateway/authenticate.ts';
export { type Broker, type BrokerOptions, migrateEngine, startBroker } from './start-broker.ts';
