import type { FeelWarning } from '@irisflow/feel';
import type {
  CommandRejection,
  DecisionRequirementsKey,
  IncidentType,
  ProcessDefinitionKey,
  RejectionType,
} from '@irisflow/protocol';

/** The caller's fault: `decide` turns it into a rejection. Thrown before anything is changed. */
export class CommandRefused extends Error {
  readonly rejection: CommandRejection;

  constructor(type: RejectionType, reason: string) {
    super(reason);
    this.rejection = { type, reason };
  }
}

/** The model's fault: the element that was being executed gets an incident and waits. */
export class IncidentError extends Error {
  readonly type: IncidentType;
  /** Why an expression did not give what the model wants; told in the message as well, in English. */
  readonly warnings: readonly FeelWarning[];

  constructor(type: IncidentType, message: string, warnings: readonly FeelWarning[] = []) {
    super(message);
    this.type = type;
    this.warnings = warnings;
  }
}

/** Nobody's fault: a step needs a definition that is not in memory. The step is run again once it is. */
export class NotLoaded extends Error {
  readonly definitionKeys: readonly ProcessDefinitionKey[];
  readonly requirementsKeys: readonly DecisionRequirementsKey[];

  constructor(missing: {
    readonly definitionKeys?: readonly ProcessDefinitionKey[];
    readonly requirementsKeys?: readonly DecisionRequirementsKey[];
  }) {
    super('Expected the definition to be loaded, but it is not');
    this.definitionKeys = missing.definitionKeys ?? [];
    this.requirementsKeys = missing.requirementsKeys ?? [];
  }
}
