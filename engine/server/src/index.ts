export { describeApi } from './api/openapi.ts';
export { readConfig, type Config } from './config/config.ts';
export { createPlatformApp, type PlatformAppOptions } from './http/create-platform-app.ts';
