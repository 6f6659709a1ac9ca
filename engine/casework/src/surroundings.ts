import type { UseCaseOn } from '@irisflow/access';
import type { ProceduresSurroundings } from '@irisflow/procedures';
import type { PrefillSources } from './applications/prefill-sources.ts';
import type { FileChecks } from './documents/check-files.ts';
import type { Bell } from '@irisflow/foundation';
import type { Seals } from '@irisflow/signatures';

/** What casework needs beside procedures. */
export interface CaseworkSurroundings extends ProceduresSurroundings {
  readonly prefill: PrefillSources;
  readonly fileChecks: FileChecks;
  readonly seals: Seals;
  /** Rung when the outbox has a new message. */
  readonly outboxBell: Bell;
  /** Rung when the engine may have new user tasks. */
  readonly taskBell: Bell;
}

export type Surroundings = CaseworkSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
