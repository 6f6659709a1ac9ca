export { createRecordingEngine, type RecordingEngine } from './recording-engine.ts';
