import type { UseCaseOn } from '@irisflow/access';
import type { FoundationSurroundings } from '@irisflow/foundation';

/** What connectors of others need: a store and what the platform ships, but no engine. */
export interface ConnectorsSurroundings extends FoundationSurroundings {
  /** Types of the connectors that run here; null when that is not known. */
  readonly connectorTypes: readonly string[] | null;
}

export type UseCase<Input, Output> = UseCaseOn<ConnectorsSurroundings, Input, Output>;
