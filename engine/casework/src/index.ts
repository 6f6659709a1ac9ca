export * from './views/index.ts';
