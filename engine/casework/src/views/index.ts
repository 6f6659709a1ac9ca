export * from './application.ts';
export * from './case.ts';
export * from './monitor.ts';
export * from './people.ts';
export * from './person.ts';
export * from './procedure.ts';
export * from './task.ts';
export * from './text.ts';
