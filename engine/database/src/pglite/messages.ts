import type { Row, Statement } from '../database.ts';
import type { CompiledStore } from './compiled-store.ts';

/** What crosses the border between the main thread and the thread that runs PGlite. */
export interface WorkerRequest {
  readonly id: number;
  /**
   * `atomic`: all statements in one transaction; `plain`: one after the other as they are; `scoped`: in one transaction whose
   * first statement, without values, bounds the others and has no result.
   */
  readonly mode: 'atomic' | 'plain' | 'scoped';
  readonly statements: readonly Statement[];
}

export type WorkerReply =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null }
  | { readonly kind: 'rows'; readonly id: number; readonly results: Row[][] }
  | { readonly kind: 'error'; readonly id: number; readonly message: string; readonly code: string | null }
  | { readonly kind: 'closed' };

export interface WorkerStart {
  readonly dataDir: string;
  readonly compiled: CompiledStore;
}
